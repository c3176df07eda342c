// See cycle_relaxation.h.
#include "balance/cycle_relaxation.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace entente {

namespace {

constexpr double kZero = 1e-11;
constexpr double kFeasible = 1e-9;
constexpr double kPivot = 1e-7;

}  // namespace

CycleRelaxation::CycleRelaxation(std::vector<double> weights)
    : edges_(static_cast<uint32_t>(weights.size())),
      costs_(std::move(weights)),
      column_(edges_),
      place_(edges_),
      degrees_(edges_) {
  for (uint32_t edge = 0; edge < edges_; ++edge) {
    column_[edge] = edge;
    place_[edge] = static_cast<int32_t>(edge);
  }
}

void CycleRelaxation::add(const Cycle& cycle) {
  CHECK(!cycle.empty());
  const uint32_t slack = edges_ + static_cast<uint32_t>(cycles_.size());
  Row row{slack, -1, std::vector<double>(edges_)};
  for (const uint32_t edge : cycle) {
    if (place_[edge] >= 0) {
      row.coefficients[static_cast<size_t>(place_[edge])] += 1;
      continue;
    }
    const Row& other = rows_[static_cast<size_t>(-1 - place_[edge])];
    row.constant += other.constant;
    for (size_t j = 0; j < edges_; ++j) row.coefficients[j] += other.coefficients[j];
  }
  work_ += cycle.size() * edges_;
  cycles_.push_back(cycle);
  place_.push_back(-1 - static_cast<int32_t>(rows_.size()));
  rows_.push_back(std::move(row));
}

bool CycleRelaxation::optimize(uint64_t work_max) {
  bool done = false;
  const uint64_t work_end = work_ + work_max;
  while (!done && work_ < work_end) {
    size_t leaving = 0;
    for (size_t i = 1; i < rows_.size(); ++i)
      if (rows_[i].constant < rows_[leaving].constant) leaving = i;
    if (rows_.empty() || rows_[leaving].constant >= -kFeasible) {
      done = true;
      continue;
    }
    const std::vector<double>& row = rows_[leaving].coefficients;
    size_t entering = edges_;
    double least = 0;
    for (size_t j = 0; j < edges_; ++j) {
      if (row[j] <= kPivot) continue;
      const double ratio = costs_[j] / row[j];
      if (entering < edges_ && ratio > least + kZero) continue;
      if (entering < edges_ && ratio > least - kZero && row[j] <= row[entering]) continue;
      least = ratio;
      entering = j;
    }
    if (entering == edges_) break;  // only rounding can make the program infeasible
    pivot(leaving, entering);
  }
  std::fill(degrees_.begin(), degrees_.end(), 0);
  for (const Row& row : rows_)
    if (is_edge(row.variable)) degrees_[row.variable] = std::max(row.constant, 0.0);
  return done;
}

void CycleRelaxation::pivot(size_t leaving, size_t entering) {
  Row& row = rows_[leaving];
  // Solve the row for the entering variable.
  const double factor = 1 / row.coefficients[entering];
  row.coefficients[entering] = -1;
  touched_.clear();
  for (uint32_t j = 0; j < edges_; ++j) {
    double& coefficient = row.coefficients[j];
    if (coefficient == 0) continue;
    coefficient *= -factor;
    if (std::fabs(coefficient) < kZero)
      coefficient = 0;
    else
      touched_.push_back(j);
  }
  row.constant *= -factor;
  work_ += edges_;
  const auto substitute = [&](std::vector<double>& coefficients, double& constant) {
    const double times = coefficients[entering];
    ++work_;
    if (times == 0) return;
    work_ += touched_.size();
    coefficients[entering] = 0;
    for (const uint32_t j : touched_) coefficients[j] += times * row.coefficients[j];
    constant += times * row.constant;
  };
  for (size_t i = 0; i < rows_.size(); ++i)
    if (i != leaving) substitute(rows_[i].coefficients, rows_[i].constant);
  substitute(costs_, value_);
  for (const uint32_t j : touched_) costs_[j] = std::max(costs_[j], 0.0);
  std::swap(row.variable, column_[entering]);
  place_[row.variable] = -1 - static_cast<int32_t>(leaving);
  place_[column_[entering]] = static_cast<int32_t>(entering);
}

void CycleRelaxation::drop_loose_cycles() {
  const auto loose = [&](const Row& row) {
    return !is_edge(row.variable) && row.constant > kFeasible;
  };
  std::vector<bool> gone(cycles_.size());
  for (const Row& row : rows_)
    if (loose(row)) gone[row.variable - edges_] = true;
  std::erase_if(rows_, loose);
  std::vector<uint32_t> number(cycles_.size());
  uint32_t kept = 0;
  for (size_t i = 0; i < cycles_.size(); ++i) {
    if (gone[i]) continue;
    number[i] = kept;
    if (kept != i) cycles_[kept] = std::move(cycles_[i]);
    ++kept;
  }
  cycles_.resize(kept);
  place_.resize(edges_ + kept);
  const auto renumber = [&](uint32_t& variable) {
    if (!is_edge(variable)) variable = edges_ + number[variable - edges_];
  };
  for (size_t i = 0; i < rows_.size(); ++i) {
    renumber(rows_[i].variable);
    place_[rows_[i].variable] = -1 - static_cast<int32_t>(i);
  }
  for (size_t j = 0; j < edges_; ++j) {
    renumber(column_[j]);
    place_[column_[j]] = static_cast<int32_t>(j);
  }
}

double CycleRelaxation::amount(size_t i) const {
  const int32_t place = place_[edges_ + i];
  return place < 0 ? 0 : costs_[static_cast<size_t>(place)];
}

}  // namespace entente
