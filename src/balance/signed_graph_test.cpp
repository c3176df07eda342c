#include "balance/signed_graph.h"

#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

Sides random_sides(uint32_t actors, Random& random) {
  Sides side(actors);
  for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
  return side;
}

TEST(SignedGraph, FrustrationIsTheWeightOfFriendsApartAndEnemiesTogether) {
  const SignedGraph graph{3, {{0, 1, 5}, {1, 2, -7}, {0, 2, 11}}};
  EXPECT_EQ(frustration_of(graph, {1, 1, 1}), 7);
  EXPECT_EQ(frustration_of(graph, {1, 1, -1}), 11);
  EXPECT_EQ(frustration_of(graph, {1, -1, 1}), 5);
  EXPECT_EQ(total_weight(graph), 23);
}

TEST(SignedGraph, SimplifyKeepsTheCostOfAllSides) {
  const SignedGraph graph{
      3,
      {{0, 1, 5}, {1, 0, -7}, {1, 1, -2}, {1, 1, 3}, {2, 1, 4}, {2, 1, 0}, {2, 0, 1}, {0, 2, -1}}};
  const Folded folded = simplify(graph);
  EXPECT_EQ(folded.unavoidable, 5 + 2 + 1);
  ASSERT_EQ(folded.graph.edges.size(), 2u);
  EXPECT_EQ(folded.graph.edges[0].weight, -2);
  EXPECT_EQ(folded.graph.edges[1].a, 1u);
  for (const Sides& side : {Sides{1, 1, 1}, Sides{1, -1, 1}, Sides{1, 1, -1}, Sides{1, -1, -1}})
    EXPECT_EQ(frustration_of(graph, side), folded.unavoidable + frustration_of(folded.graph, side));
}

TEST(SignedGraph, FoldingAgreesWithUnfolding) {
  Random random(1);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph = random_graph({.actors = 8, .density = 0.6, .weight_max = 5}, random);
    const uint32_t kept = random.below(8), moved = (kept + 1 + random.below(7)) % 8;
    const auto places = merging(8, kept, moved, round % 2 == 0 ? 1 : -1);
    const Folded folded = fold(graph, places, 7);
    const Sides side = random_sides(7, random);
    const Sides whole = unfold(places, side);
    EXPECT_EQ(whole[moved] == whole[kept], round % 2 == 0);
    EXPECT_EQ(frustration_of(graph, whole),
              folded.unavoidable + frustration_of(folded.graph, side));
  }
}

TEST(SignedGraph, ComponentsAreNumberedByTheirLeastActor) {
  const SignedGraph graph{6, {{5, 1, 1}, {4, 2, -1}, {2, 0, 1}}};
  EXPECT_EQ(components(graph), (std::vector<uint32_t>{0, 1, 0, 2, 0, 1}));
}

TEST(Adjacency, ListsEachEdgeAtBothEnds) {
  const SignedGraph graph{4, {{0, 1, 1}, {1, 2, -1}}};
  const Adjacency adjacency(graph);
  ASSERT_EQ(adjacency.of(1).size(), 2u);
  EXPECT_EQ(adjacency.of(1)[0].actor, 0u);
  EXPECT_EQ(adjacency.of(1)[1].edge, 1u);
  EXPECT_EQ(adjacency.of(2).size(), 1u);
  EXPECT_TRUE(adjacency.of(3).empty());
}

}  // namespace
}  // namespace entente
