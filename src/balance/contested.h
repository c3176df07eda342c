// The actors between the camps: courted by both, drawn to the other, or free to move.
#pragma once

#include <vector>

#include "balance/signed_ties.h"

namespace entente {

// Needs `camp` and `component` of the balance. Most contested first: by `between`.
std::vector<Contested> find_contested(const Network& network, const SignedTies& ties,
                                      const Balance& balance);

}  // namespace entente
