// Good camps without proof: single switches, downhill or by simulated annealing.
// The start is hot (Kirkpatrick, Gelatt and Vecchi 1983; a cold one misses optima of dense
// networks), the fields of all actors are kept, so that a refused move costs nothing.
// Tested in local_search_test.cpp.
#pragma once

#include "balance/random.h"
#include "balance/signed_graph.h"

namespace entente {

// Switches actors while any switch lowers the cost.
void descend(const SignedGraph& graph, const Adjacency& adjacency, Sides& side);

struct AnnealingOptions {
  uint32_t sweeps = 100;
  uint32_t restarts = 4;
};

// The best of the restarts, after descent; never worse than `start`.
Sides anneal(const SignedGraph& graph, const Adjacency& adjacency, const Sides& start,
             Random& random, const AnnealingOptions& options);

}  // namespace entente
