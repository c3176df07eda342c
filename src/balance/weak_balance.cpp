// Any number of camps: search, then a bound by the machinery of the frustration index, whose cycles
// have exactly one hostile edge here. A bound for any number holds for fewer camps, too. Tested in
// weak_camps_test.cpp.
#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "balance/price_bound.h"
#include "balance/weak_camps.h"
#include "base/check.h"

namespace entente {

namespace {

constexpr uint32_t kEnumerateActors = 14;

// From one camp for all, or where any number is allowed, from everybody alone.
Labels start_of(const SignedGraph& graph, const WeakCampsOptions& options) {
  Labels labels(graph.actors);
  if (options.camps_max >= graph.actors) {
    std::iota(labels.begin(), labels.end(), 0u);
    return labels;
  }
  // Two camps are allowed in any case, and their optimum is a good start.
  const Frustration two = minimum_frustration(
      graph, {.seed = options.seed, .work_max = options.work_max / 5, .stop = options.stop});
  if (options.camps_max >= 2)
    for (uint32_t actor = 0; actor < graph.actors; ++actor) labels[actor] = two.side[actor] < 0;
  return labels;
}

// Room for rounding the packing down.
int64_t scale_for(int64_t total) {
  int64_t scale = int64_t{1} << 20;
  while (scale > 1 && total >= (int64_t{1} << 60) / scale) scale /= 2;
  return scale;
}

// Less than what any partition costs, by less than 1 where the packing is as good as that.
int64_t bound_of(const SignedGraph& graph, const Labels& labels, int64_t value,
                 const WeakCampsOptions& options) {
  const int64_t scale = scale_for(total_weight(graph));
  SignedGraph scaled = graph;
  for (SignedEdge& edge : scaled.edges) edge.weight *= scale;
  const Adjacency adjacency(scaled);
  CycleSearch search(scaled, adjacency, labels);
  CycleBoundOptions bounding;
  bounding.enough = (value - 1) * scale + 1;
  bounding.work_max = options.work_max / 2;
  bounding.stop = options.stop;
  CycleBound bound{CyclePacking(scaled), {}, 0};
  pack_greedily(search, {.enough = bounding.enough, .stop = options.stop}, bound.packing);
  if (bound.packing.bound < bounding.enough) bound_by_prices(scaled, search, bounding, bound);
  return (bound.packing.bound + scale - 1) / scale;
}

}  // namespace

WeakCamps minimum_disagreement(const SignedGraph& graph, const WeakCampsOptions& options) {
  CHECK(options.camps_max >= 1);
  const Folded folded = simplify(graph);
  WeakCamps camps;
  if (graph.actors <= kEnumerateActors) {
    camps.camp = enumerate_weak_camps(folded.graph, options.camps_max);
    camps.value = camps.lower_bound = disagreement_of(graph, camps.camp);
    return camps;
  }
  Random random(options.seed);
  camps.camp = search_weak_camps(folded.graph, start_of(folded.graph, options), random,
                                 {.camps_max = options.camps_max,
                                  .restarts = 40,
                                  .work_max = options.work_max / 3,
                                  .stop = options.stop})
                   .labels;
  camps.value = disagreement_of(graph, camps.camp);
  const int64_t value = disagreement_of(folded.graph, camps.camp);
  camps.lower_bound = folded.unavoidable + bound_of(folded.graph, camps.camp, value, options);
  CHECK(camps.lower_bound <= camps.value);
  return camps;
}

}  // namespace entente
