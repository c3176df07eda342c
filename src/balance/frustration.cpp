// The public face of the exact search. Tested in frustration_test.cpp.
#include "balance/optimum.h"

namespace entente {

Frustration minimum_frustration(const SignedGraph& graph, const FrustrationOptions& options) {
  Optimum optimum = find_optimum(graph, {.limits = options});
  return {std::move(optimum.side), optimum.value, optimum.lower};
}

}  // namespace entente
