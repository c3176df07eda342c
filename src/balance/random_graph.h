// Signed graphs for tests.
#pragma once

#include <algorithm>

#include "balance/random.h"
#include "balance/signed_graph.h"

namespace entente {

struct RandomGraphOptions {
  uint32_t actors = 8;
  double density = 0.5;
  double hostile_share = 0.5;
  int64_t weight_max = 1;
};

inline SignedGraph random_graph(const RandomGraphOptions& options, Random& random) {
  SignedGraph graph{options.actors, {}};
  for (uint32_t a = 0; a < options.actors; ++a) {
    for (uint32_t b = a + 1; b < options.actors; ++b) {
      if (random.unit() >= options.density) continue;
      const auto weight = 1 + random.below(static_cast<uint32_t>(options.weight_max));
      const bool hostile = random.unit() < options.hostile_share;
      graph.edges.push_back({a, b, hostile ? -int64_t{weight} : int64_t{weight}});
    }
  }
  return graph;
}

// The least frustration by trying all sides.
inline int64_t brute_force(const SignedGraph& graph) {
  if (graph.actors == 0) return 0;
  int64_t least = INT64_MAX;
  for (uint32_t mask = 0; mask < 1u << (graph.actors - 1); ++mask) {
    int64_t cost = 0;
    for (const SignedEdge& edge : graph.edges) {
      const bool together = ((mask >> edge.a ^ mask >> edge.b) & 1) == 0;
      if (together != (edge.weight > 0)) cost += std::abs(edge.weight);
    }
    least = std::min(least, cost);
  }
  return least;
}

}  // namespace entente
