// The linear program behind the bound: each edge is frustrated to a degree >= 0, every unbalanced
// cycle found so far to a total of at least 1, at the least cost. Its dual is the best fractional
// packing of those cycles. Solved by the dual simplex method on a dense dictionary whose rows are
// only the tight cycles, so that it stays as small as the frustrated part of the network.
//
// Floating point: nothing here is a proof. Bounds are made from `amount`s, rounded down to
// integers and checked (see cycle_bound.cpp). Tested in cycle_relaxation_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "balance/cycle_search.h"

namespace entente {

class CycleRelaxation {
 public:
  // Weights > 0.
  explicit CycleRelaxation(std::vector<double> weights);

  // Cycles must not be empty; `optimize` has to follow.
  void add(const Cycle& cycle);
  // False where `work_max` was reached first (the amounts are a packing all the same).
  bool optimize(uint64_t work_max);
  // Forgets cycles that are more than 1 in total: other cycles imply them at the optimum.
  void drop_loose_cycles();

  double value() const { return value_; }
  uint64_t work() const { return work_; }                          // elementary steps so far
  const std::vector<double>& degrees() const { return degrees_; }  // by edge; after optimize
  size_t cycles() const { return cycles_.size(); }
  const Cycle& cycle(size_t i) const { return cycles_[i]; }
  double amount(size_t i) const;  // of the packing

 private:
  // A dictionary: basic = constant + sum of coefficient * nonbasic, all variables >= 0.
  struct Row {
    uint32_t variable;
    double constant;
    std::vector<double> coefficients;
  };
  void pivot(size_t row, size_t column);
  bool is_edge(uint32_t variable) const { return variable < edges_; }

  uint32_t edges_;                // variables 0 .. edges_ - 1 are edges, then the cycles' slacks
  std::vector<double> costs_;     // reduced, by column; >= 0
  std::vector<uint32_t> column_;  // its variable
  std::vector<Row> rows_;
  std::vector<int32_t> place_;  // of a variable: its column, or -1 - its row
  std::vector<Cycle> cycles_;
  std::vector<double> degrees_;
  std::vector<uint32_t> touched_;
  double value_ = 0;
  uint64_t work_ = 0;
};

}  // namespace entente
