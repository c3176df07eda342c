#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

SignedGraph connected(uint32_t actors, Random& random) {
  SignedGraph graph =
      random_graph({.actors = actors, .density = 0.35, .hostile_share = 0.4}, random);
  for (uint32_t i = 1; i < actors; ++i) graph.edges.push_back({i - 1, i, 1});
  return simplify(graph).graph;
}

uint32_t head_of(const SignedGraph& graph) {
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  return static_cast<uint32_t>(std::ranges::max_element(load) - load.begin());
}

// By looking at all solutions that cost as little.
std::vector<bool> moves_by_brute_force(const SignedGraph& graph, const Sides& known) {
  const uint32_t head = head_of(graph);
  std::vector<bool> moves(graph.actors);
  const int64_t least = frustration_of(graph, known);
  for (uint32_t mask = 0; mask < 1u << graph.actors; ++mask) {
    Sides side(graph.actors);
    for (uint32_t i = 0; i < graph.actors; ++i) side[i] = (mask >> i & 1) != 0 ? 1 : -1;
    if (frustration_of(graph, side) != least) continue;
    for (uint32_t i = 0; i < graph.actors; ++i)
      if (side[i] * side[head] != known[i] * known[head]) moves[i] = true;
  }
  return moves;
}

TEST(Standing, AgreesWithAllOptimalSolutions) {
  Random random(31);
  size_t undecided = 0;
  for (int round = 0; round < 500; ++round) {
    const SignedGraph graph = connected(2 + random.below(8), random);
    if (graph.edges.empty()) continue;
    const Frustration found = minimum_frustration(graph);
    const std::vector<bool> moves = moves_by_brute_force(graph, found.side);
    const std::vector<Standing> standing = find_standing(graph, found);
    if (components(graph) != std::vector<uint32_t>(graph.actors)) continue;
    for (uint32_t i = 0; i < graph.actors; ++i) {
      ASSERT_EQ(standing[i], moves[i] ? Standing::undecided : Standing::certain) << round;
      undecided += moves[i];
    }
  }
  EXPECT_GT(undecided, 200u);
}

// The walk claims nothing that is not so, and finds most of it.
TEST(Standing, OfLargeNetworksByAWalkNeverClaimsTooMuch) {
  Random random(32);
  size_t met = 0, there = 0, certain = 0;
  for (int round = 0; round < 500; ++round) {
    const SignedGraph graph = connected(4 + random.below(7), random);
    if (components(graph) != std::vector<uint32_t>(graph.actors)) continue;
    const Frustration found = minimum_frustration(graph);
    const std::vector<bool> moves = moves_by_brute_force(graph, found.side);
    const std::vector<Standing> standing = find_standing(graph, found, {.exact_actors_max = 0});
    for (uint32_t i = 0; i < graph.actors; ++i) {
      ASSERT_FALSE(standing[i] == Standing::undecided && !moves[i]) << round;
      ASSERT_FALSE(standing[i] == Standing::certain && moves[i]) << round;
      met += standing[i] == Standing::undecided;
      there += moves[i];
      certain += standing[i] == Standing::certain;
    }
  }
  EXPECT_GT(10 * met, 9 * there);
  EXPECT_GT(certain, 500u);
}

TEST(Standing, WithoutAProofNobodyIsCertain) {
  SignedGraph all_enemies{12, {}};
  for (uint32_t a = 0; a < 12; ++a)
    for (uint32_t b = a + 1; b < 12; ++b) all_enemies.edges.push_back({a, b, -1});
  const Frustration found = minimum_frustration(all_enemies, {.branchings_max = 0, .work_max = 0});
  ASSERT_FALSE(found.proven());
  for (const Standing standing : find_standing(all_enemies, found))
    EXPECT_NE(standing, Standing::certain);
}

}  // namespace
}  // namespace entente
