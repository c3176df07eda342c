// The recurrent part of an LSTM layer, forward and backward, for the trainer: lstm.py compiles this
// and calls it. Small products with packed weights and fused gates, three times as fast as torch's.
// Gates are in the order i, f, g, o. The hidden size is a multiple of 32.
#include <algorithm>
#include <cmath>
#include <vector>

namespace {

#ifdef __AVX512F__
constexpr int kLanes = 16, kTileRows = 10;
#else
constexpr int kLanes = 8, kTileRows = 6;  // as many sums as there are registers
#endif
using Vector = float __attribute__((vector_size(4 * kLanes), aligned(4)));

Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
void store(float* at, Vector v) { *reinterpret_cast<Vector*>(at) = v; }

// [inner, columns] as panels of two vectors of columns.
std::vector<float> packed(const float* weight, int inner, int columns, bool transposed) {
  std::vector<float> out(static_cast<size_t>(inner) * columns);
  float* to = out.data();
  for (int panel = 0; panel < columns; panel += 2 * kLanes) {
    for (int k = 0; k < inner; ++k) {
      for (int c = panel; c < panel + 2 * kLanes; ++c) {
        *to++ = transposed ? weight[static_cast<size_t>(c) * inner + k]
                           : weight[static_cast<size_t>(k) * columns + c];
      }
    }
  }
  return out;
}

template <int kRows>
void tile(const float* a, int inner, const float* panel, float* c, int columns) {
  Vector sums[kRows][2];
  for (int r = 0; r < kRows; ++r) {
    sums[r][0] = load(c + r * columns);
    sums[r][1] = load(c + r * columns + kLanes);
  }
  for (int k = 0; k < inner; ++k) {
    const Vector low = load(panel + k * 2 * kLanes), high = load(panel + k * 2 * kLanes + kLanes);
    for (int r = 0; r < kRows; ++r) {
      sums[r][0] += a[r * inner + k] * low;
      sums[r][1] += a[r * inner + k] * high;
    }
  }
  for (int r = 0; r < kRows; ++r) {
    store(c + r * columns, sums[r][0]);
    store(c + r * columns + kLanes, sums[r][1]);
  }
}

// c [rows, columns] += a [rows, inner] * weight
void multiply(const float* a, int rows, int inner, const float* weight, float* c, int columns) {
  for (int panel = 0; panel < columns; panel += 2 * kLanes) {
    const float* w = weight + static_cast<size_t>(panel) * inner;
    int r = 0;
    for (; r + kTileRows <= rows; r += kTileRows)
      tile<kTileRows>(a + r * inner, inner, w, c + r * columns + panel, columns);
    for (; r + 3 <= rows; r += 3)
      tile<3>(a + r * inner, inner, w, c + r * columns + panel, columns);
    for (; r < rows; ++r) tile<1>(a + r * inner, inner, w, c + r * columns + panel, columns);
  }
}

// Clamped, since fast division of infinities gives no number.
float clamped(float x) { return std::min(std::max(x, -30.0f), 30.0f); }
float sigmoid(float x) { return 1.0f / (1.0f + expf(-clamped(x))); }
float squash(float x) { return 2.0f / (1.0f + expf(-2.0f * clamped(x))) - 1.0f; }

// Hidden states as the program keeps them, in 8 bits; the gradient passes through unchanged.
float rounded(float x) { return std::floor(x * 127.0f + 0.5f) * (1.0f / 127.0f); }

}  // namespace

extern "C" {

// gates [steps, directions, batch, 4 * size]: sums on entry, activations on return.
void lstm_forward(int steps, int directions, int batch, int size, float* gates, const float* weight,
                  float* cells, float* hidden) {
  const int wide = 4 * size;
  for (int d = 0; d < directions; ++d) {
    const std::vector<float> w =
        packed(weight + static_cast<size_t>(d) * size * wide, size, wide, false);
    for (int t = 0; t < steps; ++t) {
      const size_t row = (static_cast<size_t>(t) * directions + d) * batch;
      const size_t before = row - static_cast<size_t>(directions) * batch;
      if (t) multiply(hidden + before * size, batch, size, w.data(), gates + row * wide, wide);
      for (int b = 0; b < batch; ++b) {
        float* __restrict g = gates + (row + b) * wide;
        float* __restrict c = cells + (row + b) * size;
        float* __restrict h = hidden + (row + b) * size;
        const float* __restrict old = t ? cells + (before + b) * size : nullptr;
        for (int j = 0; j < size; ++j) g[j] = sigmoid(g[j]);
        for (int j = 0; j < size; ++j) g[size + j] = sigmoid(g[size + j]);
        for (int j = 0; j < size; ++j) g[2 * size + j] = squash(g[2 * size + j]);
        for (int j = 0; j < size; ++j) g[3 * size + j] = sigmoid(g[3 * size + j]);
        for (int j = 0; j < size; ++j) c[j] = g[j] * g[2 * size + j];
        if (t) {
          for (int j = 0; j < size; ++j) c[j] += g[size + j] * old[j];
        }
        for (int j = 0; j < size; ++j) h[j] = rounded(g[3 * size + j] * squash(c[j]));
      }
    }
  }
}

// grad [steps, directions, batch, size] of the hidden states -> d_gates like gates.
void lstm_backward(int steps, int directions, int batch, int size, const float* gates,
                   const float* weight, const float* cells, const float* grad, float* d_gates) {
  const int wide = 4 * size;
  std::vector<float> d_hidden(static_cast<size_t>(batch) * size), d_cell(d_hidden.size());
  for (int d = 0; d < directions; ++d) {
    const std::vector<float> w =
        packed(weight + static_cast<size_t>(d) * size * wide, wide, size, true);
    std::fill(d_cell.begin(), d_cell.end(), 0.0f);
    std::fill(d_hidden.begin(), d_hidden.end(), 0.0f);
    for (int t = steps - 1; t >= 0; --t) {
      const size_t row = (static_cast<size_t>(t) * directions + d) * batch;
      const size_t before = row - static_cast<size_t>(directions) * batch;
      for (int b = 0; b < batch; ++b) {
        const float* __restrict g = gates + (row + b) * wide;
        const float* __restrict c = cells + (row + b) * size;
        const float* __restrict old = t ? cells + (before + b) * size : nullptr;
        const float* __restrict dy = grad + (row + b) * size;
        float* __restrict dg = d_gates + (row + b) * wide;
        float* __restrict dh = d_hidden.data() + static_cast<size_t>(b) * size;
        float* __restrict dc = d_cell.data() + static_cast<size_t>(b) * size;
        for (int j = 0; j < size; ++j) {
          const float i = g[j], f = g[size + j], n = g[2 * size + j], o = g[3 * size + j];
          const float s = squash(c[j]), up = dh[j] + dy[j];
          const float cell = dc[j] + up * o * (1 - s * s);
          dg[j] = cell * n * i * (1 - i);
          dg[2 * size + j] = cell * i * (1 - n * n);
          dg[3 * size + j] = up * s * o * (1 - o);
          dg[size + j] = cell * f * (1 - f);
          dc[j] = cell * f;
        }
        for (int j = 0; j < size; ++j) dg[size + j] *= t ? old[j] : 0.0f;
      }
      if (!t) break;
      std::fill(d_hidden.begin(), d_hidden.end(), 0.0f);
      multiply(d_gates + row * wide, batch, wide, w.data(), d_hidden.data(), size);
    }
  }
}
}
