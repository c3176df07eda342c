// All triads of a network: three actors, each pair with a signed tie.
#pragma once

#include <vector>

#include "balance/signed_ties.h"

namespace entente {

// Unbalanced first, heaviest first, then by actors.
std::vector<Triad> find_triads(const SignedTies& ties);

}  // namespace entente
