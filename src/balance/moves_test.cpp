#include <gtest/gtest.h>

#include <bit>

#include "balance/random_graph.h"

namespace entente {
namespace {

SignedGraph connected(uint32_t actors, int64_t weight_max, Random& random) {
  SignedGraph graph = random_graph(
      {.actors = actors, .density = 0.5, .hostile_share = 0.4, .weight_max = weight_max}, random);
  for (uint32_t i = 1; i < actors; ++i) graph.edges.push_back({i - 1, i, 20});
  return simplify(graph).graph;
}

uint32_t best_connected_other(const SignedGraph& graph, uint32_t actor) {
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  load[actor] = -1;
  return static_cast<uint32_t>(std::ranges::max_element(load) - load.begin());
}

int64_t least_with(const SignedGraph& graph, uint32_t a, uint32_t b, int wanted) {
  int64_t least = INT64_MAX;
  for (uint32_t mask = 0; mask < 1u << graph.actors; ++mask) {
    Sides side(graph.actors);
    for (uint32_t i = 0; i < graph.actors; ++i) side[i] = (mask >> i & 1) != 0 ? 1 : -1;
    if (side[a] * side[b] == wanted) least = std::min(least, frustration_of(graph, side));
  }
  return least;
}

TEST(Moves, CostWhatTheBestCampsWithTheMoveCost) {
  Random random(51);
  size_t with_others = 0, turned = 0;
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph = connected(3 + random.below(7), 1 + random.below(9), random);
    const Frustration found = minimum_frustration(graph);
    const uint32_t actor = random.below(graph.actors);
    const uint32_t anchor = best_connected_other(graph, actor);
    const CampMove move = cost_of_moving(graph, found, actor);
    const int now = found.side[actor] * found.side[anchor];
    ASSERT_EQ(move.cost, least_with(graph, actor, anchor, -now) - found.value) << round;
    ASSERT_EQ(move.cost_at_least, move.cost);
    ASSERT_GE(move.alone, move.cost);
    Sides side = found.side;
    side[actor] = static_cast<int8_t>(-side[actor]);
    for (const uint32_t other : move.along) side[other] = static_cast<int8_t>(-side[other]);
    ASSERT_EQ(frustration_of(graph, side), found.value + move.cost) << round;
    with_others += !move.along.empty();
    if (move.turned.empty()) continue;
    ++turned;
    SignedGraph after = graph;
    for (const uint32_t e : move.turned) after.edges[e].weight = -after.edges[e].weight;
    ASSERT_LT(least_with(after, actor, anchor, -now), least_with(after, actor, anchor, now));
  }
  EXPECT_GT(with_others, 30u);
  EXPECT_GT(turned, 180u);
}

// Nearly always no smaller set of ties makes the actor move, and never are there two too many.
TEST(Moves, TurnFewTies) {
  Random random(52);
  size_t fewest = 0, all = 0;
  for (int round = 0; round < 100; ++round) {
    SignedGraph graph = random_graph({.actors = 6, .density = 0.7, .hostile_share = 0.4}, random);
    for (uint32_t i = 1; i < 6; ++i) graph.edges.push_back({i - 1, i, 1});
    graph = simplify(graph).graph;
    for (SignedEdge& edge : graph.edges) edge.weight = edge.weight > 0 ? 1 : -1;
    const Frustration found = minimum_frustration(graph);
    const uint32_t anchor = best_connected_other(graph, 0);
    const CampMove move = cost_of_moving(graph, found, 0);
    if (move.turned.empty()) continue;
    const int now = found.side[0] * found.side[anchor];
    size_t least = move.turned.size();
    for (uint32_t mask = 0; mask < 1u << graph.edges.size(); ++mask) {
      if (static_cast<size_t>(std::popcount(mask)) >= least) continue;
      SignedGraph after = graph;
      for (uint32_t e = 0; e < graph.edges.size(); ++e)
        if ((mask >> e & 1) != 0) after.edges[e].weight = -after.edges[e].weight;
      if (least_with(after, 0, anchor, -now) < least_with(after, 0, anchor, now))
        least = static_cast<size_t>(std::popcount(mask));
    }
    ASSERT_LE(move.turned.size(), least + 1) << round;
    fewest += move.turned.size() == least;
    ++all;
  }
  EXPECT_GT(all, 80u);
  EXPECT_GE(10 * fewest, 9 * all);
}

TEST(Moves, SupposedTiesAreSolvedAnew) {
  Random random(53);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph = connected(4 + random.below(6), 5, random);
    const Frustration found = minimum_frustration(graph);
    Supposition supposition;
    SignedGraph anew{graph.actors, {}};
    const uint32_t a = random.below(graph.actors);
    const uint32_t b = (a + 1 + random.below(graph.actors - 1)) % graph.actors;
    const auto weight = static_cast<int64_t>(random.below(21)) - 10;
    supposition.ties.push_back({a, b, weight});
    for (const SignedEdge& edge : graph.edges)
      if (std::minmax(edge.a, edge.b) != std::minmax(a, b)) anew.edges.push_back(edge);
    if (weight != 0) anew.edges.push_back({a, b, weight});
    const Supposed supposed = suppose(graph, found, supposition);
    ASSERT_EQ(supposed.found.value, brute_force(anew)) << round;
    ASSERT_EQ(supposed.found.value, frustration_of(anew, supposed.found.side));
    ASSERT_TRUE(supposed.found.proven());
  }
}

TEST(Moves, SupposedMovesAreKept) {
  // Two camps of three; 5 has a friend across.
  SignedGraph graph{
      6,
      {{0, 1, 2}, {0, 2, 2}, {1, 2, 2}, {3, 4, 2}, {3, 5, 1}, {0, 3, -2}, {1, 4, -2}, {2, 5, 2}}};
  graph = simplify(graph).graph;
  const Frustration found = minimum_frustration(graph);
  EXPECT_EQ(found.value, 1);
  const Supposed nothing = suppose(graph, found, {});
  EXPECT_EQ(nothing.moved, std::vector<bool>(6));
  const Supposed moved = suppose(graph, found, {.ties = {}, .moved = {5}});
  EXPECT_EQ(moved.found.value, 2);
  EXPECT_EQ(moved.moved, (std::vector<bool>{false, false, false, false, false, true}));
  const Supposed turned = suppose(graph, found, {.ties = {{2, 5, 0}}, .moved = {}});
  EXPECT_EQ(turned.found.value, 0);
  EXPECT_TRUE(turned.moved[5]);
}

TEST(Moves, ThoseWhoMoveTogetherStayTogether) {
  // All friends of 0, the best connected; 0 and 1 are to leave.
  const SignedGraph graph{4, {{0, 1, 3}, {0, 2, 2}, {0, 3, 2}, {1, 2, 1}}};
  const Supposed supposed =
      suppose(graph, minimum_frustration(graph), {.ties = {}, .moved = {0, 1}});
  EXPECT_EQ(supposed.found.side[0], supposed.found.side[1]);
  EXPECT_NE(supposed.found.side[0], supposed.found.side[2]);
}

TEST(Moves, OfOneWithoutTies) {
  const SignedGraph graph{3, {{0, 1, 1}}};
  const CampMove move = cost_of_moving(graph, minimum_frustration(graph), 2);
  EXPECT_EQ(move.cost, 0);
  EXPECT_TRUE(move.along.empty());
}

}  // namespace
}  // namespace entente
