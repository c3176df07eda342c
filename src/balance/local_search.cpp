// See local_search.h.
#include "balance/local_search.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace entente {

namespace {

// The sides and, for each actor, what switching it would cost.
class Walker {
 public:
  Walker(const SignedGraph& graph, const Adjacency& adjacency, Sides side)
      : graph_(graph), adjacency_(adjacency), side_(std::move(side)), cost_(graph.actors) {
    for (const SignedEdge& edge : graph_.edges) {
      const int64_t satisfied = edge.weight * side_[edge.a] * side_[edge.b];
      cost_[edge.a] += satisfied;
      cost_[edge.b] += satisfied;
    }
  }

  const Sides& side() const { return side_; }
  int64_t cost_of_switch(uint32_t actor) const { return cost_[actor]; }

  void switch_side(uint32_t actor) {
    for (const Adjacency::Arc& arc : adjacency_.of(actor))
      cost_[arc.actor] -= 2 * graph_.edges[arc.edge].weight * side_[actor] * side_[arc.actor];
    cost_[actor] = -cost_[actor];
    side_[actor] = static_cast<int8_t>(-side_[actor]);
  }

  void descend() {
    std::vector<uint32_t> downhill;
    for (uint32_t actor = 0; actor < graph_.actors; ++actor)
      if (cost_[actor] < 0) downhill.push_back(actor);
    while (!downhill.empty()) {
      const uint32_t actor = downhill.back();
      downhill.pop_back();
      if (cost_[actor] >= 0) continue;
      switch_side(actor);
      for (const Adjacency::Arc& arc : adjacency_.of(actor))
        if (cost_[arc.actor] < 0) downhill.push_back(arc.actor);
    }
  }

  void sweep(double temperature, Random& random) {
    for (uint32_t actor = 0; actor < graph_.actors; ++actor)
      if (cost_[actor] <= 0 ||
          random.unit() < std::exp(-static_cast<double>(cost_[actor]) / temperature))
        switch_side(actor);
  }

 private:
  const SignedGraph& graph_;
  const Adjacency& adjacency_;
  Sides side_;
  std::vector<int64_t> cost_;
};

}  // namespace

void descend(const SignedGraph& graph, const Adjacency& adjacency, Sides& side) {
  Walker walker(graph, adjacency, std::move(side));
  walker.descend();
  side = walker.side();
}

Sides anneal(const SignedGraph& graph, const Adjacency& adjacency, const Sides& start,
             Random& random, const AnnealingOptions& options) {
  Sides best = start;
  if (graph.edges.empty()) return best;
  int64_t least = frustration_of(graph, best);
  const double mean = static_cast<double>(total_weight(graph)) / graph.edges.size();
  const double hot = 2 * mean, cold = 0.1 * mean;
  for (uint32_t restart = 0; restart < options.restarts && least > 0; ++restart) {
    Walker walker(graph, adjacency, best);
    for (uint32_t sweep = 0; sweep < options.sweeps; ++sweep)
      walker.sweep(hot * std::pow(cold / hot, (sweep + 0.5) / options.sweeps), random);
    walker.descend();
    const int64_t cost = frustration_of(graph, walker.side());
    if (cost >= least) continue;
    least = cost;
    best = walker.side();
  }
  return best;
}

}  // namespace entente
