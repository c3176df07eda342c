#include "balance/blocks.h"

#include <gtest/gtest.h>

#include <set>

#include "balance/random_graph.h"

namespace entente {
namespace {

TEST(Blocks, AreBridgesAndCyclesThatShareOneActor) {
  // Two triangles at actor 2, a bridge from 4 to 5, and 6 alone.
  const SignedGraph graph{
      7, {{0, 1, 1}, {1, 2, 1}, {0, 2, -1}, {2, 3, 1}, {3, 4, 1}, {2, 4, 1}, {4, 5, -1}}};
  std::set<std::vector<uint32_t>> actors;
  for (const Block& block : find_blocks(graph)) actors.insert(block.actors);
  EXPECT_EQ(actors, (std::set<std::vector<uint32_t>>{{0, 1, 2}, {2, 3, 4}, {4, 5}}));
}

TEST(Blocks, OptimaAddUpAndJoin) {
  Random random(4);
  size_t several = 0;
  for (int round = 0; round < 800; ++round) {
    const SignedGraph graph =
        random_graph({.actors = 10, .density = 0.1 + 0.3 * random.unit(), .weight_max = 3}, random);
    const std::vector<Block> blocks = find_blocks(graph);
    several += blocks.size() > 2;
    size_t edges = 0;
    int64_t optima = 0, costs = 0;
    std::vector<Sides> sides;
    for (const Block& block : blocks) {
      edges += block.graph.edges.size();
      optima += brute_force(block.graph);
      Sides side(block.graph.actors);
      for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
      costs += frustration_of(block.graph, side);
      sides.push_back(side);
    }
    ASSERT_EQ(edges, graph.edges.size());
    ASSERT_EQ(optima, brute_force(graph));
    ASSERT_EQ(costs, frustration_of(graph, join_sides(blocks, sides, graph.actors)));
  }
  EXPECT_GT(several, 400u);
}

TEST(Blocks, ALongChainDoesNotExhaustTheStack) {
  SignedGraph chain{200'000, {}};
  for (uint32_t a = 0; a + 1 < chain.actors; ++a) chain.edges.push_back({a, a + 1, -1});
  EXPECT_EQ(find_blocks(chain).size(), chain.edges.size());
  chain.edges.push_back({0, chain.actors - 1, 1});
  EXPECT_EQ(find_blocks(chain).size(), 1u);
}

}  // namespace
}  // namespace entente
