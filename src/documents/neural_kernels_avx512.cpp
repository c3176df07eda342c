// Kernels for AVX-512 with VNNI: 64 products of bytes an instruction. Tested in
// neural_kernels_test.cpp.
#if defined(__AVX512VNNI__)
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr size_t kWidth = 16;    // numbers of 32 bits in a register
constexpr size_t kOutputs = 16;  // of a slice of a matrix
constexpr size_t kTileRows = 6, kTileSlices = 4, kLightStep = 4;
using Floats = float __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Sums = __m512i;
using Weights = __m512i;

inline Sums load_sums(const int32_t* at) { return _mm512_loadu_si512(at); }
inline void store_sums(int32_t* at, Sums sums) { _mm512_storeu_si512(at, sums); }
inline Weights load_weights(const int8_t* at) { return _mm512_loadu_si512(at); }
inline Sums add_products(Sums sums, const uint8_t* input, const Weights (&weights)[1]) {
  int32_t four;
  std::memcpy(&four, input, sizeof four);
  return _mm512_dpbusd_epi32(sums, _mm512_set1_epi32(four), weights[0]);
}
inline Floats smaller(Floats a, Floats b) { return a < b ? a : b; }
inline Floats larger(Floats a, Floats b) { return a > b ? a : b; }
inline void store_bytes(uint8_t* at, Floats values) {  // within 0..255
  using Ints = int32_t __attribute__((vector_size(64)));
  using Bytes = uint8_t __attribute__((vector_size(16), aligned(1), may_alias));
  *reinterpret_cast<Bytes*>(at) =
      __builtin_convertvector(__builtin_convertvector(values, Ints), Bytes);
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
