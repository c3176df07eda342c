#include "documents/weight_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace entente {
namespace {

FeatureList feature(uint64_t value) {
  FeatureList list;
  list.add(value);
  return list;
}

TrainedFeature trained(uint64_t value, std::vector<TrainedWeight> weights) {
  return {*feature(value).begin(), std::move(weights)};
}

TEST(WeightTable, GivesBackEveryWeightWithinThreePercent) {
  std::mt19937 random(1);
  std::vector<TrainedFeature> features;
  for (uint64_t i = 0; i < 20000; ++i) {
    std::vector<TrainedWeight> weights;
    for (unsigned k = 0; k < 1 + random() % 4; ++k) {
      const float size = 0.1f + static_cast<float>(random() % 10000) / 500;
      weights.push_back(
          {static_cast<uint8_t>(random() % 60 + 60 * k), random() % 2 ? size : -size});
    }
    features.push_back(trained(i, weights));
  }
  const std::string bytes = encode_weights(features, 0.1f);
  const auto table = WeightTable::view(bytes);
  ASSERT_TRUE(table);
  for (uint64_t i = 0; i < features.size(); ++i) {
    WeightTable::Scores scores = {};
    table->add_to(feature(i), scores);
    for (const TrainedWeight& w : features[i].weights) {
      ASSERT_NEAR(scores[w.label] / 256.0, w.weight, 0.03 * std::abs(w.weight) + 0.003);
    }
  }
}

TEST(WeightTable, LeavesOutSmallWeightsAndUnknownFeatures) {
  const std::string bytes = encode_weights({trained(1, {{3, 2.0f}, {4, 0.05f}})}, 0.1f);
  const auto table = WeightTable::view(bytes);
  ASSERT_TRUE(table);
  WeightTable::Scores scores = {};
  table->add_to(feature(1), scores);
  EXPECT_NE(scores[3], 0);
  EXPECT_EQ(scores[4], 0);
  int hits = 0;
  for (uint64_t i = 2; i < 5000; ++i) {
    WeightTable::Scores others = {};
    table->add_to(feature(i), others);
    hits += others[3] != 0;
  }
  EXPECT_LE(hits, 2);
}

TEST(WeightTable, PruningDropsSmallWeightsAndKeepsTheRest) {
  std::vector<TrainedFeature> features;
  for (uint64_t i = 0; i < 500; ++i) {
    features.push_back(trained(i, {{1, 3.0f}, {2, -0.5f}}));
    features.push_back(trained(1000 + i, {{3, 0.4f}}));
  }
  const std::string bytes = encode_weights(features, 0.1f), pruned = prune_weights(bytes, 1.0f);
  EXPECT_LT(pruned.size(), bytes.size() * 3 / 4);
  const auto before = WeightTable::view(bytes), after = WeightTable::view(pruned);
  ASSERT_TRUE(after);
  for (uint64_t i = 0; i < 500; ++i) {
    WeightTable::Scores old = {}, scores = {};
    before->add_to(feature(i), old);
    after->add_to(feature(i), scores);
    ASSERT_EQ(scores[1], old[1]);
    ASSERT_EQ(scores[2], 0);
  }
}

TEST(WeightTable, ReadsEmptyTablesAndRefusesForeignBytes) {
  const std::string empty = encode_weights({}, 0.1f);
  ASSERT_TRUE(WeightTable::view(empty));
  WeightTable::Scores scores = {};
  WeightTable::view(empty)->add_to(feature(1), scores);
  EXPECT_EQ(scores[0], 0);
  EXPECT_FALSE(WeightTable::view(""));
  EXPECT_FALSE(WeightTable::view(std::string_view(empty).substr(1)));
  EXPECT_FALSE(WeightTable::view(std::string(1000, '\xFF')));
}

TEST(WeightTable, SurvivesDamagedEntries) {
  std::vector<TrainedFeature> features;
  for (uint64_t i = 0; i < 300; ++i) features.push_back(trained(i, {{1, 1.0f}, {2, -1.0f}}));
  const std::string bytes = encode_weights(features, 0.1f);
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = bytes;
    for (int k = 0; k < 20; ++k)
      damaged[8 + random() % (damaged.size() - 8)] = static_cast<char>(random());
    const auto table = WeightTable::view(damaged);
    ASSERT_TRUE(table);
    WeightTable::Scores scores = {};
    for (uint64_t i = 0; i < 300; ++i) table->add_to(feature(i), scores);
  }
}

}  // namespace
}  // namespace entente
