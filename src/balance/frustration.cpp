// The public face of the exact search. Tested in frustration_test.cpp.
#include "balance/disjoint_sets.h"
#include "balance/optimum.h"

namespace entente {

Frustration minimum_frustration(const SignedGraph& graph, const FrustrationOptions& options) {
  Optimum optimum = find_optimum(graph, {.limits = options});
  Frustration found{std::move(optimum.side), optimum.value, optimum.lower};
  DisjointSets sets(graph.actors);
  for (const auto& [a, b] : optimum.firm) sets.unite(a, b);
  for (uint32_t actor = 0; actor < graph.actors; ++actor) found.firm.push_back(sets.find(actor));
  return found;
}

}  // namespace entente
