// The network as the balance stage sees it: its ties with a sign, by actor. Tested through the
// parts that use it.
#pragma once

#include <algorithm>
#include <vector>

#include "balance/balance.h"

namespace entente {

struct SignedTie {
  uint32_t tie = 0;    // index into Network::ties
  uint32_t other = 0;  // the actor at the other end
  int sign = 0;        // -1 or 1
  double strength = 0;
};

// An actor: its signed ties, by the other actor.
using SignedTies = std::vector<std::vector<SignedTie>>;

inline SignedTies signed_ties(const Network& network) {
  SignedTies ties(network.actors.size());
  for (uint32_t i = 0; i < network.ties.size(); ++i) {
    const Tie& tie = network.ties[i];
    if (tie.sign() == 0 || tie.first == tie.second) continue;
    ties[tie.first].push_back({i, tie.second, tie.sign(), tie.strength()});
    ties[tie.second].push_back({i, tie.first, tie.sign(), tie.strength()});
  }
  for (auto& own : ties)
    std::sort(own.begin(), own.end(),
              [](const SignedTie& a, const SignedTie& b) { return a.other < b.other; });
  return ties;
}

}  // namespace entente
