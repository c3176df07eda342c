// Kernels for AVX2. Sums of two products stay within 16 bits, since weights stay within 63:
// 2 * 255 * 63 < 32768; so do sums of eight where the matrix is light: 255 * 128 < 32768. Tested in
// neural_kernels_test.cpp.
#if defined(__AVX2__)
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr size_t kWidth = 8;    // numbers of 32 bits in a register
constexpr size_t kOutputs = 8;  // of a slice of a matrix
constexpr size_t kTileRows = 8, kTileSlices = 1, kLightStep = 16;
using Floats = float __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Sums = __m256i;
using Weights = __m256i;

inline __m256i load(const void* at) { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
inline Sums load_sums(const int32_t* at) { return load(at); }
inline void store_sums(int32_t* at, Sums sums) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sums);
}
inline Weights load_weights(const int8_t* at) { return load(at); }
inline __m256i pairs(const uint8_t* at, Weights weights) {
  int32_t four;
  std::memcpy(&four, at, sizeof four);
  return _mm256_maddubs_epi16(_mm256_set1_epi32(four), weights);
}
template <size_t kQuads>
inline Sums add_products(Sums sums, const uint8_t* input, const Weights (&weights)[kQuads]) {
  __m256i total = pairs(input, weights[0]);
  for (size_t q = 1; q < kQuads; ++q) {
    total = _mm256_add_epi16(total, pairs(input + 4 * q, weights[q]));
  }
  return _mm256_add_epi32(sums, _mm256_madd_epi16(total, _mm256_set1_epi16(1)));
}
inline Floats smaller(Floats a, Floats b) { return _mm256_min_ps(a, b); }
inline Floats larger(Floats a, Floats b) { return _mm256_max_ps(a, b); }
inline void store_bytes(uint8_t* at, Floats values) {  // within 0..255
  const __m256i whole = _mm256_cvttps_epi32(values);
  const __m128i shorts =
      _mm_packus_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(at), _mm_packus_epi16(shorts, shorts));
}

}  // namespace
}  // namespace entente

#include "documents/neural_kernels_body.h"

namespace entente {

const NeuralKernels* avx2_kernels() {
  static constexpr NeuralKernels kKernels = kernels_named("AVX2");
  return &kKernels;
}

}  // namespace entente
#else
#include "documents/neural_kernels.h"

namespace entente {

const NeuralKernels* avx2_kernels() { return nullptr; }

}  // namespace entente
#endif
