#include "balance/cycle_packing.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "balance/cycle_bound.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

// A cycle: connected, each actor on two of its edges, and an odd number of hostile ones.
void expect_unbalanced_cycle(const SignedGraph& graph, const Cycle& cycle) {
  ASSERT_GE(cycle.size(), 3u);
  ASSERT_EQ(std::set<uint32_t>(cycle.begin(), cycle.end()).size(), cycle.size());
  std::map<uint32_t, std::vector<uint32_t>> at;
  int hostile = 0;
  for (const uint32_t e : cycle) {
    at[graph.edges.at(e).a].push_back(graph.edges[e].b);
    at[graph.edges[e].b].push_back(graph.edges[e].a);
    hostile += graph.edges[e].weight < 0;
  }
  ASSERT_EQ(hostile % 2, 1);
  ASSERT_EQ(at.size(), cycle.size());
  uint32_t actor = graph.edges[cycle[0]].a, before = UINT32_MAX;
  size_t steps = 0;
  do {
    ASSERT_EQ(at[actor].size(), 2u);
    const uint32_t next = at[actor][0] == before ? at[actor][1] : at[actor][0];
    before = actor;
    actor = next;
    ++steps;
  } while (actor != graph.edges[cycle[0]].a && steps <= cycle.size());
  ASSERT_EQ(steps, cycle.size());
}

// The certificate, checked from the graph alone.
void expect_packing(const SignedGraph& graph, const CyclePacking& packing) {
  std::vector<int64_t> given(graph.edges.size());
  int64_t sum = 0;
  for (const PackedCycle& cycle : packing.cycles) {
    ASSERT_NO_FATAL_FAILURE(expect_unbalanced_cycle(graph, cycle.edges));
    ASSERT_GT(cycle.amount, 0);
    sum += cycle.amount;
    for (const uint32_t e : cycle.edges) given[e] += cycle.amount;
  }
  ASSERT_EQ(sum, packing.bound);
  for (size_t e = 0; e < given.size(); ++e) {
    ASSERT_LE(given[e], std::abs(graph.edges[e].weight));
    ASSERT_EQ(packing.residual[e], std::abs(graph.edges[e].weight) - given[e]);
  }
}

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
    ASSERT_NO_FATAL_FAILURE(expect_packing(graph, greedy.packing));
    ASSERT_LE(greedy.packing.bound, least);
    const CycleBound best =
        bound_by_cycles(graph, adjacency, side, {INT64_MAX, 100, 1'000'000'000});
    ASSERT_NO_FATAL_FAILURE(expect_packing(graph, best.packing));
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
