#include "events/scorer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include "events/tree_fixture.h"

namespace entente {
namespace {

using testing::HasSubstr;

constexpr size_t kHidden = 5, kPools = 2, kJoint = 7;

class Dice {
 public:
  float real() { return std::uniform_real_distribution<float>(-1, 1)(engine_); }
  int whole(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(engine_);
  }
  FloatMatrix floats(size_t rows, size_t inner) {
    return {rows, inner, reals(rows * inner), reals(rows)};
  }
  ByteMatrix bytes(size_t rows, size_t inner) {
    std::vector<int8_t> weights(rows * inner);
    for (int8_t& one : weights) one = static_cast<int8_t>(whole(-127, 127));
    return {rows, inner, weights, std::vector<float>(rows, 0.01f), reals(rows)};
  }
  std::vector<float> reals(size_t count) {
    std::vector<float> out(count);
    for (float& one : out) one = real();
    return out;
  }

 private:
  std::mt19937 engine_{7};
};

Scorer::Weights random_weights(Dice& dice) {
  Scorer::Weights weights;
  weights.hidden = kHidden;
  weights.pools = kPools;
  weights.project = dice.bytes(kHidden, kTokenStates);
  for (size_t i = 0; i < kPlaceClasses.size(); ++i) {
    weights.places[i] = dice.reals(kPlaceClasses[i] * kHidden);
  }
  weights.attend = dice.floats(kPools, kHidden);
  weights.joint = dice.bytes(kJoint, (3 + kPools) * kHidden + kPairFacts);
  for (size_t i = 0; i < kScorerHeads; ++i) weights.heads[i] = dice.floats(kHeadSizes[i], kJoint);
  return weights;
}

// The same network without any care for speed.
std::vector<double> slowly(const Scorer::Weights& w, const Document& document,
                           const ScorerInput& input) {
  std::vector<std::vector<double>> tokens;
  for (uint32_t t = input.begin; t < input.end; ++t) {
    std::vector<double>& here = tokens.emplace_back(kHidden);
    for (size_t r = 0; r < kHidden; ++r) {
      for (size_t i = 0; i < kTokenStates; ++i) {
        here[r] += w.project.weights[r * kTokenStates + i] *
                   (document.states[t * kTokenStates + i] - 128.0) / 127;
      }
      here[r] = here[r] * w.project.scale[r] + w.project.bias[r];
      for (size_t kind = 0; kind < kPlaceClasses.size(); ++kind) {
        here[r] += w.places[kind][input.places[t - input.begin][kind] * kHidden + r];
      }
      here[r] = std::max(here[r], 0.0);
    }
  }
  std::vector<double> all;
  for (const auto& end : {input.source, input.target, input.top}) {
    for (size_t r = 0; r < kHidden; ++r) all.push_back(end ? tokens[*end - input.begin][r] : 0);
  }
  for (size_t p = 0; p < kPools; ++p) {
    std::vector<double> pool(kHidden);
    double sum = 0;
    for (const auto& here : tokens) {
      double score = w.attend.bias[p];
      for (size_t r = 0; r < kHidden; ++r) score += w.attend.weights[p * kHidden + r] * here[r];
      for (size_t r = 0; r < kHidden; ++r) pool[r] += std::exp(score) * here[r];
      sum += std::exp(score);
    }
    for (const double value : pool) all.push_back(value / sum);
  }
  all.insert(all.end(), input.facts.begin(), input.facts.end());
  std::vector<double> out;
  for (size_t j = 0; j < kJoint; ++j) {
    double sum = 0;
    for (size_t i = 0; i < all.size(); ++i) sum += w.joint.weights[j * all.size() + i] * all[i];
    out.push_back(std::max(0.0, sum * w.joint.scale[j] + w.joint.bias[j]));
  }
  return out;
}

Document sentence(Dice& dice) {
  Document document = tree({{"Oslo", "Oslo", "PROPN", "NNP", 2, "nsubj"},
                            {"met", "meet", "VERB", "VBD", 0, "root"},
                            {"Riga", "Riga", "PROPN", "NNP", 2, "obj"}});
  for (size_t i = 0; i < document.tokens.size() * kTokenStates; ++i) {
    document.states.push_back(static_cast<uint8_t>(dice.whole(0, 255)));
  }
  return document;
}

ScorerInput random_input(Dice& dice) {
  ScorerInput input;
  input.end = 3;
  input.places.resize(3);
  for (TokenPlace& place : input.places) {
    for (size_t i = 0; i < place.size(); ++i) {
      place[i] = static_cast<uint8_t>(dice.whole(0, kPlaceClasses[i] - 1));
    }
  }
  for (float& fact : input.facts) fact = dice.real();
  input.source = 0;
  input.target = 2;
  return input;  // and no meeting point
}

TEST(Scorer, DoesWhatTheSlowNetworkDoes) {
  Dice dice;
  const Scorer::Weights weights = random_weights(dice);
  const Document document = sentence(dice);
  const ScorerInput input = random_input(dice);
  ScorerNetwork network(weights, document);
  const std::vector<float> fast = network.vector(input);
  const std::vector<double> slow = slowly(weights, document, input);
  ASSERT_EQ(fast.size(), slow.size());
  for (size_t i = 0; i < fast.size(); ++i) {
    EXPECT_NEAR(fast[i], slow[i], 0.01 + 0.005 * std::abs(slow[i]));
  }
  const std::vector<float> again = network.vector(input);
  EXPECT_EQ(fast, again);  // what is kept of the tokens is what was made
}

TEST(Scorer, ChancesSumToOne) {
  Dice dice;
  const Scorer::Weights weights = random_weights(dice);
  const Document document = sentence(dice);
  ScorerNetwork network(weights, document);
  const std::vector<float> vector = network.vector(random_input(dice));
  for (size_t head = 0; head < kScorerHeads; ++head) {
    const auto chances = network.chances(static_cast<ScorerHead>(head), vector);
    EXPECT_EQ(chances.size(), kHeadSizes[head]);
    float sum = 0;
    for (const float chance : chances) sum += chance;
    EXPECT_NEAR(sum, 1, 1e-5);
  }
}

std::string embedded_bytes() {
  std::ifstream in(std::string(ENTENTE_ROOT) + "/models/english_scorer.model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Scorer, LoadsItsFileAndRefusesOthers) {
  const std::string bytes = embedded_bytes();
  ASSERT_TRUE(load_scorer(bytes, "scorer").ok());
  EXPECT_THAT(load_scorer("no model at all, and quite long", "x").error(),
              HasSubstr("x is not a scorer"));
  std::string damaged = bytes;
  damaged[damaged.size() / 2] ^= 1;
  EXPECT_THAT(load_scorer(damaged, "x").error(), HasSubstr("damaged"));
  EXPECT_THAT(load_scorer(bytes.substr(0, bytes.size() - 1), "x").error(), HasSubstr("cut"));
  std::string newer = bytes;
  newer[16] = 99;
  EXPECT_THAT(load_scorer(newer, "x").error(), HasSubstr("version 99"));
}

}  // namespace
}  // namespace entente
