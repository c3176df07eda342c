// The averaged multiclass perceptron with hashed features, as trained.
#pragma once

#include <cstdint>
#include <vector>

#include "documents/weight_table.h"

namespace entente {

class Perceptron {
 public:
  // A feature counts in scores and in the result only once `updates_min` mistakes touched it.
  explicit Perceptron(uint32_t updates_min);

  // Adds the current weights of `features` to `scores`.
  void add_to(const FeatureList& features, WeightTable::Scores& scores) const;
  // One mistake: `better` should have won over `worse`.
  void update(const FeatureList& features, uint8_t better, uint8_t worse, int32_t amount = 1);
  // One decision has passed; the average is over decisions.
  void tick() { ++clock_; }
  std::vector<TrainedFeature> averaged() const;

 private:
  struct Weight {
    int64_t weighted_by_time = 0;
    int32_t value = 0;
    uint8_t label = 0;
  };
  struct Row {
    uint32_t first = 0;  // in pool_
    uint8_t size = 0;
    uint8_t capacity = 0;
    uint16_t updates = 0;
  };

  size_t place_of(uint64_t hash) const;
  Row& row_of(uint64_t hash);
  void add_weight(Row& row, uint8_t label, int32_t change);
  void grow();

  std::vector<uint64_t> keys_;  // open addressing, 0 is free
  std::vector<Row> rows_;
  std::vector<Weight> pool_;
  size_t used_ = 0;
  int64_t clock_ = 1;
  uint32_t updates_min_;
};

}  // namespace entente
