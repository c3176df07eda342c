// Lower bounds on frustration by packing unbalanced cycles.
//
// Whatever the camps, at least one edge of an unbalanced cycle is frustrated. So if each of some
// unbalanced cycles takes an amount, and no edge has to give more than its weight, the sum of the
// amounts is a lower bound. Amounts are integers, and anyone can check them: that is the
// certificate. Greedy packing takes the shortest cycles first; cycle_relaxation.h finds better.
// Tested in cycle_packing_test.cpp.
#pragma once

#include <atomic>
#include <vector>

#include "balance/cycle_search.h"

namespace entente {

struct PackedCycle {
  Cycle edges;
  int64_t amount = 0;
};

struct CyclePacking {
  explicit CyclePacking(const SignedGraph& graph);
  // `amount` must not exceed the residual of any of the edges.
  void add(Cycle edges, int64_t amount);

  std::vector<PackedCycle> cycles;
  std::vector<int64_t> residual;  // what each edge can still give
  int64_t bound = 0;
};

struct GreedyOptions {
  uint32_t edges_max = UINT32_MAX;
  // A cycle takes no more than this at a time; the less, the more evenly the load is spread over
  // many cycles and the better the bound.
  int64_t share = INT64_MAX;
  int64_t enough = INT64_MAX;               // stop at a bound like this
  uint64_t work_max = UINT64_MAX;           // of the search
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

// Adds cycles until no unbalanced one of at most `edges_max` edges has anything left to give.
void pack_greedily(CycleSearch& search, const GreedyOptions& options, CyclePacking& packing);

}  // namespace entente
