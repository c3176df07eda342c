#include "balance/sign_prediction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "balance/random.h"
#include "balance/sign_features.h"

namespace entente {
namespace {

std::vector<ActorPair> pairs_of(const std::vector<SignedArc>& arcs) {
  std::vector<ActorPair> pairs;
  for (const SignedArc& arc : arcs) pairs.push_back({arc.from, arc.to});
  return pairs;
}

SignScore score(const SignedArcs& all, uint64_t seed = 1) {
  const HeldOut split = hold_out(all, {.seed = seed});
  return score_guesses(guess_signs(split.known, pairs_of(split.held)), split.held);
}

// Two camps, so many ties, this share of them of the wrong sign.
SignedArcs camps(uint32_t actors, size_t ties, double noise) {
  Random random(3);
  SignedArcs all{actors, false, {}, {}};
  std::set<std::pair<uint32_t, uint32_t>> used;
  while (all.arcs.size() < ties) {
    const uint32_t a = random.below(actors), b = random.below(actors);
    if (a == b || !used.insert(std::minmax(a, b)).second) continue;
    const bool friends = (a % 2 == b % 2) != (random.unit() < noise);
    all.arcs.push_back({a, b, friends ? 1.0F : -1.0F});
  }
  return all;
}

// Judges of different temper on those of different repute, half of them returned in kind.
SignedArcs ratings(uint32_t actors, size_t arcs) {
  Random random(5);
  std::vector<double> temper(actors), repute(actors);
  for (double& value : temper) value = 3 * random.unit() - 1;
  for (double& value : repute) value = 4 * random.unit() - 1.5;
  SignedArcs all{actors, true, {}, {}};
  std::set<std::pair<uint32_t, uint32_t>> used;
  while (all.arcs.size() < arcs) {
    const uint32_t a = random.below(actors), b = random.below(actors);
    if (a == b || used.contains({a, b}) || used.contains({b, a})) continue;
    const double chance = 1 / (1 + std::exp(-2 * (temper[a] + repute[b])));
    const float sign = random.unit() < chance ? 1 : -1;
    used.insert({a, b});
    all.arcs.push_back({a, b, sign});
    if (random.unit() < 0.5) {
      used.insert({b, a});
      all.arcs.push_back({b, a, random.unit() < 0.9 ? sign : -sign});
    }
  }
  return all;
}

TEST(SignPrediction, LearnsCampsFromManyTies) {
  EXPECT_GT(score(camps(100, 1500, 0.05)).auc, 0.93);
}

TEST(SignPrediction, StaysNearThePriorOfBalanceWithFewTies) {
  double auc = 0;
  for (uint64_t seed = 1; seed <= 10; ++seed) auc += score(camps(14, 45, 0), seed).auc / 10;
  EXPECT_GT(auc, 0.9);
}

TEST(SignPrediction, DirectedNetworksAreLearntByTemperReputeAndTheReverseTie) {
  const SignedArcs all = ratings(400, 6000);
  const double with = score(all).auc;
  EXPECT_GT(with, 0.85);
  SignedArcs without = all;
  without.directed = false;
  std::set<std::pair<uint32_t, uint32_t>> used;
  std::erase_if(without.arcs, [&](const SignedArc& arc) {
    return !used.insert(std::minmax(arc.from, arc.to)).second;
  });
  EXPECT_GT(with, score(without).auc + 0.02);
}

// Signs at random, but a tie is nearly always returned in kind: rows are hidden one by one, and the
// other row of a hidden one tells its sign.
TEST(SignPrediction, RowsOfADirectedNetworkAreHiddenOneByOne) {
  Random random(8);
  SignedArcs all{300, true, {}, {}};
  std::set<std::pair<uint32_t, uint32_t>> used;
  while (all.arcs.size() < 6000) {
    const uint32_t a = random.below(300), b = random.below(300);
    if (a == b || !used.insert(std::minmax(a, b)).second) continue;
    const float sign = random.unit() < 0.6 ? 1 : -1;
    all.arcs.push_back({a, b, sign});
    all.arcs.push_back({b, a, random.unit() < 0.95 ? sign : -sign});
  }
  const HeldOut split = hold_out(all, {});
  EXPECT_TRUE(split.known.directed);
  std::set<std::pair<uint32_t, uint32_t>> known;
  for (const SignedArc& arc : split.known.arcs) known.insert({arc.from, arc.to});
  const auto guesses = guess_signs(split.known, pairs_of(split.held));
  std::vector<SignGuess> returned;
  std::vector<SignedArc> truth;
  for (size_t i = 0; i < split.held.size(); ++i) {
    const SignedArc& arc = split.held[i];
    ASSERT_FALSE(known.contains({arc.from, arc.to}));
    if (!known.contains({arc.to, arc.from})) continue;
    returned.push_back(guesses[i]);
    truth.push_back(arc);
  }
  EXPECT_NEAR(static_cast<double>(returned.size()), 0.8 * 1200, 60);
  EXPECT_GT(score_guesses(returned, truth).auc, 0.9);  // at best 0.945
}

// All mind the repute of whom they judge and nothing else.
TEST(SignPrediction, GivingAndTakingAreKeptApart) {
  Random random(9);
  SignedArcs all{400, true, {}, {}};
  std::set<std::pair<uint32_t, uint32_t>> used;
  while (all.arcs.size() < 8000) {
    const uint32_t a = random.below(400), b = random.below(400);
    if (a == b || !used.insert({a, b}).second) continue;
    all.arcs.push_back({a, b, (b % 2 == 0) == (random.unit() < 0.9) ? 1.0F : -1.0F});
  }
  EXPECT_GT(score(all).auc, 0.87);
}

// Reasons are said in words, which must be so.
TEST(SignPrediction, ReasonsOfCampsAndOfThoseAlikeGoTheirWay) {
  const SignedArcs all = camps(100, 1500, 0.1);
  const HeldOut split = hold_out(all, {});
  const std::vector<ActorPair> pairs = pairs_of(split.held);
  const std::vector<float> rows = features_of(split.known, pairs, 1);
  const auto guesses = guess_signs(split.known, pairs, 1);
  const auto columns = sign_features();
  for (const auto& [name, reason] :
       {std::pair("camps", SignReason::camps), std::pair("those alike, sum", SignReason::alike)}) {
    const auto column = static_cast<size_t>(
        std::ranges::find(columns, std::string_view(name), &SignFeature::name) - columns.begin());
    for (size_t i = 0; i < guesses.size(); ++i)
      EXPECT_GE(guesses[i].reasons[static_cast<size_t>(reason)] * rows[i * columns.size() + column],
                0);
  }
}

TEST(SignPrediction, ChancesAreCalibrated) {
  const SignScore found = score(ratings(600, 12'000));
  for (const SignScore::Bin& bin : found.bins)
    if (bin.ties >= 150) {
      EXPECT_NEAR(bin.guessed, bin.friends, 0.12) << bin.ties;
    }
  const SignScore noise = score(camps(100, 1500, 0.5));
  EXPECT_NEAR(noise.auc, 0.5, 0.1);
  EXPECT_NEAR(noise.log_loss, std::log(2), 0.06);
}

TEST(SignPrediction, IsTheSameForASeed) {
  const HeldOut split = hold_out(camps(30, 150, 0.1), {});
  const auto once = guess_signs(split.known, pairs_of(split.held));
  const auto again = guess_signs(split.known, pairs_of(split.held));
  for (size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].friend_chance, again[i].friend_chance);
}

TEST(SignPrediction, AnswersForNetworksWithoutTiesOrWithOneSign) {
  EXPECT_NEAR(guess_signs({3, false, {}, {}}, {{0, 1}})[0].friend_chance, 0.5, 1e-6);
  const auto friends = guess_signs({3, false, {{0, 1, 1}, {1, 2, 1}}, {}}, {{0, 2}});
  EXPECT_GT(friends[0].friend_chance, 0.5);
}

TEST(SignScore, CountsPairsInTheRightOrder) {
  const auto auc = [](const std::vector<double>& chances, const std::vector<float>& signs) {
    std::vector<SignGuess> guesses;
    std::vector<SignedArc> truth;
    for (size_t i = 0; i < chances.size(); ++i) {
      guesses.push_back({chances[i], {}});
      truth.push_back({0, 1, signs[i]});
    }
    return score_guesses(guesses, truth).auc;
  };
  EXPECT_DOUBLE_EQ(auc({0.1, 0.2, 0.8, 0.9}, {-1, -1, 1, 1}), 1);
  EXPECT_DOUBLE_EQ(auc({0.1, 0.2, 0.8, 0.9}, {1, 1, -1, -1}), 0);
  EXPECT_DOUBLE_EQ(auc({0.5, 0.5, 0.5}, {1, -1, 1}), 0.5);
  EXPECT_DOUBLE_EQ(auc({0.2, 0.6, 0.4}, {-1, -1, 1}), 0.5);
}

TEST(HoldOut, HidesAShareAtRandomOrTheLatest) {
  SignedArcs all = camps(40, 200, 0);
  const HeldOut split = hold_out(all, {.share = 0.25, .seed = 9});
  EXPECT_EQ(split.held.size(), 50u);
  EXPECT_EQ(split.known.arcs.size(), 150u);
  std::set<std::pair<uint32_t, uint32_t>> seen;
  for (const SignedArc& arc : split.known.arcs) seen.insert({arc.from, arc.to});
  for (const SignedArc& arc : split.held) EXPECT_FALSE(seen.contains({arc.from, arc.to}));
  for (size_t i = 0; i < all.arcs.size(); ++i) {
    all.times.push_back(static_cast<double>(i % 50));
    all.arcs[i].weight = i % 50 >= 45 ? -1 : 1;
  }
  for (const SignedArc& arc : hold_out(all, {.share = 0.1, .latest = true}).held)
    EXPECT_EQ(arc.weight, -1);
}

}  // namespace
}  // namespace entente
