// The camps of a network within a request's time: good, but without proofs, triads and the rest.
#pragma once

#include "balance/balance.h"

namespace entente {

// `camp`, `component`, `frustrated`, `frustration` and `total_weight` alone.
Balance quick_camps(const Network& network);

}  // namespace entente
