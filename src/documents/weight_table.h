// The weights of a trained linear classifier, read in place from the bytes of the model file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/feature_hash.h"

namespace entente {

struct TrainedWeight {
  uint8_t label = 0;
  float weight = 0;
};
struct TrainedFeature {
  uint64_t hash = 0;
  std::vector<TrainedWeight> weights;
};

class WeightTable {
 public:
  static constexpr int kLabelsMax = 256;
  using Scores = int32_t[kLabelsMax];

  // A view of bytes that `encode_weights` made, which must outlive it; nullopt if they are not.
  static std::optional<WeightTable> view(std::string_view bytes);

  // Adds the weights of every feature that the table knows to `scores`.
  void add_to(const FeatureList& features, Scores& scores) const;

 private:
  void add_one(uint64_t hash, uint32_t begin, uint32_t end, Scores& scores) const;

  const unsigned char* buckets_ = nullptr;  // bucket_count_ + 1 offsets of 32 bits
  const unsigned char* entries_ = nullptr;
  const unsigned char* codes_ = nullptr;  // 256 weights of 16 bits
  uint32_t bucket_count_ = 0;
  uint32_t entry_bytes_ = 0;
};

// Weights closer to zero than `weight_min` are left out, then features without weights.
std::string encode_weights(const std::vector<TrainedFeature>& features, float weight_min);

// The table without weights closer to zero than `weight_min`; `bytes` are such a table.
std::string prune_weights(std::string_view bytes, float weight_min);

}  // namespace entente
