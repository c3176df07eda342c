// Windows of time as one signed graph, in which a move costs something.
#pragma once

#include <vector>

#include "balance/signed_graph.h"

namespace entente {

// An actor of the graph is an actor in a window in which it has ties; it is a friend of itself in
// the next window in which it has any, as strong as `inertia`. The camps of least frustration then
// weigh what fits a window against moves (a multilayer network, as Mucha and others 2010 have it).
struct JointWindows {
  SignedGraph graph;
  std::vector<std::vector<uint32_t>> number;  // window, actor -> of the graph, or UINT32_MAX
};
JointWindows join(const std::vector<SignedGraph>& windows, int64_t inertia);

// The sides of each window, 0 for actors without ties.
std::vector<Sides> sides_of(const JointWindows& joint, const Sides& side);

// The least frustration of `window` if actors with a side in `last` (1, -1; 0 free) stand to each
// other as there.
int64_t frustration_if_unmoved(const SignedGraph& window, const Sides& last);

}  // namespace entente
