// The bodies of the kernels, compiled once for each kind of processor by the files that include
// this: neural_kernels_{portable,avx2,avx512}.cpp, which define the width of a register and what
// needs instructions of its own, products of bytes above all. Vectors are the compiler's own, as
// wide as a register: it takes wider ones apart into single numbers where they are compared. Only
// functions of this file may be called here: a function shared with other files could end up
// compiled for the wrong processor. Tested in neural_kernels_test.cpp.
#pragma once

#include "documents/neural_kernels.h"

namespace entente {
namespace {

constexpr size_t kLanes = 16;  // outputs of a panel, and sums of a dot product on any processor
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
  x = larger(smaller(x, limit), -limit);
  const Floats s = x * x;
  return {x * (((s + 378.0f) * s + 17325.0f) * s + 135135.0f),
          ((28.0f * s + 3150.0f) * s + 62370.0f) * s + 135135.0f};
}

// Twice the sigmoid of x.
inline Fraction sigmoid_of(Floats x) {
  const Fraction t = tanh_of(x * 0.5f);
  return {t.below + t.above, t.below};
}

void step(const NeuralStep& s) {
  for (size_t r = 0; r < s.count; ++r) {
    const int32_t* sums = s.sums + r * 4 * s.size;
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
      store_bytes(state + j, out.above * shown.above * 63.5f / (out.below * shown.below) + 128.5f);
      at<Bytes>(outputs + j) = at<Bytes>(state + j);
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
    store_bytes(outputs + i, smaller(larger(x, low), high) + 0.5f);
  }
}

void to_floats(const int32_t* sums, const float* scale, float least, float* values, size_t size) {
  const Floats floor = Floats{} + least;
  for (size_t i = 0; i < size; i += kWidth) {
    at<Floats>(values + i) =
        larger(__builtin_convertvector(at<Ints>(sums + i), Floats) * at<Floats>(scale + i), floor);
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

void dot_rows(const int32_t* rows, const float* scale, const float* const* vectors, float* results,
              size_t count, size_t size) {
  for (size_t r = 0; r < count; ++r) {
    Floats sum[kLanes / kWidth] = {};
    for (size_t i = 0; i < size; i += kLanes) {
      for (size_t v = 0; v < kLanes / kWidth; ++v) {
        const size_t place = i + v * kWidth;
        sum[v] += __builtin_convertvector(at<Ints>(rows + r * size + place), Floats) *
                  at<Floats>(scale + place) * at<Floats>(vectors[r] + place);
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

// kRows inputs times kSlices * kOutputs outputs, the sums kept in registers. `kStep` inputs of a
// row are taken at once: more than 4 of a light matrix where that saves work.
template <size_t kRows, size_t kSlices, size_t kStep>
inline void tile(const NeuralMatrix& m, size_t slice, const uint8_t* const* inputs,
                 const int32_t* const* from, int32_t* const* sums) {
  Sums total[kRows][kSlices];
  const int8_t* weights[kSlices];
  for (size_t s = 0; s < kSlices; ++s) {
    const size_t output = (slice + s) * kOutputs;
    weights[s] = m.weights + output / kLanes * kLanes * m.inner + output % kLanes * 4;
    for (size_t r = 0; r < kRows; ++r) total[r][s] = load_sums(from[r] + s * kOutputs);
  }
  for (size_t k = 0; k < m.inner; k += kStep) {
    for (size_t s = 0; s < kSlices; ++s) {
      Weights part[kStep / 4];
      for (size_t q = 0; q < kStep / 4; ++q) {
        part[q] = load_weights(weights[s] + (k + 4 * q) * kLanes);
      }
      for (size_t r = 0; r < kRows; ++r) {
        total[r][s] = add_products(total[r][s], inputs[r] + k, part);
      }
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t s = 0; s < kSlices; ++s) store_sums(sums[r] + s * kOutputs, total[r][s]);
  }
}

template <size_t kRows, size_t kSlices, size_t kStep>
inline void tile_at(const NeuralMatrix& m, const NeuralProduct& product, int32_t* sums,
                    size_t slice, size_t row) {
  const uint8_t* in[kRows];
  const int32_t* from[kRows];
  int32_t* out[kRows];
  for (size_t r = 0; r < kRows; ++r) {
    const size_t place = product.places ? product.places[row + r] : 0;
    in[r] = product.inputs + (row + r) * m.inner;
    from[r] = product.start + place * m.rows + slice * kOutputs;
    out[r] = sums + (row + r) * m.rows + slice * kOutputs;
  }
  tile<kRows, kSlices, kStep>(m, slice, in, from, out);
}

template <size_t kSlices, size_t kStep>
inline void rows_of(const NeuralMatrix& m, const NeuralProduct& product, int32_t* sums,
                    size_t slice, size_t row, size_t end) {
  for (; row + kTileRows <= end; row += kTileRows) {
    tile_at<kTileRows, kSlices, kStep>(m, product, sums, slice, row);
  }
  if (row + kTileRows / 2 <= end) {
    tile_at<kTileRows / 2, kSlices, kStep>(m, product, sums, slice, row);
    row += kTileRows / 2;
  }
  for (; row + 2 <= end; row += 2) tile_at<2, kSlices, kStep>(m, product, sums, slice, row);
  if (row < end) tile_at<1, kSlices, kStep>(m, product, sums, slice, row);
}

// Some rows at a time, whose inputs stay in the nearest cache while the weights pass by.
template <size_t kStep>
inline void multiply_by(const NeuralMatrix& m, const NeuralProduct& product, int32_t* sums) {
  constexpr size_t kTogether = 6 * kTileRows;
  const size_t slices = m.rows / kOutputs;
  for (size_t row = 0; row < product.count; row += kTogether) {
    const size_t end = row + kTogether < product.count ? row + kTogether : product.count;
    size_t slice = 0;
    for (; slice + kTileSlices <= slices; slice += kTileSlices) {
      rows_of<kTileSlices, kStep>(m, product, sums, slice, row, end);
    }
    for (; slice < slices; ++slice) rows_of<1, kStep>(m, product, sums, slice, row, end);
  }
}

void multiply(const NeuralMatrix& m, const NeuralProduct& product, int32_t* sums) {
  if (kLightStep > 4 && m.light) {
    multiply_by<kLightStep>(m, product, sums);
  } else {
    multiply_by<4>(m, product, sums);
  }
}

constexpr NeuralKernels kernels_named(const char* name) {
  return {name, multiply, step, add_scaled, to_bytes, to_floats, combine, dot_rows};
}

}  // namespace
}  // namespace entente
