#include "balance/cycle_relaxation.h"

#include <gtest/gtest.h>

#include "balance/random.h"

namespace entente {
namespace {

constexpr uint64_t kEnough = 1'000'000'000;

// Edges ab (a < b) of a complete graph by number, and all its triangles.
std::vector<Cycle> triangles(uint32_t actors) {
  const auto edge = [&](uint32_t a, uint32_t b) {
    return a * actors - a * (a + 1) / 2 + b - a - 1;
  };
  std::vector<Cycle> all;
  for (uint32_t a = 0; a < actors; ++a)
    for (uint32_t b = a + 1; b < actors; ++b)
      for (uint32_t c = b + 1; c < actors; ++c) all.push_back({edge(a, b), edge(a, c), edge(b, c)});
  return all;
}

TEST(CycleRelaxation, OfMutualEnemiesIsAThirdOfTheTies) {
  for (uint32_t actors = 3; actors <= 7; ++actors) {
    const uint32_t edges = actors * (actors - 1) / 2;
    CycleRelaxation relaxation(std::vector<double>(edges, 1));
    for (const Cycle& triangle : triangles(actors)) relaxation.add(triangle);
    ASSERT_TRUE(relaxation.optimize(kEnough));
    EXPECT_NEAR(relaxation.value(), edges / 3.0, 1e-9) << actors;
  }
}

// Weak and strong duality: both sides feasible and equal in value prove each other.
TEST(CycleRelaxation, PrimalAndDualAreFeasibleAndEqual) {
  Random random(14);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> weights;
    for (int e = 0; e < 20; ++e) weights.push_back(0.1 + random.unit());
    CycleRelaxation relaxation(weights);
    std::vector<Cycle> cycles;
    for (int batch = 0; batch < 4; ++batch) {
      for (int i = 0; i < 8; ++i) {
        Cycle cycle;
        for (uint32_t e = 0; e < 20; ++e)
          if (random.below(5) == 0) cycle.push_back(e);
        if (cycle.empty()) continue;
        relaxation.add(cycle);
        cycles.push_back(cycle);
      }
      ASSERT_TRUE(relaxation.optimize(kEnough));
      if (batch % 2 == 1) relaxation.drop_loose_cycles();
    }
    double primal = 0, dual = 0;
    std::vector<double> given(20);
    for (size_t e = 0; e < 20; ++e) primal += weights[e] * relaxation.degrees()[e];
    for (size_t i = 0; i < relaxation.cycles(); ++i) {
      dual += relaxation.amount(i);
      ASSERT_GE(relaxation.amount(i), 0);
      double degree = 0;
      for (const uint32_t e : relaxation.cycle(i)) {
        given[e] += relaxation.amount(i);
        degree += relaxation.degrees()[e];
      }
      ASSERT_GE(degree, 1 - 1e-6);
    }
    for (size_t e = 0; e < 20; ++e) ASSERT_LE(given[e], weights[e] + 1e-9);
    ASSERT_NEAR(primal, dual, 1e-6);
    ASSERT_NEAR(primal, relaxation.value(), 1e-6);
  }
}

TEST(CycleRelaxation, StopsAtItsLimitOfWork) {
  CycleRelaxation relaxation(std::vector<double>(45, 1));
  for (const Cycle& triangle : triangles(10)) relaxation.add(triangle);
  EXPECT_FALSE(relaxation.optimize(10));
  EXPECT_TRUE(relaxation.optimize(kEnough));
}

}  // namespace
}  // namespace entente
