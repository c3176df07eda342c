// Ties that nobody reported but that shared friends and enemies imply.
#pragma once

#include <vector>

#include "balance/signed_ties.h"

namespace entente {

// Of pairs without any tie in `network`, the `most` strongest, strongest first.
std::vector<ImpliedTie> find_implied(const Network& network, const SignedTies& ties, uint32_t most);

}  // namespace entente
