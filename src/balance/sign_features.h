// What the ties of a network say about a pair: reverse tie, degrees by sign, tempers and
// reputations, triads, paths of three, camps. None of it looks at a tie of that pair in that
// direction, so make features from a graph without the ties to learn from. Tested in
// sign_features_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "balance/sign_prediction.h"

namespace entente {

struct SignFeature {
  const char* name;
  SignReason reason;
  float prior;  // weight in a network too small to learn from
};
std::span<const SignFeature> sign_features();

// One row of sign_features().size() numbers a pair.
std::vector<float> features_of(const SignedArcs& known, const std::vector<ActorPair>& pairs,
                               uint64_t seed);

}  // namespace entente
