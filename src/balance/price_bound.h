// The lower bound of a large block: cycles spread evenly, their best amounts and the edges' prices
// by first-order steps, and further cycles wherever prices or what the packing leaves over show
// that they help. Cycles with a single frustrated edge come first: they are all that a packing as
// good as the best camps can hold. Tested in price_bound_test.cpp.
#pragma once

#include "balance/cycle_bound.h"

namespace entente {

// Improves `bound.packing` and sets `bound.degrees` to the prices.
void bound_by_prices(const SignedGraph& graph, CycleSearch& search,
                     const CycleBoundOptions& options, CycleBound& bound);

}  // namespace entente
