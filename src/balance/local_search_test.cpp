#include "balance/local_search.h"

#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

TEST(Descend, EndsWhereNoSwitchHelpsAndIsNeverWorse) {
  Random random(6);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph = random_graph({.actors = 30, .density = 0.3, .weight_max = 9}, random);
    Sides side(graph.actors);
    for (int8_t& s : side) s = random.below(2) == 0 ? 1 : -1;
    const int64_t before = frustration_of(graph, side);
    descend(graph, Adjacency(graph), side);
    const int64_t after = frustration_of(graph, side);
    ASSERT_LE(after, before);
    for (int8_t& s : side) {
      s = static_cast<int8_t>(-s);
      ASSERT_GE(frustration_of(graph, side), after);
      s = static_cast<int8_t>(-s);
    }
  }
}

TEST(Anneal, FindsTheOptimumOfSmallDenseNetworks) {
  Random random(8);
  int found = 0;
  for (int round = 0; round < 100; ++round) {
    const SignedGraph graph = random_graph({.actors = 14, .density = 1, .weight_max = 3}, random);
    const Sides start(graph.actors, 1);
    const Sides side = anneal(graph, Adjacency(graph), start, random, {});
    ASSERT_LE(frustration_of(graph, side), frustration_of(graph, start));
    found += frustration_of(graph, side) == brute_force(graph);
  }
  EXPECT_GE(found, 95);
}

}  // namespace
}  // namespace entente
