// The inner loops of the neural engine, once for each kind of processor. Whole-number products and
// float operations in a fixed order: every processor gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// Weights of 7 bits and a sign as the model file holds them. A row is an output:
//   output = scale * (bias + sum over inner of weight * input), inputs being bytes.
struct NeuralMatrix {
  size_t rows = 0;                  // a multiple of 16
  size_t inner = 0;                 // a multiple of 4, of 16 where `light`
  const int8_t* weights = nullptr;  // [rows / 16][inner / 4][16][4], within -63..63
  const int32_t* bias = nullptr;    // [rows]
  const float* scale = nullptr;     // [rows]
  // Of every sixteen weights of a row (from 0, 16, 32 ...) those at even pairs (0, 1, 4, 5 ...) and
  // those at odd pairs reach at most 128 above zero and 128 below: eight products with bytes fit 16
  // bits together.
  bool light = false;
};

// Whether the weights keep what `light` promises.
bool is_light(const NeuralMatrix& matrix);

// Rows of bytes to be multiplied, and where their sums begin.
struct NeuralProduct {
  const uint8_t* inputs = nullptr;  // [count][inner]
  size_t count = 0;
  const int32_t* start = nullptr;    // rows of `rows` numbers
  const uint32_t* places = nullptr;  // [count] rows of `start`; null where all begin with the first
};

// One step of an LSTM for some sentences at once.
struct NeuralStep {
  size_t count = 0;                  // sentences
  size_t size = 0;                   // hidden units, a multiple of 16
  const int32_t* sums = nullptr;     // [count][4 * size]: gates i, f, g, o
  const float* scale = nullptr;      // [4 * size]
  float* cells = nullptr;            // [count][size]
  uint8_t* state = nullptr;          // [count][size], 128 is zero, 255 is one
  uint8_t* outputs = nullptr;        // the state again, in rows of `stride`
  const uint32_t* places = nullptr;  // [count] rows of `outputs`
  size_t stride = 0;
};

struct NeuralKernels {
  const char* name;
  // sums[r] = start + matrix * inputs[r]
  void (*multiply)(const NeuralMatrix& matrix, const NeuralProduct& product, int32_t* sums);
  void (*step)(const NeuralStep& step);
  // sums[i] += scale * row[i]; size a multiple of 16, as below
  void (*add_scaled)(float* sums, const int8_t* row, float scale, size_t size);
  // outputs[i] = values[i] * factor + offset, rounded and kept within 0..255
  void (*to_bytes)(const float* values, float factor, float offset, uint8_t* outputs, size_t size);
  // values[i] = sums[i] * scale[i], or `least` where that is more
  void (*to_floats)(const int32_t* sums, const float* scale, float least, float* values,
                    size_t size);
  // sums[r][i] = sum over k of factors[r][k] * rows[k][i]; `count` factors a row, rows of `size`
  void (*combine)(float* sums, const float* factors, size_t factor_rows, const float* rows,
                  size_t count, size_t size);
  // results[r] = sum over i of rows[r][i] * scale[i] * vectors[r][i], rows of `size`
  void (*dot_rows)(const int32_t* rows, const float* scale, const float* const* vectors,
                   float* results, size_t count, size_t size);
};

const NeuralKernels& portable_kernels();
const NeuralKernels* avx2_kernels();    // null where the compiler has no such thing
const NeuralKernels* avx512_kernels();  // with VNNI

// Those that this processor can run, the fastest first; never empty.
std::vector<const NeuralKernels*> usable_kernels();

}  // namespace entente
