// See cycle_search.h.
#include "balance/cycle_search.h"

#include <algorithm>
#include <functional>

#include "base/check.h"

namespace entente {

CycleSearch::CycleSearch(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side)
    : graph_(graph),
      adjacency_(adjacency),
      is_frustrated_(graph.edges.size()),
      stamp_(2 * graph.actors),
      by_edge_(2 * graph.actors),
      position_(graph.actors, UINT32_MAX),
      distance_(2 * graph.actors) {
  for (uint32_t e = 0; e < graph.edges.size(); ++e) {
    const SignedEdge& edge = graph.edges[e];
    is_frustrated_[e] = edge.weight * side[edge.a] * side[edge.b] < 0;
    if (is_frustrated_[e]) frustrated_.push_back(e);
  }
}

void CycleSearch::start_anew() {
  ++now_;
  CHECK(now_ != 0);
}

std::optional<Cycle> CycleSearch::fewest_edges(uint32_t frustrated_edge,
                                               const std::vector<int64_t>& residual,
                                               uint32_t edges_max) {
  limited_ = false;
  if (residual[frustrated_edge] <= 0) return std::nullopt;
  start_anew();
  const Copy from = 2 * graph_.edges[frustrated_edge].a, to = 2 * graph_.edges[frustrated_edge].b;
  queue_.assign(1, from);
  stamp_[from] = now_;
  size_t level_end = 1;
  uint32_t steps = 0;
  for (size_t i = 0; i < queue_.size() && !reached(to); ++i) {
    if (i == level_end) level_end = queue_.size(), ++steps;
    limited_ = steps + 2 > edges_max;
    if (limited_) return std::nullopt;
    const Copy copy = queue_[i];
    work_ += 4 * adjacency_.of(copy / 2).size();
    for (const Adjacency::Arc& arc : adjacency_.of(copy / 2)) {
      if (residual[arc.edge] <= 0 || arc.edge == frustrated_edge) continue;
      const Copy next = 2 * arc.actor + ((copy & 1) ^ (is_frustrated_[arc.edge] ? 1 : 0));
      if (reached(next)) continue;
      stamp_[next] = now_;
      by_edge_[next] = arc.edge;
      queue_.push_back(next);
    }
  }
  if (!reached(to)) return std::nullopt;
  return trace(frustrated_edge);
}

std::optional<Cycle> CycleSearch::shortest(uint32_t frustrated_edge,
                                           const std::vector<double>& length, double limit) {
  // Of equal lengths the cycle of fewer edges: shorter cycles make stronger inequalities.
  constexpr double kStep = 1e-9;
  limit -= length[frustrated_edge];
  start_anew();
  const Copy from = 2 * graph_.edges[frustrated_edge].a, to = 2 * graph_.edges[frustrated_edge].b;
  heap_.assign(1, {0, from});
  stamp_[from] = now_;
  distance_[from] = 0;
  while (!heap_.empty()) {
    const auto [distance, copy] = heap_.front();
    if (copy == to) return trace(frustrated_edge);
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    heap_.pop_back();
    if (distance > distance_[copy]) continue;
    work_ += 50 + 4 * adjacency_.of(copy / 2).size();
    for (const Adjacency::Arc& arc : adjacency_.of(copy / 2)) {
      if (arc.edge == frustrated_edge) continue;
      const Copy next = 2 * arc.actor + ((copy & 1) ^ (is_frustrated_[arc.edge] ? 1 : 0));
      const double further = distance + length[arc.edge] + kStep;
      if (further >= limit || (reached(next) && distance_[next] <= further)) continue;
      stamp_[next] = now_;
      distance_[next] = further;
      by_edge_[next] = arc.edge;
      heap_.push_back({further, next});
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }
  }
  return std::nullopt;
}

// The path found, closed by the edge. It may pass an actor in both layers; the part between is an
// unbalanced cycle on its own, and the innermost such part is simple.
Cycle CycleSearch::trace(uint32_t frustrated_edge) {
  const SignedEdge& edge = graph_.edges[frustrated_edge];
  const Copy from = 2 * edge.a;
  Cycle cycle;
  std::vector<uint32_t> passed;
  Copy copy = 2 * edge.b;
  size_t begin = 0;
  bool inner = false;
  while (true) {
    uint32_t& position = position_[copy / 2];
    if (position != UINT32_MAX) {
      begin = position;
      inner = true;
      break;
    }
    position = static_cast<uint32_t>(cycle.size());
    passed.push_back(copy / 2);
    if (copy == from) break;
    const uint32_t by = by_edge_[copy];
    cycle.push_back(by);
    const uint32_t other = graph_.edges[by].a ^ graph_.edges[by].b ^ (copy / 2);
    copy = 2 * other + ((copy & 1) ^ (is_frustrated_[by] ? 1 : 0));
  }
  for (const uint32_t actor : passed) position_[actor] = UINT32_MAX;
  if (inner)
    cycle.erase(cycle.begin(), cycle.begin() + static_cast<std::ptrdiff_t>(begin));
  else
    cycle.push_back(frustrated_edge);
  std::sort(cycle.begin(), cycle.end());
  return cycle;
}

}  // namespace entente
