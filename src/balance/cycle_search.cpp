// See cycle_search.h.
#include "balance/cycle_search.h"

#include <algorithm>
#include <functional>

#include "base/check.h"

namespace entente {

CycleSearch::CycleSearch(const SignedGraph& graph, const Adjacency& adjacency)
    : graph_(graph),
      adjacency_(adjacency),
      is_frustrated_(graph.edges.size()),
      stamp_(2 * graph.actors),
      by_edge_(2 * graph.actors),
      position_(graph.actors, UINT32_MAX),
      distance_(2 * graph.actors) {
  for (const uint32_t way : {0u, 1u}) {
    stamps_[way].resize(2 * graph.actors);
    by_edges_[way].resize(2 * graph.actors);
  }
}

CycleSearch::CycleSearch(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side)
    : CycleSearch(graph, adjacency) {
  for (uint32_t e = 0; e < graph.edges.size(); ++e) {
    const SignedEdge& edge = graph.edges[e];
    is_frustrated_[e] = edge.weight * side[edge.a] * side[edge.b] < 0;
    if (is_frustrated_[e]) frustrated_.push_back(e);
  }
  crosses_ = is_frustrated_;
}

CycleSearch::CycleSearch(const SignedGraph& graph, const Adjacency& adjacency,
                         const std::vector<uint32_t>& labels)
    : CycleSearch(graph, adjacency) {
  crosses_.resize(graph.edges.size());
  for (uint32_t e = 0; e < graph.edges.size(); ++e) {
    const SignedEdge& edge = graph.edges[e];
    is_frustrated_[e] = (edge.weight > 0) != (labels[edge.a] == labels[edge.b]);
    crosses_[e] = edge.weight < 0;
    if (is_frustrated_[e]) frustrated_.push_back(e);
  }
  single_ = weak_ = true;
}

// Where the path from the edge's first end in the even layer has to arrive.
CycleSearch::Copy CycleSearch::goal(uint32_t frustrated_edge) const {
  const SignedEdge& edge = graph_.edges[frustrated_edge];
  return 2 * edge.b + (weak_ && edge.weight > 0 ? 1 : 0);
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
  const std::array<Copy, 2> ends = {2 * graph_.edges[frustrated_edge].a, goal(frustrated_edge)};
  std::array<uint64_t, 2> arcs{};
  for (const uint32_t way : {0u, 1u}) {
    outermost_[way].assign(1, ends[way]);
    stamps_[way][ends[way]] = now_;
    arcs[way] = adjacency_.of(ends[way] / 2).size();
  }
  for (uint32_t edges = 2; !outermost_[0].empty() && !outermost_[1].empty(); ++edges) {
    limited_ = edges > edges_max;
    if (limited_) return std::nullopt;
    const uint32_t way = arcs[0] <= arcs[1] ? 0 : 1;
    if (expand(way, residual, frustrated_edge)) {
      Cycle cycle = trace_both(frustrated_edge);
      return cycle.empty() ? std::nullopt : std::optional(std::move(cycle));
    }
    arcs[way] = 0;
    for (const Copy copy : outermost_[way]) arcs[way] += adjacency_.of(copy / 2).size();
  }
  return std::nullopt;
}

// One step further from one end; true where the other is met.
bool CycleSearch::expand(uint32_t way, const std::vector<int64_t>& residual,
                         uint32_t frustrated_edge) {
  const Copy to = goal(frustrated_edge);
  std::vector<uint32_t>& stamp = stamps_[way];
  const std::vector<uint32_t>& other_stamp = stamps_[1 - way];
  next_.clear();
  for (const Copy copy : outermost_[way]) {
    work_ += 10 + 4 * adjacency_.of(copy / 2).size();
    for (const Adjacency::Arc& arc : adjacency_.of(copy / 2)) {
      if (residual[arc.edge] <= 0 || arc.edge == frustrated_edge) continue;
      if (single_ && is_frustrated_[arc.edge]) continue;
      if (weak_ && crosses_[arc.edge] && !may_cross(copy, way, to)) continue;
      const Copy next = across(copy, arc.actor, arc.edge);
      if (stamp[next] == now_) continue;
      if (other_stamp[next] == now_) {
        bridge_ = arc.edge;
        met_[way] = copy;
        met_[1 - way] = next;
        return true;
      }
      stamp[next] = now_;
      by_edges_[way][next] = arc.edge;
      next_.push_back(next);
    }
  }
  std::swap(outermost_[way], next_);
  return false;
}

std::optional<Cycle> CycleSearch::shortest(uint32_t frustrated_edge,
                                           const std::vector<double>& length, double limit) {
  // Of equal lengths the cycle of fewer edges: shorter cycles make stronger inequalities.
  constexpr double kStep = 1e-9;
  limit -= length[frustrated_edge];
  start_anew();
  const Copy from = 2 * graph_.edges[frustrated_edge].a, to = goal(frustrated_edge);
  heap_.assign(1, {0, from});
  stamp_[from] = now_;
  distance_[from] = 0;
  while (!heap_.empty()) {
    const auto [distance, copy] = heap_.front();
    if (copy == to) {
      Cycle cycle = trace(frustrated_edge);
      return cycle.empty() ? std::nullopt : std::optional(std::move(cycle));
    }
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    heap_.pop_back();
    if (distance > distance_[copy]) continue;
    work_ += 50 + 4 * adjacency_.of(copy / 2).size();
    for (const Adjacency::Arc& arc : adjacency_.of(copy / 2)) {
      if (arc.edge == frustrated_edge) continue;
      if (single_ && is_frustrated_[arc.edge]) continue;
      if (weak_ && crosses_[arc.edge] && !may_cross(copy, 0, to)) continue;
      const Copy next = across(copy, arc.actor, arc.edge);
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

CycleSearch::Copy CycleSearch::before(Copy copy, uint32_t edge) const {
  const uint32_t other = graph_.edges[edge].a ^ graph_.edges[edge].b ^ (copy / 2);
  return across(copy, other, edge);
}

Cycle CycleSearch::trace(uint32_t frustrated_edge) {
  const Copy from = 2 * graph_.edges[frustrated_edge].a;
  std::vector<Copy> copies(1, goal(frustrated_edge));
  Cycle path;
  while (copies.back() != from) {
    path.push_back(by_edge_[copies.back()]);
    copies.push_back(before(copies.back(), path.back()));
  }
  return innermost(copies, path, frustrated_edge);
}

Cycle CycleSearch::trace_both(uint32_t frustrated_edge) {
  const SignedEdge& edge = graph_.edges[frustrated_edge];
  std::vector<Copy> copies(1, met_[0]);
  Cycle path;
  while (copies.back() != 2 * edge.a) {
    path.push_back(by_edges_[0][copies.back()]);
    copies.push_back(before(copies.back(), path.back()));
  }
  std::reverse(copies.begin(), copies.end());
  std::reverse(path.begin(), path.end());
  path.push_back(bridge_);
  copies.push_back(met_[1]);
  while (copies.back() != goal(frustrated_edge)) {
    path.push_back(by_edges_[1][copies.back()]);
    copies.push_back(before(copies.back(), path.back()));
  }
  return innermost(copies, path, frustrated_edge);
}

// The path found, closed by the edge. It may pass an actor in both layers; the part between is an
// unbalanced cycle on its own, and the innermost such part is simple.
Cycle CycleSearch::innermost(const std::vector<Copy>& copies, const Cycle& path,
                             uint32_t frustrated_edge) {
  Cycle cycle;
  size_t passed = 0;
  for (; passed < copies.size(); ++passed) {
    uint32_t& position = position_[copies[passed] / 2];
    if (position != UINT32_MAX) {
      cycle.assign(path.begin() + position, path.begin() + static_cast<std::ptrdiff_t>(passed));
      break;
    }
    position = static_cast<uint32_t>(passed);
  }
  for (size_t i = 0; i < passed; ++i) position_[copies[i] / 2] = UINT32_MAX;
  if (cycle.empty()) {
    cycle = path;
    cycle.push_back(frustrated_edge);
  }
  std::sort(cycle.begin(), cycle.end());
  if (weak_ && !has_one_hostile(cycle)) cycle.clear();
  return cycle;
}

// Three hostile edges make no conflict where camps may be many.
bool CycleSearch::has_one_hostile(const Cycle& cycle) const {
  return std::count_if(cycle.begin(), cycle.end(),
                       [&](uint32_t edge) { return graph_.edges[edge].weight < 0; }) == 1;
}

}  // namespace entente
