// Kernels for AVX-512 with VNNI: 64 products of bytes an instruction. Tested in
// neural_kernels_test.cpp.
#if defined(__AVX512VNNI__)
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr size_t kWidth = 16;  // numbers of 32 bits in a register
constexpr size_t kTileRows = 6, kTilePanels = 4;
using Sums = __m512i;
using Weights = __m512i;
using Input = __m512i;

inline Sums load_sums(const int32_t* at) { return _mm512_loadu_si512(at); }
inline void store_sums(int32_t* at, Sums sums) { _mm512_storeu_si512(at, sums); }
inline Weights load_weights(const int8_t* at) { return _mm512_loadu_si512(at); }
inline Input load_input(const uint8_t* at) {
  int32_t four;
  std::memcpy(&four, at, sizeof four);
  return _mm512_set1_epi32(four);
}
inline Sums add_product(Sums sums, Input input, Weights weights) {
  return _mm512_dpbusd_epi32(sums, input, weights);
}

}  // namespace
}  // namespace entente

#include "documents/neural_kernels_body.h"

namespace entente {

const NeuralKernels* avx512_kernels() {
  static constexpr NeuralKernels kKernels = kernels_named("AVX-512 VNNI");
  return &kKernels;
}

}  // namespace entente
#else
#include "documents/neural_kernels.h"

namespace entente {

const NeuralKernels* avx512_kernels() { return nullptr; }

}  // namespace entente
#endif
