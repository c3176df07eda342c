// Exact frustration of small dense graphs, where cycles bound badly: depth-first assignment of
// sides, bounded by what each open actor must cost at least and by the optimum of the open actors
// among themselves, which is found first ("Russian dolls", Verfaillie, Lemaître and Schiex 1996).
// Tested in enumeration_test.cpp.
#pragma once

#include "balance/signed_graph.h"

namespace entente {

struct Enumeration {
  Sides side;
  int64_t value = 0;
  int64_t lower = 0;
  uint64_t work = 0;
};

// `known` are any sides to start from. The graph must be simple.
Enumeration enumerate_sides(const SignedGraph& graph, const Sides& known, uint64_t work_max);

}  // namespace entente
