// See changing_balance.h. A change of one tie takes cycles through it from the packing where they
// no longer fit, and every cycle that can be packed instead runs through an edge that this freed
// (or through the tie): so the search for new ones is complete, and local. It goes by breadth in
// the double cover (see cycle_search.h), whose layers count frustrated edges.
//
// Whatever the camps, a tie that goes from weight v to w changes their cost by at least the lesser
// of what it costs more with its ends together and apart: by that a bound is carried along, too.
#include "balance/changing_balance.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "balance/cycle_bound.h"
#include "balance/optimum.h"
#include "base/check.h"

namespace entente {

namespace {

constexpr uint32_t kNone = UINT32_MAX;
constexpr size_t kChainMost = 12;     // actors moved together
constexpr size_t kSearchMost = 4000;  // arcs looked at for one cycle
constexpr int64_t kGreatest = int64_t{1} << 40;

int64_t cost_together(int64_t weight) { return std::max<int64_t>(0, -weight); }
int64_t cost_apart(int64_t weight) { return std::max<int64_t>(0, weight); }

// The finest fractions of a tie that cycles may take, with room for ties to come.
int64_t scale_for(int64_t total) {
  int64_t scale = int64_t{1} << 16;
  while (scale > 1 && total >= (int64_t{1} << 58) / scale) scale /= 2;
  return scale;
}

}  // namespace

ChangingBalance::ChangingBalance(const SignedGraph& graph)
    : ChangingBalance(graph, FrustrationOptions{}) {}

ChangingBalance::ChangingBalance(const SignedGraph& graph, const FrustrationOptions& options)
    : scale_(scale_for(total_weight(graph))),
      arcs_(graph.actors),
      side_(graph.actors, 1),
      switch_cost_(graph.actors),
      stamp_(2 * size_t{graph.actors}),
      by_edge_(2 * size_t{graph.actors}),
      from_(2 * size_t{graph.actors}) {
  for (const SignedEdge& edge : simplify(graph).graph.edges)
    edges_[add_edge(edge.a, edge.b)].weight = edge.weight;
  search_anew(options);
}

SignedGraph ChangingBalance::graph() const {
  SignedGraph graph{static_cast<uint32_t>(side_.size()), {}};
  for (const Edge& edge : edges_)
    if (edge.weight != 0) graph.edges.push_back({edge.a, edge.b, edge.weight});
  return graph;
}

void ChangingBalance::search_anew(const FrustrationOptions& options) {
  // Edges in the order of graph(), so that both number them alike.
  std::erase_if(edges_, [](const Edge& edge) { return edge.weight == 0; });
  free_edges_.clear();
  free_cycles_.clear();
  cycles_.clear();
  for (std::vector<Arc>& arcs : arcs_) arcs.clear();
  SignedGraph whole = graph();
  Optimum optimum = find_optimum(whole, {.limits = options, .hint = side_});
  side_ = std::move(optimum.side);
  value_ = optimum.value;
  carried_ = std::max(carried_, optimum.lower);
  packed_ = 0;
  std::fill(switch_cost_.begin(), switch_cost_.end(), 0);
  for (uint32_t e = 0; e < edges_.size(); ++e) {
    Edge& edge = edges_[e];
    edge.residual = std::abs(edge.weight) * scale_;
    edge.cycles.clear();
    arcs_[edge.a].push_back({edge.b, e});
    arcs_[edge.b].push_back({edge.a, e});
    const int64_t cost = edge.weight * side_[edge.a] * side_[edge.b];
    switch_cost_[edge.a] += cost;
    switch_cost_[edge.b] += cost;
  }
  for (SignedEdge& edge : whole.edges) edge.weight *= scale_;
  const Adjacency adjacency(whole);
  CycleBound bound = bound_by_cycles(
      whole, adjacency, side_,
      {(optimum.lower - 1) * scale_ + 1, scale_ / 4, options.work_max, options.stop});
  for (entente::PackedCycle& cycle : bound.packing.cycles)
    pack(std::move(cycle.edges), cycle.amount);
}

int64_t ChangingBalance::packed_bound() const { return (packed_ + scale_ - 1) / scale_; }
int64_t ChangingBalance::lower_bound() const { return std::max(carried_, packed_bound()); }

ChangingBalance::Certificate ChangingBalance::certificate() const {
  std::vector<uint32_t> number(edges_.size());
  uint32_t used = 0;
  for (size_t e = 0; e < edges_.size(); ++e) number[e] = edges_[e].weight != 0 ? used++ : kNone;
  Certificate certificate{{}, {}, scale_};
  for (const PackedCycle& cycle : cycles_) {
    if (cycle.amount == 0) continue;
    certificate.amounts.push_back(cycle.amount);
    certificate.cycles.emplace_back();
    for (const uint32_t edge : cycle.edges) certificate.cycles.back().push_back(number[edge]);
  }
  return certificate;
}

uint32_t ChangingBalance::find_edge(uint32_t a, uint32_t b) const {
  if (arcs_[a].size() > arcs_[b].size()) std::swap(a, b);
  for (const Arc& arc : arcs_[a])
    if (arc.actor == b) return arc.edge;
  return kNone;
}

uint32_t ChangingBalance::add_edge(uint32_t a, uint32_t b) {
  if (free_edges_.empty()) {
    free_edges_.push_back(static_cast<uint32_t>(edges_.size()));
    edges_.emplace_back();
  }
  const uint32_t edge = free_edges_.back();
  free_edges_.pop_back();
  edges_[edge] = {a, b, 0, 0, {}};
  arcs_[a].push_back({b, edge});
  arcs_[b].push_back({a, edge});
  return edge;
}

void ChangingBalance::remove_edge(uint32_t edge) {
  for (const uint32_t actor : {edges_[edge].a, edges_[edge].b})
    std::erase_if(arcs_[actor], [&](const Arc& arc) { return arc.edge == edge; });
  CHECK(edges_[edge].cycles.empty());
  free_edges_.push_back(edge);
}

int64_t ChangingBalance::tie(uint32_t a, uint32_t b) const {
  const uint32_t edge = find_edge(a, b);
  return edge == kNone ? 0 : edges_[edge].weight;
}

void ChangingBalance::set_tie(uint32_t a, uint32_t b, int64_t weight) {
  CHECK(a != b && a < side_.size() && b < side_.size() && std::abs(weight) < kGreatest);
  uint32_t number = find_edge(a, b);
  if (number == kNone && weight == 0) return;
  if (number == kNone) number = add_edge(a, b);
  const int64_t before = edges_[number].weight;
  carried_ = lower_bound() + std::min(cost_together(weight) - cost_together(before),
                                      cost_apart(weight) - cost_apart(before));
  change_cost(edges_[number], before, weight);
  std::vector<uint32_t> freed;
  const bool same_sign = (weight > 0) == (before > 0) && weight != 0;
  const int64_t capacity = std::abs(weight) * scale_;
  shrink_cycles(number, same_sign ? capacity : 0, freed);
  int64_t taken = 0;
  for (const uint32_t cycle : edges_[number].cycles) taken += cycles_[cycle].amount;
  edges_[number].residual = capacity - taken;
  edges_[number].weight = weight;
  if (weight == 0) remove_edge(number);
  improve_around(a, b);
  if (weight != 0) freed.push_back(number);
  std::sort(freed.begin(), freed.end());
  freed.erase(std::unique(freed.begin(), freed.end()), freed.end());
  for (const uint32_t edge : freed) pack_through(edge);
}

void ChangingBalance::change_cost(const Edge& edge, int64_t before, int64_t after) {
  const int64_t alike = side_[edge.a] * side_[edge.b];
  switch_cost_[edge.a] += (after - before) * alike;
  switch_cost_[edge.b] += (after - before) * alike;
  value_ += alike > 0 ? cost_together(after) - cost_together(before)
                      : cost_apart(after) - cost_apart(before);
}

// Takes from the cycles through an edge until they fit into `capacity`.
void ChangingBalance::shrink_cycles(uint32_t edge, int64_t capacity, std::vector<uint32_t>& freed) {
  int64_t taken = 0;
  for (const uint32_t cycle : edges_[edge].cycles) taken += cycles_[cycle].amount;
  while (taken > capacity) {
    const uint32_t cycle = edges_[edge].cycles.back();
    const int64_t amount = std::min(taken - capacity, cycles_[cycle].amount);
    take_from_cycle(cycle, amount, freed);
    taken -= amount;
  }
}

void ChangingBalance::take_from_cycle(uint32_t number, int64_t amount,
                                      std::vector<uint32_t>& freed) {
  PackedCycle& cycle = cycles_[number];
  cycle.amount -= amount;
  packed_ -= amount;
  for (const uint32_t edge : cycle.edges) {
    edges_[edge].residual += amount;
    freed.push_back(edge);
    if (cycle.amount == 0) std::erase(edges_[edge].cycles, number);
  }
  if (cycle.amount > 0) return;
  cycle.edges.clear();
  free_cycles_.push_back(number);
}

void ChangingBalance::pack(std::vector<uint32_t> edges, int64_t amount) {
  if (free_cycles_.empty()) {
    free_cycles_.push_back(static_cast<uint32_t>(cycles_.size()));
    cycles_.emplace_back();
  }
  const uint32_t number = free_cycles_.back();
  free_cycles_.pop_back();
  for (const uint32_t edge : edges) {
    edges_[edge].residual -= amount;
    CHECK(edges_[edge].residual >= 0);
    edges_[edge].cycles.push_back(number);
  }
  cycles_[number] = {std::move(edges), amount};
  packed_ += amount;
}

void ChangingBalance::pack_through(uint32_t edge) {
  std::vector<uint32_t> cycle;
  while (edges_[edge].weight != 0 && edges_[edge].residual > 0 && find_cycle(edge, cycle)) {
    int64_t most = INT64_MAX;
    for (const uint32_t e : cycle) most = std::min(most, edges_[e].residual);
    pack(std::move(cycle), most);
  }
}

// An unbalanced cycle of edges with something left, found by breadth from one end of the edge; it
// may leave the edge itself out. A copy of an actor is twice its number, and one more in the layer
// of paths with an odd number of frustrated edges.
bool ChangingBalance::find_cycle(uint32_t edge, std::vector<uint32_t>& cycle) {
  const auto frustrated = [&](uint32_t e) {
    return edges_[e].weight * side_[edges_[e].a] * side_[edges_[e].b] < 0 ? 1U : 0U;
  };
  ++now_;
  const uint32_t start = 2 * edges_[edge].a;
  const uint32_t goal = 2 * edges_[edge].b + 1 - frustrated(edge);
  std::vector<uint32_t> reached(1, start);
  stamp_[start] = now_;
  size_t looked_at = 0;
  for (size_t i = 0; i < reached.size() && stamp_[goal] != now_; ++i) {
    const uint32_t copy = reached[i];
    looked_at += arcs_[copy / 2].size();
    if (looked_at > kSearchMost) return false;
    for (const Arc& arc : arcs_[copy / 2]) {
      if (arc.edge == edge || edges_[arc.edge].residual <= 0) continue;
      const uint32_t next = 2 * arc.actor + ((copy & 1) ^ frustrated(arc.edge));
      if (stamp_[next] == now_) continue;
      stamp_[next] = now_;
      by_edge_[next] = arc.edge;
      from_[next] = copy;
      reached.push_back(next);
    }
  }
  if (stamp_[goal] != now_) return false;
  std::vector<uint32_t> copies(1, goal);
  cycle.clear();
  while (copies.back() != start) {
    cycle.push_back(by_edge_[copies.back()]);
    copies.push_back(from_[copies.back()]);
  }
  if (!simple_part(copies, cycle)) cycle.push_back(edge);
  return true;
}

// A path may pass an actor in both layers: the innermost part between is an unbalanced cycle of
// its own, and becomes `path`. False where no actor is passed twice.
bool ChangingBalance::simple_part(const std::vector<uint32_t>& copies,
                                  std::vector<uint32_t>& path) const {
  for (size_t end = 1; end < copies.size(); ++end) {
    for (size_t begin = end; begin-- > 0;) {
      if (copies[begin] / 2 != copies[end] / 2) continue;
      path = {path.begin() + static_cast<std::ptrdiff_t>(begin),
              path.begin() + static_cast<std::ptrdiff_t>(end)};
      return true;
    }
  }
  return false;
}

void ChangingBalance::switch_side(uint32_t actor) {
  value_ += switch_cost_[actor];
  for (const Arc& arc : arcs_[actor])
    switch_cost_[arc.actor] -= 2 * edges_[arc.edge].weight * side_[actor] * side_[arc.actor];
  switch_cost_[actor] = -switch_cost_[actor];
  side_[actor] = static_cast<int8_t>(-side_[actor]);
}

void ChangingBalance::improve_around(uint32_t a, uint32_t b) {
  for (bool better = true; better;) {
    better = false;
    for (const uint32_t end : {a, b}) better = try_chain(end) || better;
  }
}

// Moves an actor and, as long as it may pay, the neighbour that then gains most, and so on (Lin
// and Kernighan 1973); keeps the best of the states passed if it is better than the first.
bool ChangingBalance::try_chain(uint32_t start) {
  std::vector<uint32_t> moved;
  size_t best_length = 0;
  const int64_t before = value_;
  int64_t best = value_;
  const auto is_moved = [&](uint32_t actor) {
    return std::find(moved.begin(), moved.end(), actor) != moved.end();
  };
  for (uint32_t next = start; next != kNone && moved.size() < kChainMost;) {
    switch_side(next);
    moved.push_back(next);
    if (value_ < best) {
      best = value_;
      best_length = moved.size();
    }
    next = kNone;
    for (const uint32_t actor : moved)
      for (const Arc& arc : arcs_[actor])
        if ((next == kNone || switch_cost_[arc.actor] < switch_cost_[next]) && !is_moved(arc.actor))
          next = arc.actor;
  }
  while (moved.size() > best_length) {
    switch_side(moved.back());
    moved.pop_back();
  }
  return best < before;
}

}  // namespace entente
