#include "balance/enumeration.h"

#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

TEST(Enumeration, FindsTheOptimum) {
  Random random(16);
  for (int round = 0; round < 600; ++round) {
    const SignedGraph graph = random_graph(
        {.actors = 1 + random.below(12), .density = random.unit(), .weight_max = 4}, random);
    const Enumeration found = enumerate_sides(graph, Sides(graph.actors, 1), UINT64_MAX);
    ASSERT_EQ(found.value, brute_force(graph));
    ASSERT_EQ(found.lower, found.value);
    ASSERT_EQ(frustration_of(graph, found.side), found.value);
  }
}

TEST(Enumeration, BoundsHoldWhereItIsCutShort) {
  Random random(18);
  for (int round = 0; round < 300; ++round) {
    const SignedGraph graph = random_graph({.actors = 12, .density = 0.8, .weight_max = 4}, random);
    const Enumeration found = enumerate_sides(graph, Sides(graph.actors, 1), random.below(3000));
    ASSERT_LE(found.lower, brute_force(graph));
    ASSERT_GE(found.value, brute_force(graph));
    ASSERT_EQ(frustration_of(graph, found.side), found.value);
  }
}

}  // namespace
}  // namespace entente
