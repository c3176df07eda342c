// The exact search: reduce, cut into blocks, bound each by cycles, and where that leaves a gap
// enumerate (small and dense) or branch on an edge that the linear program cannot decide: its ends
// together or apart, each a smaller graph to which all of this applies again.
//
// A graph's costs all differ by multiples of its granule (the greatest common divisor of what
// switching an actor can change), so that a bound rounds up to the next cost that can occur; with
// equal weights this closes most gaps. Tested in frustration_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "balance/signed_graph.h"

namespace entente {

struct Optimum {
  Sides side = {};
  int64_t value = 0;
  int64_t lower = 0;
  // Pairs that every optimal solution has as `side` has them, together or apart; some of them.
  std::vector<std::pair<uint32_t, uint32_t>> firm = {};
  uint64_t work = 0;  // of the limits, used
  uint32_t branchings = 0;
};

struct Search {
  FrustrationOptions limits;
  // Solutions that cost this much or more are of no interest: the search ends when `lower` gets
  // there. `side` is given all the same.
  int64_t cutoff = INT64_MAX;
  Sides hint = {};  // sides to start from, or empty
};

// `graph` need not be simple. Its total weight must be less than 2^60.
Optimum find_optimum(const SignedGraph& graph, const Search& search);

}  // namespace entente
