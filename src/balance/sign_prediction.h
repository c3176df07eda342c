// The chance that two actors are friends rather than enemies, where no tie between them is known:
// a logistic model that is learned on the network itself, with reasons. Part of balance.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

struct SignedArc {
  uint32_t from = 0, to = 0;
  float weight = 0;  // > 0 friends, < 0 enemies
};

// Ties as reported: with a direction (who is for or against whom), or one arc a pair, either way.
struct SignedArcs {
  uint32_t actors = 0;
  bool directed = false;
  std::vector<SignedArc> arcs;  // each pair, or each ordered one, once; no loops, no weight 0
  std::vector<double> times;    // of the arcs, where they are known; else empty
};

// What speaks for friendship or enmity of a pair.
enum class SignReason : uint8_t {
  reverse,     // the sign that the second gave the first
  tempers,     // how friendly the first is to others, and others to the second
  neighbours,  // shared friends and enemies: balance of the triads
  alike,       // how those who stand to others as the first does stand to the second
  camps,       // the camps of the network without this pair
};
constexpr size_t kSignReasons = 5;

struct SignGuess {
  double friend_chance = 0.5;  // given that the two have a tie at all
  // What each reason adds to the log-odds, against the average tie of the network.
  std::array<double, kSignReasons> reasons = {};
};

struct ActorPair {
  uint32_t first = 0, second = 0;  // in a directed network: the first toward the second
};

// Learns from `known` and answers for pairs without an arc there. The chances are calibrated by
// cross-fitting: what the model learns from is predicted from the other ties. Networks of few ties
// stay near a prior of balance theory.
std::vector<SignGuess> guess_signs(const SignedArcs& known, const std::vector<ActorPair>& pairs,
                                   uint64_t seed = 1);

// How good guesses are.
struct SignScore {
  size_t friends = 0, enemies = 0;  // that were judged
  double auc = 0.5;                 // area under the ROC curve
  double log_loss = 0, brier = 0;
  struct Bin {
    size_t ties = 0;
    double guessed = 0, friends = 0;  // mean chance, share
  };
  std::array<Bin, 10> bins;  // by the chance guessed
};
SignScore score_guesses(const std::vector<SignGuess>& guesses, const std::vector<SignedArc>& truth);

struct HoldOut {
  double share = 0.2;
  uint64_t seed = 1;
  bool latest = false;  // the latest ties instead of random ones; needs times
};
struct HeldOut {
  SignedArcs known;
  std::vector<SignedArc> held;
};
HeldOut hold_out(const SignedArcs& all, const HoldOut& options);

}  // namespace entente
