// A bucketed hash table. A feature's hash gives the bucket (high bits) and a 16-bit fingerprint
// (low bits); a bucket holds, one after the other, its features: fingerprint, number of weights,
// labels, codes of weights. A code is one byte on a logarithmic scale, sign in the top bit: the
// relative error stays below 3 %, where linear 8-bit weights lose the small ones that matter.
// A feature that training never saw finds a fingerprint equal to its own about once in 15,000.
// Tested in weight_table_test.cpp.
#include "documents/weight_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/check.h"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

constexpr float kUnitsPerWeight = 256;
constexpr int kCodes = 128;
constexpr size_t kHeaderBytes = 8 + 256 * 2;
constexpr double kFeaturesPerBucket = 4;

uint32_t read32(const unsigned char* bytes) {
  uint32_t value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

uint16_t read16(const unsigned char* bytes) {
  uint16_t value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

template <typename T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

uint32_t bucket_of(uint64_t hash, uint32_t buckets) {
  return static_cast<uint32_t>(((hash >> 32) * buckets) >> 32);
}

uint16_t fingerprint_of(uint64_t hash) { return static_cast<uint16_t>(hash >> 1); }

class Codebook {
 public:
  Codebook(double smallest, double largest)
      : smallest_(smallest), step_(std::log(std::max(largest / smallest, 1.001)) / (kCodes - 1)) {}

  unsigned char code(double weight) const {
    const double place = std::log(std::max(std::abs(weight), smallest_) / smallest_) / step_;
    const int magnitude = std::clamp(static_cast<int>(std::lround(place)), 0, kCodes - 1);
    return static_cast<unsigned char>(weight < 0 ? kCodes + magnitude : magnitude);
  }
  int16_t value(int code) const {
    const double magnitude = smallest_ * std::exp(step_ * (code % kCodes)) * kUnitsPerWeight;
    const int rounded = std::clamp(static_cast<int>(std::lround(magnitude)), 1, 32767);
    return static_cast<int16_t>(code >= kCodes ? -rounded : rounded);
  }

 private:
  double smallest_;
  double step_;
};

Codebook codebook_of(const std::vector<TrainedFeature>& features, float weight_min) {
  double largest = weight_min;
  for (const TrainedFeature& feature : features) {
    for (const TrainedWeight& w : feature.weights)
      largest = std::max<double>(largest, std::abs(w.weight));
  }
  return {std::max(weight_min, 1 / kUnitsPerWeight), std::min(largest, 32767.0 / kUnitsPerWeight)};
}

void encode_feature(const TrainedFeature& feature, float weight_min, const Codebook& codebook,
                    std::string& out) {
  std::string labels, codes;
  for (const TrainedWeight& w : feature.weights) {
    if (std::abs(w.weight) < weight_min) continue;
    labels.push_back(static_cast<char>(w.label));
    codes.push_back(static_cast<char>(codebook.code(w.weight)));
  }
  if (labels.empty() || labels.size() > 255) return;
  append(out, fingerprint_of(feature.hash));
  append(out, static_cast<uint8_t>(labels.size()));
  out += labels;
  out += codes;
}

}  // namespace

std::string encode_weights(const std::vector<TrainedFeature>& features, float weight_min) {
  const Codebook codebook = codebook_of(features, weight_min);
  size_t kept = 0;
  for (const TrainedFeature& feature : features) {
    kept += std::any_of(feature.weights.begin(), feature.weights.end(),
                        [&](const TrainedWeight& w) { return std::abs(w.weight) >= weight_min; });
  }
  const uint32_t buckets =
      static_cast<uint32_t>(static_cast<double>(kept) / kFeaturesPerBucket) + 1;
  std::vector<const TrainedFeature*> order;
  for (const TrainedFeature& feature : features) order.push_back(&feature);
  std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->hash < b->hash; });

  std::string offsets, entries;
  uint32_t bucket = 0;
  append(offsets, uint32_t{0});
  for (const TrainedFeature* feature : order) {
    for (; bucket < bucket_of(feature->hash, buckets); ++bucket) {
      append(offsets, static_cast<uint32_t>(entries.size()));
    }
    encode_feature(*feature, weight_min, codebook, entries);
  }
  for (; bucket < buckets; ++bucket) append(offsets, static_cast<uint32_t>(entries.size()));

  std::string out;
  append(out, buckets);
  append(out, static_cast<uint32_t>(entries.size()));
  for (int code = 0; code < 2 * kCodes; ++code) append(out, codebook.value(code));
  return out + offsets + entries;
}

std::string prune_weights(std::string_view bytes, float weight_min) {
  CHECK(WeightTable::view(bytes).has_value());
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const uint32_t buckets = read32(data), entry_bytes = read32(data + 4);
  const unsigned char* starts = data + kHeaderBytes;
  const unsigned char* old = starts + 4 * (size_t{buckets} + 1);
  const auto is_kept = [&](unsigned char code) {
    const auto weight = static_cast<int16_t>(read16(data + 8 + 2 * size_t{code}));
    return std::abs(weight) >= weight_min * kUnitsPerWeight;
  };
  std::string offsets, entries;
  append(offsets, uint32_t{0});
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    const uint32_t end = std::min(read32(starts + 4 * bucket + 4), entry_bytes);
    for (uint32_t at = read32(starts + 4 * bucket); at + 3 <= end;) {
      const unsigned char* entry = old + at;
      const size_t count = entry[2];
      std::string labels, codes;
      for (size_t k = 0; k < count; ++k) {
        if (!is_kept(entry[3 + count + k])) continue;
        labels.push_back(static_cast<char>(entry[3 + k]));
        codes.push_back(static_cast<char>(entry[3 + count + k]));
      }
      at += static_cast<uint32_t>(3 + 2 * count);
      if (labels.empty()) continue;
      append(entries, read16(entry));
      append(entries, static_cast<uint8_t>(labels.size()));
      entries += labels + codes;
    }
    append(offsets, static_cast<uint32_t>(entries.size()));
  }
  std::string out;
  append(out, buckets);
  append(out, static_cast<uint32_t>(entries.size()));
  out += bytes.substr(8, kHeaderBytes - 8);
  return out + offsets + entries;
}

std::optional<WeightTable> WeightTable::view(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes) return std::nullopt;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  WeightTable table;
  table.bucket_count_ = read32(data);
  table.entry_bytes_ = read32(data + 4);
  const uint64_t offsets = (uint64_t{table.bucket_count_} + 1) * 4;
  if (table.bucket_count_ == 0) return std::nullopt;
  if (kHeaderBytes + offsets + table.entry_bytes_ != bytes.size()) return std::nullopt;
  table.codes_ = data + 8;
  table.buckets_ = data + kHeaderBytes;
  table.entries_ = table.buckets_ + offsets;
  return table;
}

void WeightTable::add_to(const FeatureList& features, Scores& scores) const {
  constexpr int kAhead = 8;
  uint32_t begins[FeatureList::kMax + kAhead], ends[FeatureList::kMax + kAhead];
  int i = 0;
  for (const uint64_t hash : features) {
    __builtin_prefetch(buckets_ + 4 * size_t{bucket_of(hash, bucket_count_)});
    static_cast<void>(hash);
  }
  for (const uint64_t hash : features) {
    const unsigned char* bucket = buckets_ + 4 * size_t{bucket_of(hash, bucket_count_)};
    begins[i] = read32(bucket);
    ends[i] = std::min(read32(bucket + 4), entry_bytes_);
    __builtin_prefetch(entries_ + begins[i]);
    ++i;
  }
  i = 0;
  for (const uint64_t hash : features) {
    add_one(hash, begins[i], ends[i], scores);
    ++i;
  }
}

void WeightTable::add_one(uint64_t hash, uint32_t begin, uint32_t end, Scores& scores) const {
  const uint16_t fingerprint = fingerprint_of(hash);
  while (begin + 3 <= end) {
    const unsigned char* entry = entries_ + begin;
    const uint32_t count = entry[2];
    begin += 3 + 2 * count;
    if (read16(entry) != fingerprint || begin > end) continue;
    for (uint32_t k = 0; k < count; ++k) {
      const auto weight = static_cast<int16_t>(read16(codes_ + 2 * entry[3 + count + k]));
      scores[entry[3 + k]] += weight;
    }
    return;
  }
}

}  // namespace entente
