#include "documents/perceptron.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace entente {
namespace {

FeatureList features_of(std::initializer_list<uint64_t> values) {
  FeatureList list;
  for (const uint64_t value : values) list.add(value);
  return list;
}

// The average by its definition: the sum of the weights after every tick, over the ticks.
TEST(Perceptron, AveragesAsBySumming) {
  std::mt19937 random(9);
  Perceptron perceptron(0);
  std::map<std::pair<uint64_t, int>, double> now, sum;
  constexpr int kTicks = 400;
  for (int tick = 0; tick < kTicks; ++tick) {
    for (auto& [key, value] : now) sum[key] += value;
    if (random() % 3 == 0) {
      const FeatureList features = features_of({random() % 9, random() % 9});
      const auto better = static_cast<uint8_t>(random() % 4);
      const auto worse = static_cast<uint8_t>(4 + random() % 4);
      perceptron.update(features, better, worse);
      for (const uint64_t hash : features) {
        now[{hash, better}] += 1;
        now[{hash, worse}] -= 1;
      }
    }
    perceptron.tick();
  }
  for (auto& [key, value] : now) sum[key] += value;
  size_t compared = 0;
  for (const TrainedFeature& feature : perceptron.averaged()) {
    for (const TrainedWeight& w : feature.weights) {
      EXPECT_NEAR(w.weight, (sum[{feature.hash, w.label}]) / (kTicks + 1), 1e-4);
      ++compared;
    }
  }
  EXPECT_GT(compared, 50u);
}

TEST(Perceptron, LearnsXorOfTwoFeaturesFromTheirPair) {
  Perceptron perceptron(0);
  const auto example = [](uint64_t a, uint64_t b) {
    FeatureList list;
    list.add(a);
    list.add(b);
    list.add(a, b);
    return list;
  };
  const auto predicted = [&](uint64_t a, uint64_t b) {
    WeightTable::Scores scores = {};
    perceptron.add_to(example(a, b), scores);
    return scores[1] > scores[0] ? 1u : 0u;
  };
  for (int round = 0; round < 20; ++round) {
    for (const auto& [a, b] : {std::pair{0u, 0u}, {0u, 1u}, {1u, 0u}, {1u, 1u}}) {
      const unsigned right = a ^ b;
      if (predicted(a, b) != right) {
        perceptron.update(example(a, b), static_cast<uint8_t>(right),
                          static_cast<uint8_t>(1 - right));
      }
      perceptron.tick();
    }
  }
  EXPECT_EQ(predicted(0, 0), 0u);
  EXPECT_EQ(predicted(1, 0), 1u);
  EXPECT_EQ(predicted(0, 1), 1u);
  EXPECT_EQ(predicted(1, 1), 0u);
}

TEST(Perceptron, RareFeaturesDoNotCount) {
  Perceptron perceptron(2);
  const FeatureList features = features_of({1});
  WeightTable::Scores scores = {};
  perceptron.update(features, 0, 1);
  perceptron.add_to(features, scores);
  EXPECT_EQ(scores[0], 0);
  perceptron.update(features, 0, 1);
  perceptron.add_to(features, scores);
  EXPECT_EQ(scores[0], 2);
}

TEST(Perceptron, KeepsRowsThroughGrowth) {
  Perceptron perceptron(0);
  for (uint64_t i = 0; i < 100000; ++i) perceptron.update(features_of({i}), 0, 1);
  for (uint64_t i = 0; i < 100000; i += 997) {
    WeightTable::Scores scores = {};
    perceptron.add_to(features_of({i}), scores);
    ASSERT_EQ(scores[0], 1);
    ASSERT_EQ(scores[1], -1);
  }
}

}  // namespace
}  // namespace entente
