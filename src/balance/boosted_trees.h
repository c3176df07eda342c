// Small regression trees on the log-odds of yes, one after the other, each on what is left over by
// those before (Friedman 2001), with a normal prior on the leaves (Chen and Guestrin 2016): they
// see where the effect of one column hangs on another. Tested in boosted_trees_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "balance/logistic.h"

namespace entente {

class BoostedTrees {
 public:
  // `start`: the log-odds of each row by the model that the trees improve on. Too few rows make no
  // trees.
  BoostedTrees(const LogisticData& data, std::vector<double> start, uint64_t seed);

  // What the trees add to the log-odds for every row alike, and what each column adds: from the
  // root to the leaf, the change of value at a split is its column's.
  double intercept() const { return intercept_; }
  void add_contributions(std::span<const float> row, std::span<double> by_column) const;

  static constexpr size_t kDepth = 4;
  static constexpr size_t kSplits = (1U << kDepth) - 1;
  // The node after `i` is 2 i + 1 where the column is at most `bound`, else 2 i + 2.
  struct Tree {
    static constexpr uint32_t kLeaf = UINT32_MAX;
    std::array<uint32_t, kSplits> column;
    std::array<float, kSplits> bound;
    std::array<float, 2 * kSplits + 1> value;
    Tree() { column.fill(kLeaf), bound.fill(0), value.fill(0); }
  };

 private:
  std::vector<Tree> trees_;
  double intercept_ = 0;
};

}  // namespace entente
