// Whole numbers where the sums are long, floats in a fixed order elsewhere: the same bits on every
// processor. Tested in scorer_test.cpp.
#include "events/scorer.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace entente {

namespace {

constexpr float kStateScale = 1.0f / 127;

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
__attribute__((target_clones("avx2", "default")))
#endif
int32_t
dot(const int8_t* weights, const int16_t* inputs, size_t count) {
  int32_t sum = 0;
  for (size_t i = 0; i < count; ++i) sum += int32_t{weights[i]} * inputs[i];
  return sum;
}

// Sums of four lanes, so that the order is fixed whatever the compiler makes of it.
float dot(const float* weights, const float* inputs, size_t count) {
  std::array<float, 4> sums{};
  size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    for (size_t lane = 0; lane < 4; ++lane) sums[lane] += weights[i + lane] * inputs[i + lane];
  }
  for (; i < count; ++i) sums[0] += weights[i] * inputs[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void soften(std::vector<float>& values) {
  const float most = *std::max_element(values.begin(), values.end());
  float sum = 0;
  for (float& value : values) sum += value = std::exp(value - most);
  for (float& value : values) value /= sum;
}

void rectify(float* values, size_t count) {
  for (size_t i = 0; i < count; ++i) values[i] = std::max(values[i], 0.0f);
}

// Inputs as whole numbers of a common step, which costs less than the weights' own rounding.
std::vector<float> product(const ByteMatrix& matrix, const std::vector<float>& inputs) {
  CHECK(inputs.size() == matrix.inner);
  float most = 1e-6f;
  for (const float value : inputs) most = std::max(most, std::abs(value));
  const float step = most / 4095;
  std::vector<int16_t> whole(inputs.size());
  for (size_t i = 0; i < inputs.size(); ++i) {
    whole[i] = static_cast<int16_t>(std::lround(inputs[i] / step));
  }
  std::vector<float> out(matrix.rows);
  for (size_t r = 0; r < matrix.rows; ++r) {
    const int32_t sum = dot(matrix.weights.data() + r * matrix.inner, whole.data(), matrix.inner);
    out[r] = static_cast<float>(sum) * step * matrix.scale[r] + matrix.bias[r];
  }
  return out;
}

}  // namespace

ScorerNetwork::ScorerNetwork(const Scorer::Weights& weights, const Document& document)
    : weights_(weights),
      document_(document),
      projected_(document.tokens.size() * weights.hidden),
      known_(document.tokens.size()) {
  CHECK(document.states.size() == document.tokens.size() * kTokenStates);
}

const float* ScorerNetwork::token(uint32_t index) {
  const size_t hidden = weights_.hidden;
  float* out = projected_.data() + index * hidden;
  if (known_[index]) return out;
  known_[index] = true;
  std::array<int16_t, kTokenStates> inputs;
  const uint8_t* states = document_.states.data() + index * kTokenStates;
  for (size_t i = 0; i < kTokenStates; ++i) inputs[i] = static_cast<int16_t>(states[i] - 128);
  const ByteMatrix& project = weights_.project;
  for (size_t r = 0; r < hidden; ++r) {
    const int32_t sum = dot(project.weights.data() + r * kTokenStates, inputs.data(), kTokenStates);
    out[r] = static_cast<float>(sum) * kStateScale * project.scale[r] + project.bias[r];
  }
  return out;
}

std::vector<float> ScorerNetwork::vector(const ScorerInput& input) {
  const size_t hidden = weights_.hidden, pools = weights_.pools, count = input.end - input.begin;
  std::vector<float> tokens(count * hidden);
  std::vector<std::vector<float>> attention(pools, std::vector<float>(count));
  for (size_t i = 0; i < count; ++i) {
    float* here = tokens.data() + i * hidden;
    const float* from = token(input.begin + static_cast<uint32_t>(i));
    std::copy(from, from + hidden, here);
    for (size_t kind = 0; kind < kPlaceClasses.size(); ++kind) {
      const float* row = weights_.places[kind].data() + input.places[i][kind] * hidden;
      for (size_t r = 0; r < hidden; ++r) here[r] += row[r];
    }
    rectify(here, hidden);
    for (size_t p = 0; p < pools; ++p) {
      attention[p][i] =
          weights_.attend.bias[p] + dot(weights_.attend.weights.data() + p * hidden, here, hidden);
    }
  }
  std::vector<float> all(weights_.joint.inner);
  size_t at = 0;
  for (const auto& end : {input.source, input.target, input.top}) {
    if (end && *end >= input.begin && *end < input.end) {
      const auto from = tokens.begin() + static_cast<std::ptrdiff_t>((*end - input.begin) * hidden);
      std::copy(from, from + static_cast<std::ptrdiff_t>(hidden),
                all.begin() + static_cast<std::ptrdiff_t>(at));
    }
    at += hidden;
  }
  for (size_t p = 0; p < pools; ++p, at += hidden) {
    soften(attention[p]);
    for (size_t i = 0; i < count; ++i) {
      for (size_t r = 0; r < hidden; ++r) all[at + r] += attention[p][i] * tokens[i * hidden + r];
    }
  }
  std::copy(input.facts.begin(), input.facts.end(), all.begin() + static_cast<std::ptrdiff_t>(at));
  std::vector<float> out = product(weights_.joint, all);
  rectify(out.data(), out.size());
  return out;
}

std::vector<float> ScorerNetwork::chances(ScorerHead head, const std::vector<float>& vector) const {
  const FloatMatrix& matrix = weights_.heads[static_cast<size_t>(head)];
  std::vector<float> out(matrix.rows);
  for (size_t r = 0; r < matrix.rows; ++r) {
    out[r] =
        matrix.bias[r] + dot(matrix.weights.data() + r * matrix.inner, vector.data(), matrix.inner);
  }
  soften(out);
  return out;
}

}  // namespace entente
