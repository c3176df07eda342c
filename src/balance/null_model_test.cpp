#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "balance/random_graph.h"

namespace entente {
namespace {

SignedGraph planted(uint32_t actors, double density, double noise) {
  Random random(71);
  SignedGraph graph =
      random_graph({.actors = actors, .density = density, .hostile_share = noise}, random);
  for (SignedEdge& edge : graph.edges)
    if (edge.a % 2 != edge.b % 2) edge.weight = -edge.weight;
  return graph;
}

TEST(NullModel, SeesPlantedCamps) {
  for (const NullSigns signs : {NullSigns::dealt_out, NullSigns::degrees_kept}) {
    const NullModel model =
        compare_with_chance(planted(40, 0.3, 0.05), {.signs = signs, .samples = 99});
    EXPECT_EQ(model.samples, 99u);
    EXPECT_LT(model.frustration.observed, model.frustration.mean);
    EXPECT_LT(model.frustration.score(), -5);
    EXPECT_DOUBLE_EQ(model.frustration.p, 0.01);
    EXPECT_GT(model.balanced_triads.score(), 5);
    EXPECT_DOUBLE_EQ(model.balanced_triads.p, 0.01);
  }
}

// Of networks that are themselves random few are told apart from chance.
TEST(NullModel, SeesNothingInRandomSigns) {
  Random random(72);
  for (const NullSigns signs : {NullSigns::dealt_out, NullSigns::degrees_kept}) {
    int surprising = 0;
    for (int round = 0; round < 40; ++round) {
      const SignedGraph graph = random_graph({.actors = 16, .density = 0.5}, random);
      const NullModel model =
          compare_with_chance(graph, {.signs = signs, .samples = 19, .seed = random.next()});
      surprising += model.frustration.p <= 0.1;
    }
    EXPECT_LE(surprising, 10);
  }
}

// One whom all hate, among friends: balanced whatever the signs' places, if degrees are kept, but a
// surprise where hostile ties fall anywhere.
TEST(NullModel, AnOutcastIsNoSurpriseWhereDegreesAreKept) {
  SignedGraph graph{12, {}};
  for (uint32_t a = 0; a < 12; ++a)
    for (uint32_t b = a + 1; b < 12; ++b) graph.edges.push_back({a, b, a == 0 ? -1 : 1});
  const NullModel anywhere = compare_with_chance(graph, {.samples = 99});
  const NullModel kept =
      compare_with_chance(graph, {.signs = NullSigns::degrees_kept, .samples = 99});
  EXPECT_DOUBLE_EQ(anywhere.frustration.p, 0.01);
  EXPECT_GT(kept.frustration.p, 0.5);
  EXPECT_LT(kept.frustration.mean, 1);
}

TEST(NullModel, IsTheSameForTheSameSeedAndEndsWhenTold) {
  const SignedGraph graph = planted(20, 0.4, 0.3);
  const NullModel once = compare_with_chance(graph, {.samples = 9, .seed = 3});
  EXPECT_EQ(once.frustration.mean,
            compare_with_chance(graph, {.samples = 9, .seed = 3}).frustration.mean);
  const std::atomic<bool> stop = true;
  const NullModel none = compare_with_chance(graph, {.samples = 9, .stop = &stop});
  EXPECT_EQ(none.samples, 0u);
  EXPECT_EQ(none.frustration.p, 1);
}

}  // namespace
}  // namespace entente
