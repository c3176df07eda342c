#include "documents/neural_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace entente {
namespace {

constexpr size_t kRows = 48, kInner = 48, kCount = 29;

// A matrix in panels of 16 rows, with its plain weights beside it.
struct TestMatrix {
  std::vector<int8_t> plain, panels;
  std::vector<int32_t> bias;
  std::vector<float> scale;
  NeuralMatrix view(bool light = false) const {
    return {kRows, kInner, panels.data(), bias.data(), scale.data(), light};
  }
};

// Weights within +-limit, many of them at a limit.
TestMatrix extreme_matrix(std::mt19937& random, int limit) {
  TestMatrix m;
  m.bias.assign(kRows, 0);
  m.scale.assign(kRows, 1.0f);
  for (size_t i = 0; i < kRows * kInner; ++i) {
    const int any = static_cast<int>(random() % static_cast<unsigned>(2 * limit + 1)) - limit;
    m.plain.push_back(
        static_cast<int8_t>(random() % 4 != 0 ? any : (i / 32 % 2 == 0 ? limit : -limit)));
  }
  for (size_t panel = 0; panel < kRows; panel += 16) {
    for (size_t k = 0; k < kInner; k += 4) {
      for (size_t row = panel; row < panel + 16; ++row) {
        for (size_t i = k; i < k + 4; ++i) m.panels.push_back(m.plain[row * kInner + i]);
      }
    }
  }
  return m;
}

std::vector<float> floats(size_t count, std::mt19937& random, float range) {
  std::vector<float> values;
  for (size_t i = 0; i < count; ++i) {
    values.push_back((static_cast<float>(random() % 2001) / 1000.0f - 1.0f) * range);
  }
  return values;
}

class Kernels : public testing::TestWithParam<const NeuralKernels*> {};

// Sums begin in the row of `places`, or in the first where that is empty.
void expect_plain_sums(const NeuralKernels& kernels, const TestMatrix& m, bool light,
                       const std::vector<uint32_t>& places) {
  std::mt19937 random(5);
  std::vector<uint8_t> inputs(kCount * kInner);
  for (uint8_t& input : inputs) input = random() % 3 == 0 ? 255 : static_cast<uint8_t>(random());
  std::vector<int32_t> start, sums(kCount * kRows);
  for (size_t i = 0; i < kCount * kRows; ++i) start.push_back(static_cast<int32_t>(random() >> 8));
  kernels.multiply(m.view(light),
                   {inputs.data(), kCount, start.data(), places.empty() ? nullptr : places.data()},
                   sums.data());
  for (size_t r = 0; r < kCount; ++r) {
    for (size_t row = 0; row < kRows; ++row) {
      int32_t expected = start[(places.empty() ? 0 : places[r]) * kRows + row];
      for (size_t i = 0; i < kInner; ++i)
        expected += m.plain[row * kInner + i] * inputs[r * kInner + i];
      ASSERT_EQ(sums[r * kRows + row], expected);
    }
  }
}

TEST_P(Kernels, MultiplyAsPlainSums) {
  std::mt19937 random(5);
  const TestMatrix heavy = extreme_matrix(random, 63), light = extreme_matrix(random, 16);
  ASSERT_FALSE(is_light(heavy.view()));
  ASSERT_TRUE(is_light(light.view()));
  std::vector<uint32_t> places;
  for (uint32_t r = 0; r < kCount; ++r) places.push_back(kCount - 1 - r);
  expect_plain_sums(*GetParam(), heavy, false, places);
  expect_plain_sums(*GetParam(), light, true, places);
  expect_plain_sums(*GetParam(), light, true, {});
}

TEST_P(Kernels, StepsLikeAnLstm) {
  std::mt19937 random(6);
  constexpr size_t kSize = 32;
  std::vector<int32_t> sums;
  for (size_t i = 0; i < 4 * kSize; ++i)
    sums.push_back(static_cast<int32_t>(random() % 20001) - 10000);
  const std::vector<float> scale(4 * kSize, 1e-3f);  // gates within -10..10
  std::vector<float> cells = floats(kSize, random, 2.0f);
  const std::vector<float> before = cells;
  std::vector<uint8_t> state(kSize), outputs(kSize);
  const uint32_t place = 0;
  GetParam()->step({1, kSize, sums.data(), scale.data(), cells.data(), state.data(), outputs.data(),
                    &place, kSize});
  EXPECT_EQ(state, outputs);
  for (size_t j = 0; j < kSize; ++j) {
    const auto gate = [&](size_t k) { return static_cast<double>(sums[k * kSize + j]) * 1e-3; };
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double cell = sigmoid(gate(1)) * before[j] + sigmoid(gate(0)) * std::tanh(gate(2));
    EXPECT_NEAR(cells[j], cell, 0.02);  // the gates stop at sigmoid(9.8)
    EXPECT_NEAR(state[j], 128 + 127 * sigmoid(gate(3)) * std::tanh(cell), 1.5);
  }
}

TEST_P(Kernels, SameBitsAsThePortableOnes) {
  std::mt19937 random(7);
  const NeuralKernels &here = *GetParam(), &portable = portable_kernels();
  constexpr size_t kSize = 48, kFactors = 20, kTogether = 7;
  std::vector<int32_t> sums;
  for (size_t i = 0; i < kSize * 4; ++i) sums.push_back(static_cast<int32_t>(random()) >> 12);
  const std::vector<float> scale = floats(kSize * 4, random, 1e-4f);
  const std::vector<float> rows = floats(kFactors * kSize, random, 3.0f);
  const std::vector<float> factors = floats(kFactors * kTogether, random, 2.0f);
  const auto results = [&](const NeuralKernels& k) {
    std::vector<float> out(kTogether * kSize), more(kSize * 4), dots(4),
        cells(rows.begin(), rows.begin() + kSize);
    k.combine(out.data(), factors.data(), kTogether, rows.data(), kFactors, kSize);
    k.to_floats(sums.data(), scale.data(), -0.5f, more.data(), more.size());
    const float* const vectors[] = {rows.data(), rows.data() + 3, rows.data(), rows.data() + 7};
    k.dot_rows(sums.data(), scale.data(), vectors, dots.data(), 4, kSize);
    std::vector<uint8_t> state(kSize), outputs(kSize), bytes(kSize);
    const uint32_t place = 0;
    k.step({1, kSize, sums.data(), scale.data(), cells.data(), state.data(), outputs.data(), &place,
            kSize});
    k.to_bytes(rows.data(), 50.0f, 128.0f, bytes.data(), kSize);
    k.add_scaled(cells.data(), reinterpret_cast<const int8_t*>(state.data()), 0.37f, kSize);
    for (const auto* values : {&more, &dots, &cells})
      out.insert(out.end(), values->begin(), values->end());
    for (const auto* values : {&state, &bytes})
      out.insert(out.end(), values->begin(), values->end());
    return out;
  };
  EXPECT_EQ(results(here), results(portable));
}

INSTANTIATE_TEST_SUITE_P(All, Kernels, testing::ValuesIn(usable_kernels()),
                         [](const auto& kernels) {
                           std::string name = kernels.param->name;
                           std::erase_if(name, [](char c) { return c == ' ' || c == '-'; });
                           return name;
                         });

}  // namespace
}  // namespace entente
