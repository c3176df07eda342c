#include "balance/boosted_trees.h"

#include <gtest/gtest.h>

#include <cmath>

#include "balance/random.h"

namespace entente {
namespace {

// Rows of three columns; `truth` is the log-odds of yes by the first two.
template <typename Truth>
LogisticData made_up(size_t rows, Truth truth) {
  Random random(11);
  LogisticData data{3, {}, {}};
  for (size_t i = 0; i < rows; ++i) {
    const auto x = static_cast<float>(2 * random.unit() - 1);
    const auto y = static_cast<float>(2 * random.unit() - 1);
    data.rows.insert(data.rows.end(), {x, y, static_cast<float>(random.unit())});
    data.yes.push_back(random.unit() < 1 / (1 + std::exp(-truth(x, y))));
  }
  return data;
}

double log_odds(const BoostedTrees& trees, const std::vector<float>& row) {
  std::vector<double> by_column(row.size());
  trees.add_contributions(row, by_column);
  double sum = trees.intercept();
  for (const double value : by_column) sum += value;
  return sum;
}

// Neither column says anything by itself.
double crossed(double x, double y) { return x * y > 0 ? 2 : -2; }

TEST(BoostedTrees, SeeWhereOneColumnHangsOnAnother) {
  const LogisticData data = made_up(20'000, crossed);
  const BoostedTrees trees(data, std::vector<double>(data.yes.size()), 1);
  for (const float x : {-0.7F, -0.3F, 0.3F, 0.7F})
    for (const float y : {-0.6F, 0.6F})
      EXPECT_GT(log_odds(trees, {x, y, 0.5F}) * crossed(x, y), 1.5) << x << ' ' << y;
}

TEST(BoostedTrees, GiveWhatTheyAddToTheColumnsThatSaidIt) {
  const LogisticData data = made_up(10'000, [](double x, double) { return x > 0.2 ? 2 : -2; });
  const BoostedTrees trees(data, std::vector<double>(data.yes.size()), 1);
  std::vector<double> by_column(3);
  trees.add_contributions(std::vector<float>{0.6F, 0.5F, 0.5F}, by_column);
  EXPECT_GT(by_column[0], 1);
  EXPECT_NEAR(by_column[1], 0, 0.2);
  EXPECT_NEAR(by_column[2], 0, 0.2);
}

TEST(BoostedTrees, LeaveAloneWhatTheModelBeforeThemKnows) {
  const LogisticData data = made_up(20'000, [](double x, double) { return 3 * x; });
  std::vector<double> start;
  for (size_t i = 0; i < data.yes.size(); ++i)
    start.push_back(3 * static_cast<double>(data.rows[3 * i]));
  const BoostedTrees trees(data, start, 1);
  for (const float x : {-0.9F, -0.2F, 0.5F, 0.9F})
    EXPECT_NEAR(log_odds(trees, {x, 0, 0.5F}), 0, 0.4) << x;
}

TEST(BoostedTrees, AreNotGrownOnFewRows) {
  const LogisticData data = made_up(500, crossed);
  const BoostedTrees trees(data, std::vector<double>(data.yes.size()), 1);
  EXPECT_EQ(log_odds(trees, {0.5F, 0.5F, 0.5F}), 0);
}

TEST(BoostedTrees, AreTheSameForASeed) {
  const LogisticData data = made_up(5000, crossed);
  const std::vector<double> start(data.yes.size());
  const std::vector<float> row = {0.4F, -0.4F, 0.1F};
  EXPECT_EQ(log_odds(BoostedTrees(data, start, 3), row),
            log_odds(BoostedTrees(data, start, 3), row));
}

}  // namespace
}  // namespace entente
