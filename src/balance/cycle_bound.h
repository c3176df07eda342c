// The lower bound of one block: a packing of unbalanced cycles, greedy first, then by the linear
// program with cycles added as they are violated, until the bound suffices or nothing is violated.
// Small blocks go through the simplex method, others through first-order prices of their edges.
// The frustrated edges of the best camps known steer the search for cycles. Tested in
// cycle_packing_test.cpp and frustration_test.cpp.
#pragma once

#include <vector>

#include "balance/cycle_packing.h"

namespace entente {

struct CycleBoundOptions {
  int64_t enough = INT64_MAX;               // stop at a bound like this
  int64_t tolerance = 0;                    // this much less than the best packing does no harm
  uint64_t work_max = 0;                    // elementary steps; 0: greedy only
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

struct CycleBound {
  CyclePacking packing;
  // How far the linear program has each edge frustrated, 0-1; empty where it did not run.
  std::vector<double> degrees;
  uint64_t work = 0;
};

CycleBound bound_by_cycles(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side,
                           const CycleBoundOptions& options);

}  // namespace entente
