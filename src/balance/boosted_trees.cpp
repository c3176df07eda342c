// See boosted_trees.h. Columns are cut into bins of about equally many rows; each tree sees some of
// the rows and half of the columns, drawn anew, and is grown level by level from sums by bin.
#include "balance/boosted_trees.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/random.h"

namespace entente {

namespace {

constexpr size_t kRowsLeast = 3000;
constexpr size_t kTreesMost = 160;
constexpr size_t kTreesFew = 40;  // and one more for each kRowsATree rows
constexpr size_t kRowsATree = 600;
constexpr double kRowsDrawn = 20'000;  // for a tree, and at most half
constexpr size_t kBins = 32;
constexpr size_t kRowsForBins = 5000;  // bins are chosen by so many
constexpr double kRate = 0.06;         // of what a tree says is believed
constexpr double kLeafPrecision = 10;  // of the prior
constexpr double kLeastSpread = 8;     // sum of p (1 - p) in a node
constexpr double kLeastGain = 0.5;

// Slope and curvature of the likelihood, summed over rows: two whole numbers in one, so that they
// are added at once and differences are exact.
class Sums {
 public:
  Sums() = default;
  Sums(double slope, double spread)
      : both_(std::llround(slope * kUnits) * kUpper + std::llround(spread * kUnits)) {}

  void add(Sums other) { both_ += other.both_; }
  Sums without(Sums other) const {
    other.both_ = both_ - other.both_;
    return other;
  }
  double spread() const { return static_cast<double>(both_ & (kUpper - 1)) / kUnits; }
  double slope() const { return static_cast<double>(both_ >> 32) / kUnits; }
  double gain() const { return slope() * slope() / (spread() + kLeafPrecision); }
  double value() const { return kRate * slope() / (spread() + kLeafPrecision); }

 private:
  static constexpr double kUnits = 1 << 15;  // a sum over 60,000 rows fits
  static constexpr int64_t kUpper = int64_t{1} << 32;
  int64_t both_ = 0;
};

class Grower {
 public:
  Grower(const LogisticData& data, std::vector<double> start, uint64_t seed)
      : data_(data), log_odds_(std::move(start)), random_(seed), sums_(data.yes.size()) {
    choose_bins();
  }

  BoostedTrees::Tree grow() {
    BoostedTrees::Tree tree;
    draw();
    std::vector<Sums> totals(2 * BoostedTrees::kSplits + 1);
    for (const uint32_t row : drawn_) totals[0].add(sums_[row]);
    tree.value[0] = static_cast<float>(totals[0].value());
    std::vector<std::vector<Sums>> level(1, std::vector<Sums>(columns_.size() * kBins));
    add_up(0, level[0]);
    for (size_t first = 0; first < BoostedTrees::kSplits; first = 2 * first + 1) {
      for (size_t node = first; node <= 2 * first; ++node)
        split(node, level[node - first], totals, tree);
      if (2 * first + 1 < BoostedTrees::kSplits) level = next_level(first, level, tree);
    }
    improve(tree);
    return tree;
  }

 private:
  void choose_bins() {
    const size_t rows = data_.yes.size(), width = data_.columns;
    bins_.resize(rows * width);
    bounds_.resize(width);
    const size_t step = 1 + rows / kRowsForBins;
    std::vector<float> sorted;
    for (size_t column = 0; column < width; ++column) {
      sorted.clear();
      for (size_t i = 0; i < rows; i += step) sorted.push_back(data_.rows[i * width + column]);
      std::sort(sorted.begin(), sorted.end());
      std::vector<float>& bounds = bounds_[column];
      for (size_t bin = 1; bin < kBins; ++bin) {
        const float bound = sorted[sorted.size() * bin / kBins];
        if (bound < sorted.back() && (bounds.empty() || bound > bounds.back()))
          bounds.push_back(bound);
      }
      for (size_t i = 0; i < rows; ++i)
        bins_[i * width + column] = static_cast<uint8_t>(
            std::ranges::lower_bound(bounds, data_.rows[i * width + column]) - bounds.begin());
    }
  }

  void draw() {
    drawn_.clear();
    columns_.clear();
    for (uint32_t column = 0; column < data_.columns; ++column)
      if (!bounds_[column].empty() && random_.next() % 2 == 0) columns_.push_back(column);
    const double share = std::min(0.5, kRowsDrawn / static_cast<double>(sums_.size()));
    for (uint32_t row = 0; row < sums_.size(); ++row) {
      if (random_.unit() >= share) continue;
      drawn_.push_back(row);
      const double chance = 1 / (1 + std::exp(-log_odds_[row]));
      sums_[row] = {(data_.yes[row] ? 1 : 0) - chance, chance * (1 - chance)};
    }
    node_.assign(drawn_.size(), 0);
  }

  // Sums by column and bin over the rows of a node.
  void add_up(uint32_t node, std::vector<Sums>& by_bin) const {
    for (size_t i = 0; i < drawn_.size(); ++i) {
      if (node_[i] != node) continue;
      const Sums& sums = sums_[drawn_[i]];
      const uint8_t* bins = bins_.data() + drawn_[i] * data_.columns;
      Sums* to = by_bin.data();
      for (const uint32_t column : columns_) {
        to[bins[column]].add(sums);
        to += kBins;
      }
    }
  }

  // Finds the best split of a node and passes its rows on.
  void split(size_t node, const std::vector<Sums>& by_bin, std::vector<Sums>& totals,
             BoostedTrees::Tree& tree) {
    if (by_bin.empty()) return;
    const Sums total = totals[node];
    double best = total.gain() + kLeastGain;
    size_t best_bin = 0;
    Sums best_left;
    for (size_t c = 0; c < columns_.size(); ++c) {
      Sums left;
      for (size_t bin = 0; bin < bounds_[columns_[c]].size(); ++bin) {
        left.add(by_bin[c * kBins + bin]);
        const Sums right = total.without(left);
        if (left.spread() < kLeastSpread || right.spread() < kLeastSpread) continue;
        const double gain = left.gain() + right.gain();
        if (gain <= best) continue;
        best = gain;
        tree.column[node] = columns_[c];
        best_bin = bin;
        best_left = left;
      }
    }
    const uint32_t column = tree.column[node];
    if (column == BoostedTrees::Tree::kLeaf) return;
    tree.bound[node] = bounds_[column][best_bin];
    split_bin_[node] = best_bin;
    totals[2 * node + 1] = best_left;
    totals[2 * node + 2] = total.without(best_left);
    for (const size_t child : {2 * node + 1, 2 * node + 2})
      tree.value[child] = static_cast<float>(totals[child].value());
    for (size_t i = 0; i < drawn_.size(); ++i)
      if (node_[i] == node)
        node_[i] = static_cast<uint32_t>(
            2 * node + (bins_[drawn_[i] * data_.columns + column] <= best_bin ? 1 : 2));
  }

  // The sums of the lesser child are added up, those of the other are what is left.
  std::vector<std::vector<Sums>> next_level(size_t first, std::vector<std::vector<Sums>>& level,
                                            const BoostedTrees::Tree& tree) const {
    std::vector<std::vector<Sums>> next(2 * level.size());
    std::vector<size_t> rows(2 * BoostedTrees::kSplits + 1);
    for (const uint32_t node : node_) ++rows[node];
    for (size_t i = 0; i < level.size(); ++i) {
      const size_t node = first + i;
      if (tree.column[node] == BoostedTrees::Tree::kLeaf) continue;
      const size_t lesser = rows[2 * node + 1] < rows[2 * node + 2] ? 0 : 1;
      std::vector<Sums>& sums = next[2 * i + lesser];
      sums.resize(columns_.size() * kBins);
      add_up(static_cast<uint32_t>(2 * node + 1 + lesser), sums);
      for (size_t k = 0; k < sums.size(); ++k) level[i][k] = level[i][k].without(sums[k]);
      next[2 * i + 1 - lesser] = std::move(level[i]);
    }
    return next;
  }

  void improve(const BoostedTrees::Tree& tree) {
    for (size_t row = 0; row < log_odds_.size(); ++row) {
      size_t node = 0;
      while (node < BoostedTrees::kSplits && tree.column[node] != BoostedTrees::Tree::kLeaf) {
        const uint8_t bin = bins_[row * data_.columns + tree.column[node]];
        node = 2 * node + (bin <= split_bin_[node] ? 1 : 2);
      }
      log_odds_[row] += tree.value[node];
    }
  }

  const LogisticData& data_;
  std::vector<double> log_odds_;  // of the rows, so far
  Random random_;
  std::vector<uint8_t> bins_;               // of each row and column
  std::vector<std::vector<float>> bounds_;  // of the bins but the last, inclusive; by column
  std::vector<Sums> sums_;                  // of the rows drawn
  std::vector<uint32_t> drawn_, node_;      // rows, and where they are in the tree
  std::vector<uint32_t> columns_;           // drawn
  std::array<size_t, BoostedTrees::kSplits> split_bin_;  // of the tree at hand
};

}  // namespace

BoostedTrees::BoostedTrees(const LogisticData& data, std::vector<double> start, uint64_t seed) {
  const size_t rows = data.yes.size();
  if (rows < kRowsLeast) return;
  Grower grower(data, std::move(start), seed);
  const size_t count = std::min(kTreesMost, kTreesFew + rows / kRowsATree);
  for (size_t i = 0; i < count; ++i) {
    trees_.push_back(grower.grow());
    intercept_ += trees_.back().value[0];
  }
}

void BoostedTrees::add_contributions(std::span<const float> row,
                                     std::span<double> by_column) const {
  for (const Tree& tree : trees_) {
    size_t node = 0;
    while (node < kSplits && tree.column[node] != Tree::kLeaf) {
      const uint32_t column = tree.column[node];
      const size_t next = 2 * node + (row[column] <= tree.bound[node] ? 1 : 2);
      by_column[column] += tree.value[next] - tree.value[node];
      node = next;
    }
  }
}

}  // namespace entente
