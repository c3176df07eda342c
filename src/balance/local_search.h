// Good camps without proof: single switches, downhill or by simulated annealing.
// The start is hot (Kirkpatrick, Gelatt and Vecchi 1983; a cold one misses optima of dense
// networks); the fields of all actors are kept, so that a refused move costs nothing. Runs are
// combined region by region: where two solutions differ, each connected set of differing actors
// can be taken from either on its own (partition crossover; Whitley, Hains and Howe 2009), so that
// every run improves the best wherever it was the luckier one. Tested in local_search_test.cpp.
#pragma once

#include <atomic>

#include "balance/random.h"
#include "balance/signed_graph.h"

namespace entente {

// Switches actors while any switch lowers the cost.
void descend(const SignedGraph& graph, const Adjacency& adjacency, Sides& side);

struct AnnealingOptions {
  uint32_t sweeps = 100;                    // of a run
  uint32_t restarts = 4;                    // at most; the first is the hottest
  uint64_t work_max = UINT64_MAX;           // elementary steps (about nanoseconds)
  int64_t enough = 0;                       // a cost that cannot be beaten
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

struct Annealed {
  Sides side;
  uint64_t work = 0;
};

// The best of the restarts, after descent; never worse than `start`.
Annealed anneal(const SignedGraph& graph, const Adjacency& adjacency, const Sides& start,
                Random& random, const AnnealingOptions& options);

// The best of all combinations of the two, component by component of where they differ.
Sides combine(const SignedGraph& graph, const Adjacency& adjacency, const Sides& one,
              const Sides& other);

}  // namespace entente
