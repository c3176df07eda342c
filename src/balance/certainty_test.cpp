#include "balance/certainty.h"

#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

// By looking at all optimal solutions.
std::vector<bool> certain_by_brute_force(const SignedGraph& graph, const Sides& optimum,
                                         uint32_t root) {
  std::vector<bool> certain(graph.actors, true);
  const int64_t least = frustration_of(graph, optimum);
  for (uint32_t mask = 0; mask < 1u << graph.actors; ++mask) {
    Sides side(graph.actors);
    for (uint32_t i = 0; i < graph.actors; ++i) side[i] = (mask >> i & 1) != 0 ? 1 : -1;
    if (frustration_of(graph, side) != least) continue;
    for (uint32_t i = 0; i < graph.actors; ++i)
      if (side[i] * side[root] != optimum[i] * optimum[root]) certain[i] = false;
  }
  return certain;
}

TEST(Certainty, AgreesWithAllOptimalSolutions) {
  Random random(20);
  size_t certain = 0, uncertain = 0;
  for (int round = 0; round < 1500; ++round) {
    SignedGraph graph = random_graph({.actors = 2 + random.below(8),
                                      .density = 0.4,
                                      .hostile_share = 0.4,
                                      .weight_max = 1 + random.below(3)},
                                     random);
    for (uint32_t i = 1; i < graph.actors; ++i) graph.edges.push_back({i - 1, i, 1});
    const uint32_t root = random.below(graph.actors);
    const Optimum optimum = find_optimum(graph, {});
    const std::vector<bool> found = find_certain(graph, optimum, root, {});
    ASSERT_EQ(found, certain_by_brute_force(graph, optimum.side, root)) << round;
    for (const bool one : found) ++(one ? certain : uncertain);
  }
  EXPECT_GT(certain, 2000u);
  EXPECT_GT(uncertain, 1000u);
}

TEST(Certainty, IsNeverClaimedWithoutProof) {
  SignedGraph all_enemies{12, {}};
  for (uint32_t a = 0; a < 12; ++a)
    for (uint32_t b = a + 1; b < 12; ++b) all_enemies.edges.push_back({a, b, -1});
  const FrustrationOptions nothing{.seed = 1, .branchings_max = 0, .work_max = 0};
  const Optimum optimum = find_optimum(all_enemies, {.limits = nothing});
  EXPECT_LT(optimum.lower, optimum.value);
  EXPECT_EQ(find_certain(all_enemies, optimum, 0, {}), std::vector<bool>(12));
}

}  // namespace
}  // namespace entente
