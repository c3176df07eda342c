// See signed_graph.h.
#include "balance/signed_graph.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace entente {

int64_t frustration_of(const SignedGraph& graph, const Sides& side) {
  CHECK(side.size() == graph.actors);
  int64_t cost = 0;
  for (const SignedEdge& edge : graph.edges)
    if (edge.weight * side[edge.a] * side[edge.b] < 0) cost += std::abs(edge.weight);
  return cost;
}

int64_t total_weight(const SignedGraph& graph) {
  int64_t total = 0;
  for (const SignedEdge& edge : graph.edges) total += std::abs(edge.weight);
  return total;
}

Folded fold(const SignedGraph& graph, const std::vector<Place>& places, uint32_t actors) {
  Folded folded;
  folded.graph.actors = actors;
  std::vector<SignedEdge>& edges = folded.graph.edges;
  edges.reserve(graph.edges.size());
  for (const SignedEdge& edge : graph.edges) {
    const Place a = places[edge.a], b = places[edge.b];
    const int64_t weight = edge.weight * a.sign * b.sign;
    if (a.actor != b.actor && weight != 0)
      edges.push_back({std::min(a.actor, b.actor), std::max(a.actor, b.actor), weight});
    else if (weight < 0)
      folded.unavoidable -= weight;
  }
  const auto same_pair = [](const SignedEdge& x, const SignedEdge& y) {
    return x.a == y.a && x.b == y.b;
  };
  std::sort(edges.begin(), edges.end(), [](const SignedEdge& x, const SignedEdge& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  size_t kept = 0;
  for (size_t i = 0; i < edges.size();) {
    SignedEdge sum{edges[i].a, edges[i].b, 0};
    int64_t size = 0;
    for (; i < edges.size() && same_pair(edges[i], sum); ++i) {
      sum.weight += edges[i].weight;
      size += std::abs(edges[i].weight);
    }
    folded.unavoidable += (size - std::abs(sum.weight)) / 2;
    if (sum.weight != 0) edges[kept++] = sum;
  }
  edges.resize(kept);
  return folded;
}

Folded simplify(const SignedGraph& graph) {
  std::vector<Place> places(graph.actors);
  for (uint32_t actor = 0; actor < graph.actors; ++actor) places[actor].actor = actor;
  return fold(graph, places, graph.actors);
}

Sides unfold(const std::vector<Place>& places, const Sides& side) {
  Sides unfolded(places.size());
  for (size_t i = 0; i < places.size(); ++i)
    unfolded[i] = static_cast<int8_t>(places[i].sign * side[places[i].actor]);
  return unfolded;
}

std::vector<Place> merging(uint32_t actors, uint32_t kept, uint32_t moved, int8_t sign) {
  CHECK(kept != moved);
  const auto number = [&](uint32_t actor) { return actor > moved ? actor - 1 : actor; };
  std::vector<Place> places(actors);
  for (uint32_t actor = 0; actor < actors; ++actor) places[actor].actor = number(actor);
  places[moved] = {number(kept), sign};
  return places;
}

std::vector<uint32_t> components(const SignedGraph& graph) {
  std::vector<uint32_t> parent(graph.actors);
  for (uint32_t actor = 0; actor < graph.actors; ++actor) parent[actor] = actor;
  const auto find = [&](uint32_t actor) {
    while (parent[actor] != actor) actor = parent[actor] = parent[parent[actor]];
    return actor;
  };
  for (const SignedEdge& edge : graph.edges) {
    const auto [low, high] = std::minmax({find(edge.a), find(edge.b)});
    parent[high] = low;
  }
  std::vector<uint32_t> component(graph.actors);
  uint32_t count = 0;
  for (uint32_t actor = 0; actor < graph.actors; ++actor)
    component[actor] = find(actor) == actor ? count++ : component[find(actor)];
  return component;
}

Adjacency::Adjacency(const SignedGraph& graph)
    : start_(graph.actors + 1), arcs_(2 * graph.edges.size()) {
  for (const SignedEdge& edge : graph.edges) {
    ++start_[edge.a];
    ++start_[edge.b];
  }
  uint32_t sum = 0;
  for (uint32_t& start : start_) start = sum += start;
  for (uint32_t e = static_cast<uint32_t>(graph.edges.size()); e-- > 0;) {
    const SignedEdge& edge = graph.edges[e];
    arcs_[--start_[edge.a]] = {edge.b, e};
    arcs_[--start_[edge.b]] = {edge.a, e};
  }
}

}  // namespace entente
