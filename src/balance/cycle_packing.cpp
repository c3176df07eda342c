// See cycle_packing.h.
#include "balance/cycle_packing.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/check.h"

namespace entente {

CyclePacking::CyclePacking(const SignedGraph& graph) {
  residual.reserve(graph.edges.size());
  for (const SignedEdge& edge : graph.edges) residual.push_back(std::abs(edge.weight));
}

void CyclePacking::add(Cycle edges, int64_t amount) {
  for (const uint32_t edge : edges) {
    residual[edge] -= amount;
    CHECK(residual[edge] >= 0);
  }
  bound += amount;
  cycles.push_back({std::move(edges), amount});
}

void pack_greedily(CycleSearch& search, uint32_t edges_max, CyclePacking& packing) {
  std::vector<uint32_t> open = search.frustrated();
  for (uint32_t edges = 3; edges <= edges_max && !open.empty(); ++edges) {
    std::vector<uint32_t> still_open;
    for (const uint32_t edge : open) {
      while (auto cycle = search.fewest_edges(edge, packing.residual, edges)) {
        int64_t amount = INT64_MAX;
        for (const uint32_t e : *cycle) amount = std::min(amount, packing.residual[e]);
        packing.add(std::move(*cycle), amount);
      }
      if (search.limited()) still_open.push_back(edge);
    }
    open = std::move(still_open);
  }
}

}  // namespace entente
