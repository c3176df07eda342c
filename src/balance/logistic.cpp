// See logistic.h.
#include "balance/logistic.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

constexpr size_t kRowsToBend = 1000;
constexpr size_t kRowsMost = 40'000;  // more than these are thinned out evenly
constexpr double kPriorPrecision = 30;
constexpr float kFarthest = 8;  // deviations from the mean
constexpr int kStepsMost = 20;
constexpr size_t kManyRows = 8000;  // of more than these each eighth is fitted first
constexpr size_t kRoughShare = 8;

double log_of_one_plus_exp(double x) {
  return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

// The rows of a regression, scaled, and what a set of weights costs on them.
struct Problem {
  size_t width = 1;  // of a row, with a 1 for the intercept
  std::vector<float> rows;
  std::vector<bool> yes;
  std::vector<double> prior;

  const float* row(size_t i) const { return rows.data() + i * width; }
  double log_odds(size_t i, const std::vector<double>& weights) const {
    double sum = 0;
    for (size_t k = 0; k < width; ++k) sum += weights[k] * row(i)[k];
    return sum;
  }
  double cost(const std::vector<double>& weights) const {
    double sum = 0;
    for (size_t i = 0; i < yes.size(); ++i)
      sum += log_of_one_plus_exp(yes[i] ? -log_odds(i, weights) : log_odds(i, weights));
    for (size_t k = 1; k < width; ++k)
      sum += kPriorPrecision / 2 * (weights[k] - prior[k]) * (weights[k] - prior[k]);
    return sum;
  }
};

// Solves the system of a positive definite matrix (its lower half) in place, by Cholesky.
void solve(std::vector<double>& matrix, std::vector<double>& vector) {
  const size_t size = vector.size();
  for (size_t i = 0; i < size; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      double sum = matrix[i * size + j];
      for (size_t k = 0; k < j; ++k) sum -= matrix[i * size + k] * matrix[j * size + k];
      matrix[i * size + j] = i == j ? std::sqrt(std::max(sum, 1e-9)) : sum / matrix[j * size + j];
    }
    for (size_t k = 0; k < i; ++k) vector[i] -= matrix[i * size + k] * vector[k];
    vector[i] /= matrix[i * size + i];
  }
  for (size_t i = size; i-- > 0;) {
    for (size_t k = i + 1; k < size; ++k) vector[i] -= matrix[k * size + i] * vector[k];
    vector[i] /= matrix[i * size + i];
  }
}

// The slope is exact; of many rows an eighth shows the curvature well enough.
std::vector<double> newton_step(const Problem& problem, const std::vector<double>& weights) {
  const size_t width = problem.width, count = problem.yes.size();
  const size_t stride = count > kManyRows ? kRoughShare : 1;
  std::vector<double> curvature(width * width), slope(width);
  for (size_t i = 0; i < count; ++i) {
    const float* row = problem.row(i);
    const double chance = 1 / (1 + std::exp(-problem.log_odds(i, weights)));
    const double miss = (problem.yes[i] ? 1 : 0) - chance;
    for (size_t j = 0; j < width; ++j) slope[j] += miss * row[j];
    if (i % stride != 0) continue;
    const double spread = chance * (1 - chance) * static_cast<double>(stride);
    for (size_t j = 0; j < width; ++j) {
      const double weighted = spread * row[j];
      double* to = curvature.data() + j * width;
      for (size_t k = 0; k <= j; ++k) to[k] += weighted * row[k];
    }
  }
  curvature[0] += 1e-6;
  for (size_t k = 1; k < width; ++k) {
    curvature[k * width + k] += kPriorPrecision;
    slope[k] -= kPriorPrecision * (weights[k] - problem.prior[k]);
  }
  solve(curvature, slope);
  return slope;
}

Problem part_of(const Problem& problem) {
  Problem part{problem.width, {}, {}, problem.prior};
  for (size_t i = 0; i < problem.yes.size(); i += kRoughShare) {
    part.yes.push_back(problem.yes[i]);
    part.rows.insert(part.rows.end(), problem.row(i), problem.row(i) + problem.width);
  }
  return part;
}

std::vector<double> minimize(const Problem& problem, std::vector<double> weights) {
  if (problem.yes.size() > kManyRows) weights = minimize(part_of(problem), std::move(weights));
  double cost = problem.cost(weights);
  for (int steps = 0; steps < kStepsMost; ++steps) {
    const std::vector<double> step = newton_step(problem, weights);
    double gain = 0;
    for (double length = 1; gain <= 0 && length > 1e-3; length /= 2) {
      std::vector<double> moved = weights;
      for (size_t k = 0; k < moved.size(); ++k) moved[k] += length * step[k];
      const double moved_cost = problem.cost(moved);
      gain = cost - moved_cost;
      if (gain <= 0) continue;
      cost = moved_cost;
      weights = std::move(moved);
    }
    if (gain < 1e-5 * cost) break;
  }
  return weights;
}

}  // namespace

float Logistic::Term::value(float x) const {
  const float bent_value = bent ? std::max(x - bend, 0.0F) : x;
  return std::clamp((bent_value - mean) / scale, -kFarthest, kFarthest);
}

void Logistic::choose_terms(const LogisticData& data, std::span<const float> prior) {
  const size_t count = data.yes.size();
  std::vector<float> sorted;
  for (size_t column = 0; column < data.columns; ++column) {
    sorted.clear();
    for (size_t i = 0; i < count; ++i) sorted.push_back(data.rows[i * data.columns + column]);
    std::sort(sorted.begin(), sorted.end());
    if (count == 0 || sorted.front() == sorted.back()) {
      // Nothing to learn from: the prior stands as it is.
      const float mean = count == 0 ? 0 : sorted.front();
      if (prior[column] != 0)
        terms_.push_back({.column = column, .mean = mean, .prior = prior[column]});
      continue;
    }
    std::vector<Term> terms = {{.column = column, .prior = prior[column]}};
    for (const size_t third : {count / 3, 2 * count / 3}) {
      if (count < kRowsToBend || sorted[third] <= std::max(sorted.front(), terms.back().bend))
        continue;
      terms.push_back({.column = column, .bent = true, .bend = sorted[third]});
    }
    for (Term& term : terms) {
      double sum = 0, squares = 0;
      for (const float x : sorted) {
        const double value = term.bent ? std::max(x - term.bend, 0.0F) : x;
        sum += value;
        squares += value * value;
      }
      const double mean = sum / static_cast<double>(count);
      const double variance = squares / static_cast<double>(count) - mean * mean;
      term.mean = static_cast<float>(mean);
      term.scale = static_cast<float>(std::sqrt(std::max(variance, 1e-12)));
      term.prior *= static_cast<double>(term.scale);
      terms_.push_back(term);
    }
  }
}

void Logistic::fit(const LogisticData& data) {
  Problem problem;
  problem.width = 1 + terms_.size();
  problem.prior = {0};
  for (const Term& term : terms_) problem.prior.push_back(term.prior);
  const size_t step = 1 + data.yes.size() / kRowsMost;
  double yes = 1;
  for (size_t i = 0; i < data.yes.size(); i += step) {
    problem.yes.push_back(data.yes[i]);
    yes += data.yes[i] ? 1 : 0;
    problem.rows.push_back(1);
    for (const Term& term : terms_)
      problem.rows.push_back(term.value(data.rows[i * data.columns + term.column]));
  }
  weights_ = problem.prior;
  weights_[0] = std::log(yes / (static_cast<double>(problem.yes.size()) + 2 - yes));
  if (!problem.yes.empty()) weights_ = minimize(problem, std::move(weights_));
}

Logistic::Logistic(const LogisticData& data, std::span<const float> prior) {
  choose_terms(data, prior);
  fit(data);
}

void Logistic::contributions(std::span<const float> row, std::span<double> by_column) const {
  std::fill(by_column.begin(), by_column.end(), 0);
  for (size_t k = 0; k < terms_.size(); ++k)
    by_column[terms_[k].column] += weights_[k + 1] * terms_[k].value(row[terms_[k].column]);
}

}  // namespace entente
