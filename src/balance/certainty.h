// Which actors are where they are in every optimal solution. A camp that could as well be the
// other one is a toss of a coin, and must not be shown as a finding.
//
// Pairs that the optimum's bound makes firm are folded together; each set that is left is forced
// to the other side of the root and the network solved again, until nothing at the same cost is
// found (certain) or something is (uncertain, and with it all that differs). Tested in
// certainty_test.cpp.
#pragma once

#include <vector>

#include "balance/optimum.h"

namespace entente {

// For each actor of the connected `graph` whether it stands to `root` as in `optimum` in all
// optimal solutions. False, too, where that could not be decided within the limits, which hold
// for all solutions together.
std::vector<bool> find_certain(const SignedGraph& graph, const Optimum& optimum, uint32_t root,
                               const FrustrationOptions& limits);

// The same, with those that another optimal solution has elsewhere told from those not decided.
std::vector<Standing> standing_to(const SignedGraph& graph, const Optimum& optimum, uint32_t root,
                                  const FrustrationOptions& limits);

}  // namespace entente
