#include "balance/price_bound.h"

#include <gtest/gtest.h>

#include "balance/cycle_prices.h"
#include "balance/local_search.h"
#include "balance/packing_verifier.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

CycleBound bound_of(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side,
                    uint64_t work_max) {
  CycleSearch search(graph, adjacency, side);
  CycleBoundOptions options;
  options.work_max = work_max;
  CycleBound bound{CyclePacking(graph), {}, 0};
  bound_by_prices(graph, search, options, bound);
  return bound;
}

TEST(PriceBound, IsATruePackingAndNoWorseThanTheSimplexMethod) {
  Random random(21);
  double sum = 0, simplex_sum = 0;
  for (int round = 0; round < 60; ++round) {
    SignedGraph graph = random_graph(
        {.actors = 13, .density = 0.3 + 0.7 * random.unit(), .weight_max = 1 + 3 * (round % 2)},
        random);
    if (graph.edges.empty()) continue;
    for (SignedEdge& edge : graph.edges) edge.weight *= 1 << 20;
    const int64_t least = brute_force(graph);
    const Adjacency adjacency(graph);
    const Sides side = anneal(graph, adjacency, Sides(graph.actors, 1), random, {}).side;
    const CycleBound bound = bound_of(graph, adjacency, side, 50'000'000);
    ASSERT_EQ(fault_of_packing(graph, bound.packing), "");
    ASSERT_LE(bound.packing.bound, least);
    sum += static_cast<double>(bound.packing.bound);
    CycleBoundOptions options{INT64_MAX, 100, 1'000'000'000};
    const CycleBound simplex = bound_by_cycles(graph, adjacency, side, options);
    simplex_sum += static_cast<double>(simplex.packing.bound);
  }
  EXPECT_GT(sum, 0.97 * simplex_sum);
}

TEST(PriceBound, HoldsFromAnySides) {
  Random random(22);
  for (int round = 0; round < 40; ++round) {
    SignedGraph graph = random_graph({.actors = 12, .density = 0.5, .weight_max = 4}, random);
    for (SignedEdge& edge : graph.edges) edge.weight *= 1000;
    const Adjacency adjacency(graph);
    Sides side(graph.actors);
    for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
    const CycleBound bound = bound_of(graph, adjacency, side, 5'000'000);
    ASSERT_EQ(fault_of_packing(graph, bound.packing), "");
    ASSERT_LE(bound.packing.bound, brute_force(graph));
  }
}

TEST(CyclePrices, FindTheBestAmountsOfFixedCycles) {
  // Two triangles share the edge 0-1 of weight 1, so that together they can have no more than 1;
  // the tie 0-3 makes room for a third.
  const SignedGraph graph{
      5, {{0, 1, -1}, {0, 2, 1}, {1, 2, 1}, {0, 3, 1}, {1, 3, 1}, {3, 4, -1}, {0, 4, 1}}};
  CyclePrices prices(graph, 1);
  EXPECT_TRUE(prices.add({0, 1, 2}, 0));
  EXPECT_TRUE(prices.add({0, 3, 4}, 0));
  EXPECT_FALSE(prices.add({0, 3, 4}, 0));
  EXPECT_TRUE(prices.add({3, 5, 6}, 0));
  prices.optimize(2000, nullptr);
  EXPECT_NEAR(prices.price_of_all(), 2, 0.01);
  SignedGraph scaled = graph;
  for (SignedEdge& edge : scaled.edges) edge.weight *= 1000;
  CyclePrices fine(scaled, 1000);
  fine.add({0, 1, 2}, 0);
  fine.add({0, 3, 4}, 0);
  fine.add({3, 5, 6}, 0);
  fine.optimize(2000, nullptr);
  CyclePacking packing(scaled);
  fine.fill(packing);
  EXPECT_EQ(fault_of_packing(scaled, packing), "");
  EXPECT_GE(packing.bound, 1990);
}

}  // namespace
}  // namespace entente
