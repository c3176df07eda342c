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
    const Sides side = anneal(graph, Adjacency(graph), start, random, {}).side;
    ASSERT_LE(frustration_of(graph, side), frustration_of(graph, start));
    found += frustration_of(graph, side) == brute_force(graph);
  }
  EXPECT_GE(found, 95);
}

TEST(Combine, TakesTheBetterOfEachRegion) {
  Random random(9);
  for (int round = 0; round < 300; ++round) {
    const SignedGraph graph =
        random_graph({.actors = 30, .density = 0.08, .weight_max = 9}, random);
    Sides one(graph.actors), other(graph.actors);
    for (int8_t& s : one) s = random.below(2) == 0 ? 1 : -1;
    for (int8_t& s : other) s = random.below(2) == 0 ? 1 : -1;
    const Sides both = combine(graph, Adjacency(graph), one, other);
    ASSERT_LE(frustration_of(graph, both), frustration_of(graph, one));
    // Seen from `one`, nothing but whole regions of differences was switched: none left helps.
    ASSERT_EQ(combine(graph, Adjacency(graph), both, both), both);
  }
  // Two unconnected halves, each right in one of the two.
  const SignedGraph halves{5, {{0, 1, 1}, {2, 3, -1}, {3, 4, 1}}};
  const Sides best = combine(halves, Adjacency(halves), {1, 1, 1, 1, 1}, {1, -1, 1, -1, -1});
  EXPECT_EQ(frustration_of(halves, best), 0);
}

TEST(Anneal, StopsWhereItIsTold) {
  Random random(4);
  const SignedGraph graph = random_graph({.actors = 40, .density = 0.5}, random);
  const std::atomic<bool> stop = true;
  const Sides start(graph.actors, 1);
  EXPECT_EQ(anneal(graph, Adjacency(graph), start, random, {.stop = &stop}).side, start);
}

}  // namespace
}  // namespace entente
