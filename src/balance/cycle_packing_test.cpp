#include "balance/cycle_packing.h"

#include <gtest/gtest.h>

#include "balance/cycle_bound.h"
#include "balance/packing_verifier.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

TEST(CyclePacking, IsATruePackingAndABound) {
  Random random(10);
  for (int round = 0; round < 500; ++round) {
    SignedGraph graph =
        random_graph({.actors = 12, .density = 0.2 + 0.8 * random.unit(), .weight_max = 4}, random);
    for (SignedEdge& edge : graph.edges) edge.weight *= 1000;
    const int64_t least = brute_force(graph);
    const Adjacency adjacency(graph);
    Sides side(graph.actors);
    for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
    const CycleBound greedy = bound_by_cycles(graph, adjacency, side, {});
    ASSERT_EQ(fault_of_packing(graph, greedy.packing), "");
    ASSERT_LE(greedy.packing.bound, least);
    const CycleBound best =
        bound_by_cycles(graph, adjacency, side, {INT64_MAX, 100, 1'000'000'000});
    ASSERT_EQ(fault_of_packing(graph, best.packing), "");
    ASSERT_LE(best.packing.bound, least);
    ASSERT_GE(best.packing.bound, greedy.packing.bound);
    if (least > 0) {
      ASSERT_GT(best.packing.bound, 0);
    }
  }
}

TEST(CyclePacking, LeavesNoUnbalancedCycleWithSomethingToGive) {
  Random random(12);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph = random_graph({.actors = 12, .density = 0.4, .weight_max = 4}, random);
    const Adjacency adjacency(graph);
    const CycleBound greedy = bound_by_cycles(graph, adjacency, Sides(12, 1), {});
    SignedGraph rest{12, {}};
    for (uint32_t e = 0; e < graph.edges.size(); ++e)
      if (greedy.packing.residual[e] > 0) rest.edges.push_back(graph.edges[e]);
    ASSERT_EQ(brute_force(rest), 0);
  }
}

TEST(CycleSearch, FindsTheShortestByLength) {
  // Two unbalanced cycles through the hostile edge 0-1: over 2 (long) and over 3, 4 (short).
  const SignedGraph graph{5, {{0, 1, -1}, {0, 2, 1}, {1, 2, 1}, {0, 3, 1}, {3, 4, 1}, {1, 4, 1}}};
  const Adjacency adjacency(graph);
  const Sides side(5, 1);
  CycleSearch search(graph, adjacency, side);
  ASSERT_EQ(search.frustrated(), std::vector<uint32_t>{0});
  const std::vector<int64_t> residual(6, 1);
  EXPECT_EQ(search.fewest_edges(0, residual, 9), (Cycle{0, 1, 2}));
  const std::vector<double> length = {0.1, 0.3, 0.3, 0.1, 0.1, 0.1};
  EXPECT_EQ(search.shortest(0, length, 1), (Cycle{0, 3, 4, 5}));
  EXPECT_EQ(search.shortest(0, length, 0.4), std::nullopt);
  EXPECT_EQ(search.fewest_edges(0, {1, 0, 1, 1, 1, 1}, 3), std::nullopt);
  EXPECT_TRUE(search.limited());
  EXPECT_EQ(search.fewest_edges(0, {1, 0, 1, 0, 1, 1}, 9), std::nullopt);
  EXPECT_FALSE(search.limited());
}

}  // namespace
}  // namespace entente
