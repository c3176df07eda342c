// Counts triads without listing them: each once, from its actor of least rank, where actors with
// fewer ties rank lower (Chiba and Nishizeki 1985). Actors are renumbered by rank, so that the
// marks of the well connected lie together. Tested in triads_test.cpp.
#include <algorithm>
#include <array>
#include <numeric>

#include "balance/balance.h"

namespace entente {

namespace {

// Upward arcs by rank: 2 * other + (1 where hostile).
struct Upward {
  std::vector<uint32_t> start, arcs;
};

Upward upward_of(const SignedGraph& graph) {
  std::vector<uint32_t> degree(graph.actors), order(graph.actors), rank(graph.actors);
  for (const SignedEdge& edge : graph.edges) ++degree[edge.a], ++degree[edge.b];
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return degree[a] < degree[b]; });
  for (uint32_t i = 0; i < graph.actors; ++i) rank[order[i]] = i;
  Upward up{std::vector<uint32_t>(graph.actors + 1), std::vector<uint32_t>(graph.edges.size())};
  for (const SignedEdge& edge : graph.edges) ++up.start[std::min(rank[edge.a], rank[edge.b])];
  std::partial_sum(up.start.begin(), up.start.end(), up.start.begin());
  for (const SignedEdge& edge : graph.edges) {
    const auto [low, high] = std::minmax(rank[edge.a], rank[edge.b]);
    up.arcs[--up.start[low]] = 2 * high + (edge.weight < 0 ? 1 : 0);
  }
  return up;
}

}  // namespace

double TriadCensus::strict_balance() const {
  const uint64_t all = triads();
  return all == 0 ? 1 : static_cast<double>(all_friends + two_against_one) / all;
}

double TriadCensus::weak_balance() const {
  const uint64_t all = triads();
  return all == 0 ? 1 : static_cast<double>(all - torn_friend) / all;
}

TriadCensus count_triads(const SignedGraph& graph) {
  const Upward up = upward_of(graph);
  std::array<uint64_t, 4> by_hostile{};
  std::vector<uint8_t> mark(graph.actors);  // 1 friend of x, 2 enemy of x
  for (uint32_t x = 0; x < graph.actors; ++x) {
    if (up.start[x + 1] - up.start[x] < 2) continue;
    for (uint32_t i = up.start[x]; i < up.start[x + 1]; ++i)
      mark[up.arcs[i] / 2] = static_cast<uint8_t>(1 + (up.arcs[i] & 1));
    for (uint32_t i = up.start[x]; i < up.start[x + 1]; ++i) {
      const uint32_t y = up.arcs[i] / 2, hostile = up.arcs[i] & 1;
      for (uint32_t j = up.start[y]; j < up.start[y + 1]; ++j) {
        const uint8_t closing = mark[up.arcs[j] / 2];
        if (closing != 0) ++by_hostile[hostile + (up.arcs[j] & 1) + closing - 1u];
      }
    }
    for (uint32_t i = up.start[x]; i < up.start[x + 1]; ++i) mark[up.arcs[i] / 2] = 0;
  }
  return {by_hostile[0], by_hostile[1], by_hostile[2], by_hostile[3]};
}

}  // namespace entente
