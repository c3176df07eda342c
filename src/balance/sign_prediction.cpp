// Cross-fitting: the ties are dealt into folds, and each fold is described by the others alone, as
// the pairs asked for are described by all. Large networks learn from one fold. Tested in
// sign_prediction_test.cpp.
#include "balance/sign_prediction.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>

#include "balance/boosted_trees.h"
#include "balance/logistic.h"
#include "balance/random.h"
#include "balance/sign_features.h"
#include "base/check.h"

namespace entente {

namespace {

constexpr size_t kFolds = 10;
constexpr size_t kManyTies = 150'000;     // from here on one fold
constexpr size_t kExamplesMost = 60'000;  // in it
constexpr double kSurest = 0.999;

std::vector<uint32_t> shuffled(size_t count, uint64_t seed) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  Random random(seed);
  for (size_t i = count; i > 1; --i)
    std::swap(order[i - 1], order[random.below(static_cast<uint32_t>(i))]);
  return order;
}

// The examples `begin` to `end` of `order`, described by all other ties.
void add_examples(const SignedArcs& all, const std::vector<uint32_t>& order, size_t begin,
                  size_t end, uint64_t seed, LogisticData& data) {
  SignedArcs known{all.actors, all.directed, {}, {}};
  std::vector<ActorPair> pairs;
  for (size_t i = 0; i < order.size(); ++i) {
    const SignedArc& arc = all.arcs[order[i]];
    if (i < begin || i >= end) {
      known.arcs.push_back(arc);
      continue;
    }
    pairs.push_back({arc.from, arc.to});
    data.yes.push_back(arc.weight > 0);
  }
  const std::vector<float> rows = features_of(known, pairs, seed);
  data.rows.insert(data.rows.end(), rows.begin(), rows.end());
}

LogisticData make_examples(const SignedArcs& all, uint64_t seed) {
  LogisticData data{sign_features().size(), {}, {}};
  const size_t count = all.arcs.size();
  const std::vector<uint32_t> order = shuffled(count, seed);
  if (count >= kManyTies) {
    add_examples(all, order, 0, std::min(count / 7, kExamplesMost), seed, data);
    return data;
  }
  const size_t folds = std::min(kFolds, count);
  for (size_t fold = 0; fold < folds; ++fold)
    add_examples(all, order, count * fold / folds, count * (fold + 1) / folds, seed, data);
  return data;
}

std::vector<float> priors() {
  std::vector<float> prior;
  for (const SignFeature& column : sign_features()) prior.push_back(column.prior);
  return prior;
}

size_t column_named(std::string_view name) {
  const auto columns = sign_features();
  const auto found = std::ranges::find(columns, name, &SignFeature::name);
  CHECK(found != columns.end());
  return static_cast<size_t>(found - columns.begin());
}

// A regression, and trees on what it leaves over.
class SignModel {
 public:
  SignModel(const LogisticData& examples, uint64_t seed)
      : linear_(examples, priors()), trees_(examples, start(examples), seed) {}

  SignGuess guess(std::span<const float> row) const {
    const std::span<const SignFeature> columns = sign_features();
    std::vector<double> by_column(columns.size());
    linear_.contributions(row, by_column);
    trees_.add_contributions(row, by_column);
    SignGuess guess;
    double log_odds = linear_.intercept() + trees_.intercept();
    for (size_t column = 0; column < columns.size(); ++column) {
      guess.reasons[static_cast<size_t>(columns[column].reason)] += by_column[column];
      log_odds += by_column[column];
    }
    keep_true(SignReason::alike, row[votes_], guess);
    keep_true(SignReason::camps, row[camps_], guess);
    guess.friend_chance = std::clamp(1 / (1 + std::exp(-log_odds)), 1 - kSurest, kSurest);
    return guess;
  }

 private:
  std::vector<double> start(const LogisticData& examples) const {
    std::vector<double> log_odds, by_column(examples.columns);
    for (size_t i = 0; i < examples.yes.size(); ++i) {
      linear_.contributions({examples.rows.data() + i * examples.columns, examples.columns},
                            by_column);
      log_odds.push_back(std::accumulate(by_column.begin(), by_column.end(), linear_.intercept()));
    }
    return log_odds;
  }

  // A reason that is said in words must be so: where what it adds is not of the sign of what the
  // words say, it only corrects the tempers.
  static void keep_true(SignReason reason, float said, SignGuess& guess) {
    double& added = guess.reasons[static_cast<size_t>(reason)];
    if (added * said > 0) return;
    guess.reasons[static_cast<size_t>(SignReason::tempers)] += added;
    added = 0;
  }

  Logistic linear_;
  BoostedTrees trees_;
  size_t votes_ = column_named("those alike, sum"), camps_ = column_named("camps");
};

}  // namespace

std::vector<SignGuess> guess_signs(const SignedArcs& known, const std::vector<ActorPair>& pairs,
                                   uint64_t seed) {
  const size_t width = sign_features().size();
  const SignModel model(make_examples(known, seed), seed);
  const std::vector<float> rows = features_of(known, pairs, seed);
  std::vector<SignGuess> guesses;
  for (size_t i = 0; i < pairs.size(); ++i)
    guesses.push_back(model.guess({rows.data() + i * width, width}));
  return guesses;
}

SignScore score_guesses(const std::vector<SignGuess>& guesses,
                        const std::vector<SignedArc>& truth) {
  CHECK(guesses.size() == truth.size());
  SignScore score;
  std::vector<std::pair<double, bool>> ranked;
  for (size_t i = 0; i < guesses.size(); ++i) {
    const double chance = guesses[i].friend_chance;
    const bool is_friend = truth[i].weight > 0;
    ranked.push_back({chance, is_friend});
    ++(is_friend ? score.friends : score.enemies);
    score.log_loss -= std::log(is_friend ? chance : 1 - chance);
    score.brier += std::pow((is_friend ? 1 : 0) - chance, 2);
    SignScore::Bin& bin =
        score.bins[std::min(score.bins.size() - 1, static_cast<size_t>(chance * 10))];
    ++bin.ties;
    bin.guessed += chance;
    bin.friends += is_friend ? 1 : 0;
  }
  const double count = std::max<double>(1, static_cast<double>(guesses.size()));
  score.log_loss /= count;
  score.brier /= count;
  for (SignScore::Bin& bin : score.bins) {
    if (bin.ties == 0) continue;
    bin.guessed /= static_cast<double>(bin.ties);
    bin.friends /= static_cast<double>(bin.ties);
  }
  // Mann and Whitney: the share of pairs of a friend and an enemy in the right order.
  std::sort(ranked.begin(), ranked.end());
  double right = 0, enemies = 0;
  for (size_t i = 0; i < ranked.size();) {
    double friends_here = 0, enemies_here = 0;
    const double chance = ranked[i].first;
    for (; i < ranked.size() && ranked[i].first == chance; ++i)
      ++(ranked[i].second ? friends_here : enemies_here);
    right += friends_here * (enemies + enemies_here / 2);
    enemies += enemies_here;
  }
  if (score.friends > 0 && score.enemies > 0)
    score.auc = right / (static_cast<double>(score.friends) * enemies);
  return score;
}

HeldOut hold_out(const SignedArcs& all, const HoldOut& options) {
  std::vector<uint32_t> order = shuffled(all.arcs.size(), options.seed);
  if (options.latest) {
    CHECK(all.times.size() == all.arcs.size());
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return all.times[a] > all.times[b]; });
  }
  const auto held =
      static_cast<size_t>(std::llround(options.share * static_cast<double>(all.arcs.size())));
  HeldOut split{{all.actors, all.directed, {}, {}}, {}};
  for (size_t i = 0; i < order.size(); ++i)
    (i < held ? split.held : split.known.arcs).push_back(all.arcs[order[i]]);
  return split;
}

}  // namespace entente
