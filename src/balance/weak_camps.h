// Any number of camps (weak balance: Davis 1967; Doreian and Mrvar 1996; correlation clustering:
// Bansal, Blum and Chawla 2004): friends apart and enemies together, at the least weight.
// Labels move by heat bath while it cools, then downhill on the actors, on the camps as wholes and
// so joins camps (Kernighan and Lin 1970; Blondel and others 2008). What two solutions agree on is
// contracted and the rest solved again, so that each run can only improve the best.
// Tested in weak_camps_test.cpp.
#pragma once

#include <atomic>

#include "balance/random.h"
#include "balance/signed_graph.h"

namespace entente {

using Labels = std::vector<uint32_t>;  // a camp an actor, from 0 on

int64_t disagreement_of(const SignedGraph& graph, const Labels& labels);

struct WeakSearchOptions {
  uint32_t camps_max = UINT32_MAX;
  uint32_t restarts = 10;
  uint32_t sweeps = 40;
  uint64_t work_max = UINT64_MAX;
  int64_t enough = 0;
  const std::atomic<bool>* stop = nullptr;
};

struct WeakFound {
  Labels labels;
  uint64_t work = 0;
};

// Never worse than `start`, which must hold at most `camps_max` camps.
WeakFound search_weak_camps(const SignedGraph& graph, const Labels& start, Random& random,
                            const WeakSearchOptions& options);

// The least by dynamic programming over sets of actors; for up to 14.
Labels enumerate_weak_camps(const SignedGraph& graph, uint32_t camps_max);

}  // namespace entente
