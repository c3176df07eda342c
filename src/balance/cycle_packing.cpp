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

// Rounds over the frustrated edges, a share each a round, so that none takes all from the others.
void pack_greedily(CycleSearch& search, const GreedyOptions& options, CyclePacking& packing) {
  std::vector<uint32_t> open = search.frustrated(), waiting;  // waiting: for longer cycles
  const uint64_t work_end =
      options.work_max == UINT64_MAX ? UINT64_MAX : search.work() + options.work_max;
  for (uint32_t edges = 3; edges <= options.edges_max && !open.empty(); ++edges) {
    while (!open.empty()) {
      size_t still_open = 0;
      for (const uint32_t edge : open) {
        if (packing.bound >= options.enough || search.work() >= work_end ||
            (options.stop && *options.stop))
          return;
        auto cycle = search.fewest_edges(edge, packing.residual, edges);
        if (!cycle) {
          if (search.limited()) waiting.push_back(edge);
          continue;
        }
        int64_t most = INT64_MAX;
        for (const uint32_t e : *cycle) most = std::min(most, packing.residual[e]);
        // Heavy edges do not take forever.
        packing.add(std::move(*cycle), std::min(most, std::max(options.share, most / 8)));
        open[still_open++] = edge;
      }
      open.resize(still_open);
    }
    std::swap(open, waiting);
  }
}

}  // namespace entente
