// The bodies of the kernels, compiled once for each kind of processor by the files that include
// this: neural_kernels_{portable,avx2,avx512}.cpp, which define the width of a register and the
// product of four bytes. Vectors are the compiler's own, as wide as a register: it takes wider ones
// apart into single numbers where they are compared. Only functions of this file may be called
// here: a function shared with other files could end up compiled for the wrong processor. Tested in
// neural_kernels_test.cpp.
#pragma once

#include "documents/neural_kernels.h"

namespace entente {
namespace {

constexpr size_t kLanes = 16;  // outputs of a panel, and sums of a dot product on any processor
using Floats = float __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Ints = int32_t __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Bytes = uint8_t __attribute__((vector_size(kWidth), aligned(1), may_alias));
using SignedBytes = int8_t __attribute__((vector_size(kWidth), aligned(1), may_alias));

template <typename To, typename From>
inline To& at(From* pointer) {
  return *reinterpret_cast<To*>(pointer);
}
template <typename To, typename From>
inline const To& at(const From* pointer) {
  return *reinterpret_cast<const To*>(pointer);
}

struct Fraction {
  Floats above, below;
};

// Padé's tanh, within 1e-4. Fractions, since divisions are slow: a step makes do with two.
inline Fraction tanh_of(Floats x) {
  const Floats limit = Floats{} + 4.9f;
  x = x > limit ? limit : x;
  x = x < -limit ? -limit : x;
  const Floats s = x * x;
  return {x * (((s + 378.0f) * s + 17325.0f) * s + 135135.0f),
          ((28.0f * s + 3150.0f) * s + 62370.0f) * s + 135135.0f};
}

// Twice the sigmoid of x.
inline Fraction sigmoid_of(Floats x) {
  const Fraction t = tanh_of(x * 0.5f);
  return {t.below + t.above, t.below};
}

inline Bytes bytes_of(Floats x) {
  return __builtin_convertvector(__builtin_convertvector(x, Ints), Bytes);
}

void step(const NeuralStep& s) {
  for (size_t r = 0; r < s.count; ++r) {
    const int32_t* sums = s.sums + s.places[r] * 4 * s.size;
    float* cells = s.cells + r * s.size;
    uint8_t* state = s.state + r * s.size;
    uint8_t* outputs = s.outputs + s.places[r] * s.stride;
    for (size_t j = 0; j < s.size; j += kWidth) {
      const auto gate = [&](size_t k) {
        return __builtin_convertvector(at<Ints>(sums + k * s.size + j), Floats) *
               at<Floats>(s.scale + k * s.size + j);
      };
      const Fraction in = sigmoid_of(gate(0)), keep = sigmoid_of(gate(1)), news = tanh_of(gate(2));
      const Floats below = in.below * news.below;
      const Floats cell =
          (keep.above * at<Floats>(cells + j) * below + in.above * news.above * keep.below) * 0.5f /
          (below * keep.below);
      at<Floats>(cells + j) = cell;
      const Fraction out = sigmoid_of(gate(3)), shown = tanh_of(cell);
      const Bytes hidden =
          bytes_of(out.above * shown.above * 63.5f / (out.below * shown.below) + 128.5f);
      at<Bytes>(state + j) = hidden;
      at<Bytes>(outputs + j) = hidden;
    }
  }
}

void add_scaled(float* sums, const int8_t* row, float scale, size_t size) {
  for (size_t i = 0; i < size; i += kWidth) {
    at<Floats>(sums + i) += __builtin_convertvector(at<SignedBytes>(row + i), Floats) * scale;
  }
}

void to_bytes(const float* values, float factor, float offset, uint8_t* outputs, size_t size) {
  const Floats low = {}, high = low + 255.0f;
  for (size_t i = 0; i < size; i += kWidth) {
    Floats x = at<Floats>(values + i) * factor + offset;
    x = x < low ? low : x;
    x = x > high ? high : x;
    at<Bytes>(outputs + i) = bytes_of(x + 0.5f);
  }
}

void to_floats(const int32_t* sums, const float* scale, float* values, size_t size) {
  for (size_t i = 0; i < size; i += kWidth) {
    at<Floats>(values + i) =
        __builtin_convertvector(at<Ints>(sums + i), Floats) * at<Floats>(scale + i);
  }
}

// Some rows of factors and some vectors at once, each sum in its own order.
template <size_t kRows, size_t kVectors>
inline void combine_at(float* sums, const float* factors, const float* rows, size_t count,
                       size_t size) {
  Floats total[kRows][kVectors] = {};
  for (size_t k = 0; k < count; ++k) {
    for (size_t v = 0; v < kVectors; ++v) {
      const Floats row = at<Floats>(rows + k * size + v * kWidth);
      for (size_t r = 0; r < kRows; ++r) total[r][v] += row * factors[r * count + k];
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t v = 0; v < kVectors; ++v) at<Floats>(sums + r * size + v * kWidth) = total[r][v];
  }
}

void combine(float* sums, const float* factors, size_t factor_rows, const float* rows, size_t count,
             size_t size) {
  constexpr size_t kTogether = 4, kVectors = kLanes / kWidth > 2 ? 2 : kLanes / kWidth;
  for (size_t i = 0; i < size; i += kVectors * kWidth) {
    size_t r = 0;
    for (; r + kTogether <= factor_rows; r += kTogether) {
      combine_at<kTogether, kVectors>(sums + r * size + i, factors + r * count, rows + i, count,
                                      size);
    }
    for (; r < factor_rows; ++r) {
      combine_at<1, kVectors>(sums + r * size + i, factors + r * count, rows + i, count, size);
    }
  }
}

void dot_rows(const int32_t* rows, const float* scale, const float* vector, float* results,
              size_t count, size_t size) {
  for (size_t r = 0; r < count; ++r) {
    Floats sum[kLanes / kWidth] = {};
    for (size_t i = 0; i < size; i += kLanes) {
      for (size_t v = 0; v < kLanes / kWidth; ++v) {
        const size_t place = r * size + i + v * kWidth;
        sum[v] += __builtin_convertvector(at<Ints>(rows + place), Floats) *
                  at<Floats>(scale + place) * at<Floats>(vector + i + v * kWidth);
      }
    }
    float lanes[kLanes];
    for (size_t v = 0; v < kLanes / kWidth; ++v) at<Floats>(lanes + v * kWidth) = sum[v];
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
