// 64-bit hashes of words and of feature templates. The trained weights depend on these functions:
// a change needs a new model version.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

inline uint64_t mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

inline uint64_t hash_text(std::string_view text, uint64_t seed = 0) {
  uint64_t hash = (seed + 1) * 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return mix(hash, text.size());
}

// Collects the hashes of one decision's features. Each call to `add` is one template; templates
// are told apart by the order of the calls, so every path must make the same number of them.
class FeatureList {
 public:
  static constexpr int kMax = 192;

  void clear() { size_ = 0; }
  void add(uint64_t a) { put(mix(next(), a)); }
  void add(uint64_t a, uint64_t b) { put(mix(mix(next(), a), b)); }
  void add(uint64_t a, uint64_t b, uint64_t c) { put(mix(mix(mix(next(), a), b), c)); }
  void add(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    put(mix(mix(mix(mix(next(), a), b), c), d));
  }

  int size() const { return size_; }
  const uint64_t* begin() const { return hashes_; }
  const uint64_t* end() const { return hashes_ + size_; }

 private:
  uint64_t next() const { return (static_cast<uint64_t>(size_) + 1) * 0xD6E8FEB86659FD93u; }
  void put(uint64_t hash) {
    if (size_ < kMax)
      hashes_[size_++] = mix(hash, 0x5851F42D4C957F2Du) | 1;  // 0 means "free" in tables
  }

  uint64_t hashes_[kMax];
  int size_ = 0;
};

}  // namespace entente
