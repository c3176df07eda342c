#include "documents/neural_decoder.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

int64_t score_of(const std::vector<int64_t>& scores, const std::vector<int>& heads) {
  int64_t sum = 0;
  for (size_t d = 0; d < heads.size(); ++d) {
    sum += scores[d * (heads.size() + 1) + static_cast<size_t>(heads[d])];
  }
  return sum;
}

bool is_tree(const std::vector<int>& heads) {
  int roots = 0;
  for (size_t d = 0; d < heads.size(); ++d) {
    roots += heads[d] == 0;
    int node = static_cast<int>(d) + 1;
    for (size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[static_cast<size_t>(node) - 1];
    }
  }
  return roots == 1;
}

int64_t best_of_all(const std::vector<int64_t>& scores, size_t size) {
  std::vector<int> heads(size, 0);
  int64_t best = INT64_MIN;
  while (true) {
    if (is_tree(heads)) best = std::max(best, score_of(scores, heads));
    size_t d = 0;
    while (d < size && ++heads[d] > static_cast<int>(size)) heads[d++] = 0;
    if (d == size) return best;
  }
}

TEST(NeuralDecoder, FindsTheBestOfAllTrees) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const size_t size = 1 + random() % 5;
    std::vector<int64_t> scores;
    for (size_t i = 0; i < size * (size + 1); ++i) {
      scores.push_back(static_cast<int64_t>(random() % 1000) - 500);
    }
    const std::vector<int> heads = best_tree(scores, static_cast<int>(size));
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(score_of(scores, heads), best_of_all(scores, size));
  }
}

TEST(NeuralDecoder, LongSentencesGetATree) {
  std::mt19937 random(4);
  constexpr size_t kSize = 400;
  std::vector<int64_t> scores;
  for (size_t i = 0; i < kSize * (kSize + 1); ++i)
    scores.push_back(static_cast<int64_t>(random() % 65536));
  EXPECT_TRUE(is_tree(best_tree(scores, kSize)));
}

}  // namespace
}  // namespace entente
