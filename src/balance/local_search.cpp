// See local_search.h.
#include "balance/local_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace entente {

namespace {

// -ln of 65536 even quantiles: a move that costs c is taken at temperature t if c < t * one of
// these (Metropolis without an exponential a move).
const std::vector<float>& exponential_quantiles() {
  static const std::vector<float> quantiles = [] {
    std::vector<float> made;
    for (int i = 0; i < 65536; ++i)
      made.push_back(static_cast<float>(-std::log((i + 0.5) / 65536)));
    return made;
  }();
  return quantiles;
}

// The sides and, for each actor, what switching it would cost. Weights are divided by `divisor`
// and rounded.
template <typename Weight>
class Walker {
 public:
  Walker(const SignedGraph& graph, int64_t divisor)
      : start_(graph.actors + 1), arcs_(2 * graph.edges.size()), cost_(graph.actors) {
    for (const SignedEdge& edge : graph.edges) ++start_[edge.a], ++start_[edge.b];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    for (size_t e = graph.edges.size(); e-- > 0;) {
      const SignedEdge& edge = graph.edges[e];
      const auto weight = static_cast<Weight>(divided(edge.weight, divisor));
      arcs_[--start_[edge.a]] = {edge.b, weight};
      arcs_[--start_[edge.b]] = {edge.a, weight};
    }
  }

  void place(const Sides& side) {
    side_ = side;
    for (uint32_t actor = 0; actor < cost_.size(); ++actor) {
      cost_[actor] = 0;
      for (const Arc& arc : of(actor))
        cost_[actor] += arc.weight * static_cast<Weight>(side_[actor] * side_[arc.actor]);
    }
  }

  const Sides& side() const { return side_; }
  uint64_t work() const { return work_; }

  void descend() {
    std::vector<uint32_t> downhill;
    for (uint32_t actor = 0; actor < cost_.size(); ++actor)
      if (cost_[actor] < 0) downhill.push_back(actor);
    while (!downhill.empty()) {
      const uint32_t actor = downhill.back();
      downhill.pop_back();
      if (cost_[actor] >= 0) continue;
      switch_side(actor);
      for (const Arc& arc : of(actor))
        if (cost_[arc.actor] < 0) downhill.push_back(arc.actor);
    }
  }

  void sweep(double temperature, Random& random) {
    const std::vector<float>& quantiles = exponential_quantiles();
    const auto heat = static_cast<float>(temperature);
    const auto hopeless = static_cast<Weight>(12 * temperature + 1);
    work_ += cost_.size();
    for (uint32_t actor = 0; actor < cost_.size(); ++actor) {
      const Weight cost = cost_[actor];
      if (cost > hopeless) continue;
      if (cost <= 0 || static_cast<float>(cost) < heat * quantiles[random.next() & 65535])
        switch_side(actor);
    }
  }

 private:
  struct Arc {
    uint32_t actor;
    Weight weight;
  };

  static int64_t divided(int64_t weight, int64_t divisor) {
    return weight >= 0 ? (weight + divisor / 2) / divisor : -((-weight + divisor / 2) / divisor);
  }

  std::span<const Arc> of(uint32_t actor) const {
    return {arcs_.data() + start_[actor], arcs_.data() + start_[actor + 1]};
  }

  void switch_side(uint32_t actor) {
    const auto twice = static_cast<Weight>(-2 * side_[actor]);
    for (const Arc& arc : of(actor))
      cost_[arc.actor] += arc.weight * static_cast<Weight>(twice * side_[arc.actor]);
    cost_[actor] = -cost_[actor];
    side_[actor] = static_cast<int8_t>(-side_[actor]);
    work_ += 20 + 4 * of(actor).size();
  }

  std::vector<uint32_t> start_;
  std::vector<Arc> arcs_;
  Sides side_;
  std::vector<Weight> cost_;
  uint64_t work_ = 0;
};

// The least divisor that brings all fields into 31 bits without loss, or nearly so.
int64_t divisor_for(const SignedGraph& graph) {
  constexpr int64_t kMost = int64_t{1} << 29;
  int64_t common = 0;
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    common = std::gcd(common, edge.weight);
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  const int64_t most = load.empty() ? 0 : *std::max_element(load.begin(), load.end());
  return std::max({common, most / kMost + 1, int64_t{1}});
}

Sides random_sides(uint32_t actors, Random& random) {
  Sides side(actors);
  for (int8_t& one : side) one = (random.next() >> 40 & 1) == 0 ? 1 : -1;
  return side;
}

}  // namespace

void descend(const SignedGraph& graph, const Adjacency&, Sides& side) {
  Walker<int64_t> walker(graph, 1);
  walker.place(side);
  walker.descend();
  side = walker.side();
}

Annealed anneal(const SignedGraph& graph, const Adjacency& adjacency, const Sides& start,
                Random& random, const AnnealingOptions& options) {
  Annealed best{start};
  if (graph.edges.empty()) return best;
  int64_t least = frustration_of(graph, start);
  const int64_t divisor = divisor_for(graph);
  const double mean = static_cast<double>(total_weight(graph)) /
                      (static_cast<double>(graph.edges.size()) * static_cast<double>(divisor));
  Walker<int32_t> walker(graph, divisor);
  const auto over = [&] {
    return walker.work() >= options.work_max || (options.stop && *options.stop);
  };
  for (uint32_t restart = 0; restart < options.restarts && least > options.enough; ++restart) {
    if (over()) break;
    // By turns from nowhere, which crosses any barrier, and from the best, which polishes it.
    const bool anew = restart % 2 == 1;
    const double hot = (anew ? 2 : 1) * mean, cold = 0.1 * mean;
    walker.place(anew ? random_sides(graph.actors, random) : best.side);
    for (uint32_t sweep = 0; sweep < options.sweeps && !over(); ++sweep)
      walker.sweep(hot * std::pow(cold / hot, (sweep + 0.5) / options.sweeps), random);
    walker.descend();
    Sides combined = combine(graph, adjacency, best.side, walker.side());
    const int64_t cost = frustration_of(graph, combined);
    if (cost > least) continue;
    least = cost;
    best.side = std::move(combined);
  }
  best.work = walker.work();
  return best;
}

Sides combine(const SignedGraph& graph, const Adjacency& adjacency, const Sides& one,
              const Sides& other) {
  size_t unlike = 0;
  for (uint32_t actor = 0; actor < graph.actors; ++actor) unlike += one[actor] != other[actor];
  const int turn = 2 * unlike > graph.actors ? -1 : 1;
  const auto differs = [&](uint32_t actor) { return one[actor] != turn * other[actor]; };
  std::vector<bool> seen(graph.actors);
  std::vector<uint32_t> region;
  Sides best = one;
  for (uint32_t root = 0; root < graph.actors; ++root) {
    if (seen[root] || !differs(root)) continue;
    region.assign(1, root);
    seen[root] = true;
    int64_t cost = 0;  // of switching the region
    for (size_t i = 0; i < region.size(); ++i) {
      for (const Adjacency::Arc& arc : adjacency.of(region[i])) {
        if (!differs(arc.actor)) {
          cost += graph.edges[arc.edge].weight * one[region[i]] * one[arc.actor];
        } else if (!seen[arc.actor]) {
          seen[arc.actor] = true;
          region.push_back(arc.actor);
        }
      }
    }
    if (cost > 0) continue;
    for (const uint32_t actor : region) best[actor] = static_cast<int8_t>(-best[actor]);
  }
  return best;
}

}  // namespace entente
