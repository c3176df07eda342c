// Kernels for AVX2. Sums of two products stay within 16 bits, since weights stay within 63:
// 2 * 255 * 63 < 32768. Tested in neural_kernels_test.cpp.
#if defined(__AVX2__)
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr size_t kWidth = 8;  // numbers of 32 bits in a register
constexpr size_t kTileRows = 5, kTilePanels = 1;
struct Sums {
  __m256i low, high;
};
using Weights = Sums;
using Input = __m256i;

inline __m256i load(const void* at) { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
inline Sums load_sums(const int32_t* at) { return {load(at), load(at + 8)}; }
inline void store_sums(int32_t* at, Sums sums) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sums.low);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(at + 8), sums.high);
}
inline Weights load_weights(const int8_t* at) { return {load(at), load(at + 32)}; }
inline Input load_input(const uint8_t* at) {
  int32_t four;
  std::memcpy(&four, at, sizeof four);
  return _mm256_set1_epi32(four);
}
inline __m256i product(Input input, __m256i weights) {
  return _mm256_madd_epi16(_mm256_maddubs_epi16(input, weights), _mm256_set1_epi16(1));
}
inline Sums add_product(Sums sums, Input input, Weights weights) {
  return {_mm256_add_epi32(sums.low, product(input, weights.low)),
          _mm256_add_epi32(sums.high, product(input, weights.high))};
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
