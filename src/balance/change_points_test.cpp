#include "balance/change_points.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

// About normal, by twelve uniforms.
double noise(Random& random) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += random.unit();
  return sum;
}

std::vector<double> series(size_t length, size_t at, double step, Random& random) {
  std::vector<double> values;
  for (size_t i = 0; i < length; ++i) values.push_back(noise(random) + (i >= at ? step : 0));
  return values;
}

TEST(ChangePoints, FindsAPlantedShift) {
  Random random(61);
  int found = 0, near = 0;
  for (int round = 0; round < 100; ++round) {
    const size_t at = 6 + random.below(18);
    const auto shift =
        strongest_shift(series(30, at, 3, random), random, {.permutations_max = 499});
    ASSERT_TRUE(shift);
    found += shift->p <= 0.05;
    near += std::abs(static_cast<int>(shift->at) - static_cast<int>(at)) <= 1;
  }
  EXPECT_GE(found, 97);
  EXPECT_GE(near, 85);
}

// Of 1,000 series without a change 50 alarms are expected at the level 0.05, and 71 are three
// deviations more.
TEST(ChangePoints, RaisesFalseAlarmsAsSeldomAsItSays) {
  Random random(62);
  int alarms = 0;
  for (int round = 0; round < 1000; ++round) {
    const size_t length = 6 + random.below(30);
    const auto shift =
        strongest_shift(series(length, length, 0, random), random, {.permutations_max = 199});
    alarms += shift && shift->p <= 0.05;
  }
  EXPECT_LE(alarms, 71);
  EXPECT_GE(alarms, 20);  // nor is it deaf
}

TEST(ChangePoints, FindsAQuarrelThatEnds) {
  std::vector<double> values(12, 2.0);
  for (int i = 0; i < 10; ++i) values.push_back(-4);
  for (int i = 0; i < 12; ++i) values.push_back(2.5);
  Random random(63);
  const auto first = strongest_shift(values, random);
  ASSERT_TRUE(first && first->p <= 0.05);
  const auto shifts = further_shifts(values, *first, random);
  ASSERT_EQ(shifts.size(), 2u);
  EXPECT_EQ(shifts[0].at, 12u);
  EXPECT_EQ(shifts[1].at, 22u);
  EXPECT_DOUBLE_EQ(shifts[0].before, 2);
  EXPECT_DOUBLE_EQ(shifts[0].after, -4);
  EXPECT_DOUBLE_EQ(shifts[1].after, 2.5);
}

TEST(ChangePoints, OneOutlierIsNone) {
  std::vector<double> values(20, 1.0);
  values[10] = -1000;
  Random random(64);
  const auto shift = strongest_shift(values, random);
  EXPECT_TRUE(!shift || shift->p > 0.05);
}

TEST(ChangePoints, OfShortOrEqualValuesThereIsNone) {
  Random random(65);
  EXPECT_FALSE(strongest_shift({}, random));
  EXPECT_FALSE(strongest_shift({1, 2, 3, 4, 5}, random));
  EXPECT_FALSE(strongest_shift(std::vector<double>(50, 3.0), random));
}

TEST(ChangePoints, AreTheSameForTheSameSeed) {
  Random one(66), other(66), maker(67);
  const std::vector<double> values = series(40, 20, 1, maker);
  EXPECT_EQ(strongest_shift(values, one)->p, strongest_shift(values, other)->p);
}

// The textbook procedure, by hand: 0.01 <= 0.05 * 1/4 and 0.02 <= 0.05 * 2/4, 0.04 > 0.05 * 3/4.
TEST(ChangePoints, ManyAreHeldAgainstTheirNumber) {
  EXPECT_EQ(significant_together({0.04, 0.01, 0.9, 0.02}, 0.05),
            (std::vector<bool>{false, true, false, true}));
  EXPECT_EQ(significant_together({}, 0.05), std::vector<bool>());
  EXPECT_EQ(significant_together({0.2}, 0.05), std::vector<bool>{false});
}

}  // namespace
}  // namespace entente
