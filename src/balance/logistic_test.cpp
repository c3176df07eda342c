#include "balance/logistic.h"

#include <gtest/gtest.h>

#include <cmath>

#include "balance/random.h"

namespace entente {
namespace {

double log_odds(const Logistic& model, const std::vector<float>& row) {
  std::vector<double> by_column(row.size());
  model.contributions(row, by_column);
  double sum = model.intercept();
  for (const double value : by_column) sum += value;
  return sum;
}

// Rows whose log-odds of yes are `truth` of the first column; the second says nothing.
template <typename Truth>
LogisticData made_up(size_t rows, Truth truth) {
  Random random(7);
  LogisticData data{3, {}, {}};
  for (size_t i = 0; i < rows; ++i) {
    const auto x = static_cast<float>(4 * random.unit() - 2);
    data.rows.insert(data.rows.end(), {x, static_cast<float>(random.unit()), 5.0F});
    data.yes.push_back(random.unit() < 1 / (1 + std::exp(-truth(x))));
  }
  return data;
}

TEST(Logistic, FindsTheWeightsThatMadeTheRows) {
  const Logistic model(made_up(20'000, [](float x) { return 0.5 + 1.5 * x; }),
                       std::vector<float>(3));
  for (const float x : {-1.5F, -0.5F, 0.0F, 1.0F, 1.5F})
    EXPECT_NEAR(log_odds(model, {x, 0.5, 5}), 0.5 + 1.5 * x, 0.25) << x;
}

TEST(Logistic, BendsWhereAnEffectLevelsOff) {
  const auto truth = [](float x) { return x > 0.67F ? 2.0 : x < -0.67F ? -2.0 : 3.0 * x; };
  const Logistic model(made_up(40'000, truth), std::vector<float>(3));
  const double inner = log_odds(model, {0.5F, 0.5, 5}) - log_odds(model, {-0.5F, 0.5, 5});
  const double outer = log_odds(model, {1.9F, 0.5, 5}) - log_odds(model, {0.9F, 0.5, 5});
  EXPECT_GT(inner, 1.7);
  EXPECT_LT(outer, 0.7 * inner) << "alike without a bend";
}

TEST(Logistic, FewRowsLeaveThePrior) {
  const std::vector<float> prior = {2, 0, 0};
  const Logistic few(made_up(6, [](float x) { return -2.0 * x; }), prior);
  const auto slope = [](const Logistic& model) {
    return log_odds(model, {1, 0.5, 5}) - log_odds(model, {0, 0.5, 5});
  };
  EXPECT_GT(slope(few), 1);
  EXPECT_LT(slope(Logistic(made_up(5'000, [](float x) { return -2.0 * x; }), prior)), -1);
}

TEST(Logistic, AColumnThatNeverVariedKeepsItsPrior) {
  const Logistic model(made_up(500, [](float x) { return x; }), std::vector<float>{0, 0, 2});
  EXPECT_NEAR(log_odds(model, {0, 0.5, 6}) - log_odds(model, {0, 0.5, 5}), 2, 1e-6);
}

TEST(Logistic, SurvivesNoRowsAndRowsThatSeparate) {
  const Logistic none({3, {}, {}}, std::vector<float>(3));
  EXPECT_NEAR(log_odds(none, {1, 2, 3}), 0, 1e-9);
  const Logistic separated(made_up(3'000, [](float x) { return 1000.0 * x; }),
                           std::vector<float>(3));
  EXPECT_TRUE(std::isfinite(log_odds(separated, {2, 0.5, 5})));
  EXPECT_GT(log_odds(separated, {2, 0.5, 5}), 2);
}

}  // namespace
}  // namespace entente
