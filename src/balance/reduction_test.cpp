#include "balance/reduction.h"

#include <gtest/gtest.h>

#include "balance/random_graph.h"
#include "balance/reduction_verifier.h"

namespace entente {
namespace {

SignedGraph scaled(SignedGraph graph, int64_t scale) {
  for (SignedEdge& edge : graph.edges) edge.weight *= scale;
  return graph;
}

TEST(Reduction, RemovesTreesAndCycles) {
  const Reduction tree = reduce({4, {{0, 1, 3}, {1, 2, -2}, {1, 3, 1}}});
  EXPECT_EQ(tree.kernel.actors, 0u);
  EXPECT_EQ(tree.unavoidable, 0);
  const Reduction cycle = reduce({4, {{0, 1, 3}, {1, 2, -2}, {2, 3, 5}, {0, 3, 4}}});
  EXPECT_EQ(cycle.kernel.actors, 0u);
  EXPECT_EQ(cycle.unavoidable, 2);
}

TEST(Reduction, RemovesActorsOfThreeTies) {
  SignedGraph all_enemies{4, {}};
  for (uint32_t a = 0; a < 4; ++a)
    for (uint32_t b = a + 1; b < 4; ++b) all_enemies.edges.push_back({a, b, -4});
  const Reduction reduction = reduce(all_enemies);
  EXPECT_EQ(reduction.kernel.actors, 0u);
  EXPECT_EQ(reduction.unavoidable, 8);
}

TEST(Reduction, LeavesOddStarsThatWouldGiveHalves) {
  SignedGraph all_enemies{4, {}};
  for (uint32_t a = 0; a < 4; ++a)
    for (uint32_t b = a + 1; b < 4; ++b) all_enemies.edges.push_back({a, b, -1});
  EXPECT_EQ(reduce(all_enemies).kernel.actors, 4u);
}

TEST(Reduction, KeepsTheOptimumAndLiftsAnyKernelSides) {
  Random random(2);
  size_t shrunk = 0, left = 0;
  for (int round = 0; round < 1500; ++round) {
    const SignedGraph graph = scaled(
        random_graph(
            {.actors = 11, .density = 0.2 + 0.4 * random.unit(), .weight_max = 1 + random.below(5)},
            random),
        8);
    const Reduction reduction = reduce(graph);
    ASSERT_EQ(reduction.unavoidable + brute_force(reduction.kernel), brute_force(graph)) << round;
    Sides side(reduction.kernel.actors);
    for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
    ASSERT_LE(frustration_of(graph, lift(reduction, side, graph.actors)),
              reduction.unavoidable + frustration_of(reduction.kernel, side));
    shrunk += reduction.kernel.actors < graph.actors;
    left += reduction.kernel.actors > 0;
  }
  EXPECT_GT(shrunk, 1000u);
  EXPECT_GT(left, 300u);
}

TEST(Reduction, IsDoneAgainByTheVerifier) {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph =
        scaled(random_graph({.actors = 30, .density = 0.12, .weight_max = 5}, random), 16);
    Reduction reduction = reduce(graph);
    ASSERT_EQ(ReductionVerifier(graph).fault_of(reduction), "");
    ++reduction.unavoidable;
    EXPECT_EQ(ReductionVerifier(graph).fault_of(reduction), "a false constant");
    if (reduction.kernel.edges.empty()) continue;
    --reduction.unavoidable;
    ++reduction.kernel.edges[0].weight;
    EXPECT_NE(ReductionVerifier(graph).fault_of(reduction), "");
  }
}

}  // namespace
}  // namespace entente
