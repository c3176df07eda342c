// Kernels for any processor, and the choice among all kernels at run time. Tested in
// neural_kernels_test.cpp.
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr size_t kWidth = 4;     // numbers of 32 bits in a register
constexpr size_t kOutputs = 16;  // of a slice of a matrix
constexpr size_t kTileRows = 2, kTileSlices = 1, kLightStep = 16;
constexpr size_t kParts = 4;  // registers with the sums of a slice
using Floats = float __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Quad = int32_t __attribute__((vector_size(16), aligned(4), may_alias));
using Shorts = int16_t __attribute__((vector_size(16), aligned(1), may_alias));
struct Sums {
  Quad part[kParts];
};
struct Halves {
  Shorts even, odd;  // bytes 0 and 2, 1 and 3 of every four
};
struct Weights {
  Halves part[kParts];
};
using Input = Halves;

inline Sums load_sums(const int32_t* at) {
  Sums sums;
  for (size_t i = 0; i < kParts; ++i) sums.part[i] = *reinterpret_cast<const Quad*>(at + 4 * i);
  return sums;
}
inline void store_sums(int32_t* at, const Sums& sums) {
  for (size_t i = 0; i < kParts; ++i) *reinterpret_cast<Quad*>(at + 4 * i) = sums.part[i];
}
inline Weights load_weights(const int8_t* at) {
  Weights weights;
  for (size_t i = 0; i < kParts; ++i) {
    const Shorts both = *reinterpret_cast<const Shorts*>(at + 16 * i);
    weights.part[i] = {(both << 8) >> 8, both >> 8};
  }
  return weights;
}
inline Input load_input(const uint8_t* at) {
  uint32_t four;
  std::memcpy(&four, at, sizeof four);
  const auto even = static_cast<int32_t>(four & 0x00FF00FFu);
  const auto odd = static_cast<int32_t>(four >> 8 & 0x00FF00FFu);
  const Quad evens = {even, even, even, even}, odds = {odd, odd, odd, odd};
  return {reinterpret_cast<const Shorts&>(evens), reinterpret_cast<const Shorts&>(odds)};
}
inline Shorts pairs(const Input& input, const Halves& weights) {
  return input.even * weights.even + input.odd * weights.odd;
}
inline Quad widened(Shorts pairs) {
  const Quad both = reinterpret_cast<const Quad&>(pairs);
  return (both >> 16) + ((both << 16) >> 16);
}
// Sums of products that stay within 16 bits, as in the AVX2 kernels.
template <size_t kQuads>
inline Sums add_products(Sums sums, const uint8_t* input, const Weights (&weights)[kQuads]) {
  Shorts total[kParts] = {};
  for (size_t q = 0; q < kQuads; ++q) {
    const Input four = load_input(input + 4 * q);
    for (size_t i = 0; i < kParts; ++i) total[i] += pairs(four, weights[q].part[i]);
  }
  for (size_t i = 0; i < kParts; ++i) sums.part[i] += widened(total[i]);
  return sums;
}
inline Floats smaller(Floats a, Floats b) { return a < b ? a : b; }
inline Floats larger(Floats a, Floats b) { return a > b ? a : b; }
inline void store_bytes(uint8_t* at, Floats values) {  // within 0..255
  for (size_t i = 0; i < kWidth; ++i) at[i] = static_cast<uint8_t>(static_cast<int>(values[i]));
}

}  // namespace
}  // namespace entente

#include "documents/neural_kernels_body.h"

namespace entente {

const NeuralKernels& portable_kernels() {
  static constexpr NeuralKernels kKernels = kernels_named("portable");
  return kKernels;
}

namespace {

// The sixteen weights of an output that begin at `first`, four by four.
bool is_light_group(const int8_t* first) {
  for (const size_t pair : {size_t{0}, size_t{2}}) {
    int above = 0, below = 0;
    for (size_t four = 0; four < 4; ++four) {
      for (const size_t i : {pair, pair + 1}) {
        const int weight = first[four * 4 * kLanes + i];
        (weight > 0 ? above : below) += weight;
      }
    }
    if (above > 128 || below < -128) return false;
  }
  return true;
}

}  // namespace

bool is_light(const NeuralMatrix& m) {
  if (m.inner % 16 != 0) return false;
  for (size_t group = 0; group < m.rows * m.inner / 16; ++group) {
    if (!is_light_group(m.weights + group / kLanes * 16 * kLanes + group % kLanes * 4)) {
      return false;
    }
  }
  return true;
}

std::vector<const NeuralKernels*> usable_kernels() {
  std::vector<const NeuralKernels*> usable;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vnni");
  if (avx512_kernels() && wide) usable.push_back(avx512_kernels());
  if (avx2_kernels() && __builtin_cpu_supports("avx2")) usable.push_back(avx2_kernels());
#endif
  usable.push_back(&portable_kernels());
  return usable;
}

}  // namespace entente
