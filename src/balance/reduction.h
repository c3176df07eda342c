// Exact data reduction: a signed graph -> a smaller kernel with the same optimum, and back.
//
// Two rules, until neither applies. Domination: an actor with one edge at least as heavy as its
// others together sides (at no loss) with what that edge says, and is folded onto its neighbour;
// degree 1 and 2 are special cases. Star-triangle: an actor with three neighbours is replaced by
// three edges between them that give the same best value for each of their four arrangements.
// The second halves weights, and is left out where they are odd: scale the graph up beforehand.
//
// Both lose no optimal arrangement of the actors that are left; domination with equality may lose
// optimal sides of the eliminated actor itself, which shows as a tie when it is put back.
// Tested in reduction_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "balance/signed_graph.h"

namespace entente {

struct Elimination {
  uint32_t actor = 0;
  std::vector<std::pair<uint32_t, int64_t>> arcs;  // neighbour, weight; when it was eliminated
};

struct Reduction {
  SignedGraph kernel;
  std::vector<uint32_t> actors;  // of the kernel, as numbered in the graph
  int64_t unavoidable = 0;       // optimum of the graph = unavoidable + optimum of the kernel
  std::vector<Elimination> eliminations;  // first to last
};

// `graph` must be simple (see fold).
Reduction reduce(const SignedGraph& graph);

// Sides of the whole graph that cost `unavoidable` more than those of the kernel, or less.
Sides lift(const Reduction& reduction, const Sides& kernel_side, uint32_t actors);

}  // namespace entente
