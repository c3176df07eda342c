// Logistic regression with a normal prior on each weight (ridge), by Newton's method with halved
// steps where a full one would overshoot. Columns are scaled to mean 0 and deviation 1; where there
// are enough rows, each also bends at its terciles, so that an effect may level off. Tested in
// logistic_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente {

struct LogisticData {
  size_t columns = 0;
  std::vector<float> rows;  // one after the other
  std::vector<bool> yes;    // of each row
};

class Logistic {
 public:
  // `prior`: the weight of each column that few rows leave as it is.
  Logistic(const LogisticData& data, std::span<const float> prior);

  // What the intercept and each column add to the log-odds of yes; the columns against their mean.
  double intercept() const { return weights_[0]; }
  void contributions(std::span<const float> row, std::span<double> by_column) const;

 private:
  // A column, or what of it lies above a bend.
  struct Term {
    size_t column = 0;
    bool bent = false;
    float bend = 0;
    float mean = 0, scale = 1;
    double prior = 0;
    float value(float x) const;
  };
  void choose_terms(const LogisticData& data, std::span<const float> prior);
  void fit(const LogisticData& data);

  std::vector<Term> terms_;
  std::vector<double> weights_;  // the intercept, then one a term
};

}  // namespace entente
