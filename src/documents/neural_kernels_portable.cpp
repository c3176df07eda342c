// Kernels for any processor, and the choice among all kernels at run time. Tested in
// neural_kernels_test.cpp.
#include <cstddef>
#include <cstdint>

namespace entente {
namespace {

constexpr size_t kWidth = 4;  // numbers of 32 bits in a register
constexpr size_t kTileRows = 4, kTilePanels = 1;
using Sums = int32_t __attribute__((vector_size(64), aligned(4), may_alias));
using Shorts = int16_t __attribute__((vector_size(64), aligned(2), may_alias));
struct Weights {
  Shorts even, odd;  // bytes 0 and 2, 1 and 3 of every four
};
struct Input {
  Shorts even, odd;
};

inline Sums load_sums(const int32_t* at) { return *reinterpret_cast<const Sums*>(at); }
inline void store_sums(int32_t* at, Sums sums) { *reinterpret_cast<Sums*>(at) = sums; }
inline Weights load_weights(const int8_t* at) {
  Weights weights;
  for (int i = 0; i < 32; ++i) {
    weights.even[i] = at[2 * i];
    weights.odd[i] = at[2 * i + 1];
  }
  return weights;
}
inline Input load_input(const uint8_t* at) {
  Input input;
  for (int i = 0; i < 32; i += 2) {
    input.even[i] = at[0];
    input.even[i + 1] = at[2];
    input.odd[i] = at[1];
    input.odd[i + 1] = at[3];
  }
  return input;
}
// Products and the sum of two stay within 16 bits.
inline Sums add_product(Sums sums, const Input& input, const Weights& weights) {
  const Shorts pairs = input.even * weights.even + input.odd * weights.odd;
  const Sums both = reinterpret_cast<const Sums&>(pairs);
  return sums + (both >> 16) + ((both << 16) >> 16);
}

}  // namespace
}  // namespace entente

#include "documents/neural_kernels_body.h"

namespace entente {

const NeuralKernels& portable_kernels() {
  static constexpr NeuralKernels kKernels = kernels_named("portable");
  return kKernels;
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
