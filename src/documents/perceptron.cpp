// Sparse rows of weights in one pool behind an open-addressing table, because most features only
// ever touch two or three labels. Averaging keeps, beside each weight, the sum of its changes
// times the clock (Daumé III 2006, section 2.1.1). Leaving out features that few mistakes touched
// is Goldberg and Elhadad (2011), "Learning sparser perceptron models". Tested in
// perceptron_test.cpp.
#include "documents/perceptron.h"

#include <algorithm>

#include "base/check.h"

namespace entente {

Perceptron::Perceptron(uint32_t updates_min)
    : keys_(1 << 16), rows_(1 << 16), updates_min_(updates_min) {}

size_t Perceptron::place_of(uint64_t hash) const {
  const size_t mask = keys_.size() - 1;
  size_t place = (hash >> 20) & mask;
  while (keys_[place] != 0 && keys_[place] != hash) place = (place + 1) & mask;
  return place;
}

void Perceptron::grow() {
  std::vector<uint64_t> keys(keys_.size() * 2);
  std::vector<Row> rows(keys.size());
  keys.swap(keys_);
  rows.swap(rows_);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const size_t place = place_of(keys[i]);
    keys_[place] = keys[i];
    rows_[place] = rows[i];
  }
}

void Perceptron::add_to(const FeatureList& features, WeightTable::Scores& scores) const {
  const size_t mask = keys_.size() - 1;
  for (const uint64_t hash : features) __builtin_prefetch(&keys_[(hash >> 20) & mask]);
  const Row* found[FeatureList::kMax];
  int count = 0;
  for (const uint64_t hash : features) {
    const size_t place = place_of(hash);
    if (keys_[place] == 0) continue;
    __builtin_prefetch(&rows_[place]);
    found[count++] = &rows_[place];
  }
  for (int i = 0; i < count; ++i) __builtin_prefetch(pool_.data() + found[i]->first);
  for (int i = 0; i < count; ++i) {
    const Row& row = *found[i];
    if (row.updates < updates_min_) continue;
    const Weight* weights = pool_.data() + row.first;
    for (int k = 0; k < row.size; ++k) scores[weights[k].label] += weights[k].value;
  }
}

Perceptron::Row& Perceptron::row_of(uint64_t hash) {
  if (used_ * 5 > keys_.size() * 3) grow();
  const size_t place = place_of(hash);
  if (keys_[place] == 0) {
    keys_[place] = hash;
    ++used_;
  }
  return rows_[place];
}

void Perceptron::add_weight(Row& row, uint8_t label, int32_t change) {
  int k = 0;
  while (k < row.size && pool_[row.first + k].label != label) ++k;
  if (k == row.size) {
    if (row.size == row.capacity) {
      const uint8_t capacity = row.capacity == 0 ? 2 : row.capacity >= 64 ? 255 : row.capacity * 2;
      CHECK(pool_.size() + capacity < UINT32_MAX);
      const auto first = static_cast<uint32_t>(pool_.size());
      pool_.resize(pool_.size() + capacity);
      std::copy_n(pool_.begin() + row.first, row.size, pool_.begin() + first);
      row.first = first;
      row.capacity = capacity;
    }
    pool_[row.first + row.size++].label = label;
  }
  Weight& weight = pool_[row.first + k];
  weight.value += change;
  weight.weighted_by_time += change * clock_;
}

void Perceptron::update(const FeatureList& features, uint8_t better, uint8_t worse,
                        int32_t amount) {
  for (const uint64_t hash : features) {
    Row& row = row_of(hash);
    if (row.updates < UINT16_MAX) ++row.updates;
    add_weight(row, better, amount);
    add_weight(row, worse, -amount);
  }
}

std::vector<TrainedFeature> Perceptron::averaged() const {
  std::vector<TrainedFeature> result;
  for (size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == 0 || rows_[i].updates < updates_min_) continue;
    TrainedFeature feature{keys_[i], {}};
    for (int k = 0; k < rows_[i].size; ++k) {
      const Weight& w = pool_[rows_[i].first + k];
      const double mean =
          w.value - static_cast<double>(w.weighted_by_time) / static_cast<double>(clock_);
      if (mean != 0) feature.weights.push_back({w.label, static_cast<float>(mean)});
    }
    if (!feature.weights.empty()) result.push_back(std::move(feature));
  }
  return result;
}

}  // namespace entente
