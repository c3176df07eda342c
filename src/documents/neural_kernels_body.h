// The bodies of the kernels, compiled once for each kind of processor by the files that include
// this: neural_kernels_{portable,avx2,avx512}.cpp, which define the product of four bytes. Vectors
// of 16 lanes are the compiler's own, which splits them where registers are smaller. Only functions
// of this file may be called here: a function shared with other files could end up compiled for the
// wrong processor. Tested in neural_kernels_test.cpp.
#pragma once

#include "documents/neural_kernels.h"

namespace entente {
namespace {

constexpr size_t kLanes = 16;
using Floats = float __attribute__((vector_size(64), aligned(4), may_alias));
using Ints = int32_t __attribute__((vector_size(64), aligned(4), may_alias));
using Bytes = uint8_t __attribute__((vector_size(16), aligned(1), may_alias));
using SignedBytes = int8_t __attribute__((vector_size(16), aligned(1), may_alias));

template <typename To, typename From>
inline To& at(From* pointer) {
  return *reinterpret_cast<To*>(pointer);
}
template <typename To, typename From>
inline const To& at(const From* pointer) {
  return *reinterpret_cast<const To*>(pointer);
}

// Padé's tanh, within 1e-4.
inline Floats squash(Floats x) {
  const Floats limit = Floats{} + 4.9f;
  x = x > limit ? limit : x;
  x = x < -limit ? -limit : x;
  const Floats s = x * x;
  const Floats above = x * (((s + 378.0f) * s + 17325.0f) * s + 135135.0f);
  const Floats below = ((28.0f * s + 3150.0f) * s + 62370.0f) * s + 135135.0f;
  return above / below;
}

inline Floats sigmoid(Floats x) { return squash(x * 0.5f) * 0.5f + 0.5f; }

inline Bytes bytes_of(Floats x) {
  return __builtin_convertvector(__builtin_convertvector(x, Ints), Bytes);
}

void step(const NeuralStep& s) {
  for (size_t r = 0; r < s.count; ++r) {
    const int32_t* sums = s.sums + s.places[r] * 4 * s.size;
    float* cells = s.cells + r * s.size;
    uint8_t* state = s.state + r * s.size;
    uint8_t* outputs = s.outputs + s.places[r] * s.stride;
    for (size_t j = 0; j < s.size; j += kLanes) {
      Floats gate[4];
      for (size_t k = 0; k < 4; ++k) {
        gate[k] = __builtin_convertvector(at<Ints>(sums + k * s.size + j), Floats) *
                  at<Floats>(s.scale + k * s.size + j);
      }
      const Floats cell =
          sigmoid(gate[1]) * at<Floats>(cells + j) + sigmoid(gate[0]) * squash(gate[2]);
      at<Floats>(cells + j) = cell;
      const Bytes hidden = bytes_of(sigmoid(gate[3]) * squash(cell) * 127.0f + 128.5f);
      at<Bytes>(state + j) = hidden;
      at<Bytes>(outputs + j) = hidden;
    }
  }
}

void add_scaled(float* sums, const int8_t* row, float scale, size_t size) {
  for (size_t i = 0; i < size; i += kLanes) {
    at<Floats>(sums + i) += __builtin_convertvector(at<SignedBytes>(row + i), Floats) * scale;
  }
}

void to_bytes(const float* values, float factor, float offset, uint8_t* outputs, size_t size) {
  const Floats low = {}, high = low + 255.0f;
  for (size_t i = 0; i < size; i += kLanes) {
    Floats x = at<Floats>(values + i) * factor + offset;
    x = x < low ? low : x;
    x = x > high ? high : x;
    at<Bytes>(outputs + i) = bytes_of(x + 0.5f);
  }
}

void to_floats(const int32_t* sums, const float* scale, float* values, size_t size) {
  for (size_t i = 0; i < size; i += kLanes) {
    at<Floats>(values + i) =
        __builtin_convertvector(at<Ints>(sums + i), Floats) * at<Floats>(scale + i);
  }
}

void combine(float* sums, const float* factors, const float* rows, size_t count, size_t size) {
  for (size_t i = 0; i < size; i += kLanes) {
    Floats sum = {};
    for (size_t k = 0; k < count; ++k) sum += at<Floats>(rows + k * size + i) * factors[k];
    at<Floats>(sums + i) = sum;
  }
}

void dot_rows(const int32_t* rows, const float* scale, const float* vector, float* results,
              size_t count, size_t size) {
  for (size_t r = 0; r < count; ++r) {
    Floats sum = {};
    for (size_t i = 0; i < size; i += kLanes) {
      const size_t place = r * size + i;
      sum += __builtin_convertvector(at<Ints>(rows + place), Floats) * at<Floats>(scale + place) *
             at<Floats>(vector + i);
    }
    float lanes[kLanes];
    at<Floats>(lanes) = sum;
    for (size_t width = kLanes / 2; width > 0; width /= 2) {
      for (size_t i = 0; i < width; ++i) lanes[i] += lanes[i + width];
    }
    results[r] = lanes[0];
  }
}

// kRows inputs times kPanels * 16 outputs, the sums kept in registers.
template <size_t kRows, size_t kPanels>
inline void tile(const int8_t* weights, size_t inner, const uint8_t* const* inputs,
                 int32_t* const* sums) {
  Sums total[kRows][kPanels];
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t p = 0; p < kPanels; ++p) total[r][p] = load_sums(sums[r] + p * kLanes);
  }
  for (size_t k = 0; k < inner; k += 4) {
    Weights panel[kPanels];
    for (size_t p = 0; p < kPanels; ++p) {
      panel[p] = load_weights(weights + p * kLanes * inner + k * kLanes);
    }
    for (size_t r = 0; r < kRows; ++r) {
      const Input input = load_input(inputs[r] + k);
      for (size_t p = 0; p < kPanels; ++p) total[r][p] = add_product(total[r][p], input, panel[p]);
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t p = 0; p < kPanels; ++p) store_sums(sums[r] + p * kLanes, total[r][p]);
  }
}

template <size_t kRows, size_t kPanels>
inline void tile_at(const NeuralMatrix& m, size_t panel, const uint8_t* inputs, size_t row,
                    int32_t* sums, const uint32_t* places) {
  const uint8_t* in[kRows];
  int32_t* out[kRows];
  for (size_t r = 0; r < kRows; ++r) {
    in[r] = inputs + (row + r) * m.inner;
    out[r] = sums + (places ? places[row + r] : row + r) * m.rows + panel * kLanes;
  }
  tile<kRows, kPanels>(m.weights + panel * kLanes * m.inner, m.inner, in, out);
}

// The outer loop is over weights, so that they are fetched once a call.
template <size_t kPanels>
inline size_t panels(const NeuralMatrix& m, size_t panel, const uint8_t* inputs, size_t count,
                     int32_t* sums, const uint32_t* places) {
  for (; panel + kPanels <= m.rows / kLanes; panel += kPanels) {
    size_t row = 0;
    for (; row + kTileRows <= count; row += kTileRows) {
      tile_at<kTileRows, kPanels>(m, panel, inputs, row, sums, places);
    }
    for (; row + 2 <= count; row += 2) tile_at<2, kPanels>(m, panel, inputs, row, sums, places);
    for (; row < count; ++row) tile_at<1, kPanels>(m, panel, inputs, row, sums, places);
  }
  return panel;
}

void multiply(const NeuralMatrix& m, const uint8_t* inputs, size_t count, int32_t* sums,
              const uint32_t* places) {
  const size_t panel = panels<kTilePanels>(m, 0, inputs, count, sums, places);
  panels<1>(m, panel, inputs, count, sums, places);
}

constexpr NeuralKernels kernels_named(const char* name) {
  return {name, multiply, step, add_scaled, to_bytes, to_floats, combine, dot_rows};
}

}  // namespace
}  // namespace entente
