// See cycle_bound.h.
#include "balance/cycle_bound.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "balance/cycle_relaxation.h"
#include "balance/price_bound.h"
#include "balance/random.h"

namespace entente {

namespace {

constexpr double kViolated = 1e-6;
constexpr size_t kSimplexEdges = 1000;      // up to here the simplex method alone
constexpr size_t kSimplexEdgesMost = 3000;  // and up to here if prices do not suffice

// The weights as fractions of the greatest, each a little less at random: equal weights would make
// the simplex method turn on the spot. The bound may lose `tolerance` by it.
std::vector<double> uneven_weights(const SignedGraph& graph, double greatest, double loss) {
  Random random(graph.edges.size());
  std::vector<double> weights;
  weights.reserve(graph.edges.size());
  for (const SignedEdge& edge : graph.edges)
    weights.push_back(std::abs(edge.weight) / greatest * (1 - loss * random.unit()));
  return weights;
}

// Amounts rounded down and cut where rounding errors would overdraw an edge: a true packing.
CyclePacking packing_of(const SignedGraph& graph, const CycleRelaxation& relaxation,
                        double greatest) {
  CyclePacking packing(graph);
  for (size_t i = 0; i < relaxation.cycles(); ++i) {
    int64_t amount = static_cast<int64_t>(relaxation.amount(i) * greatest);
    for (const uint32_t edge : relaxation.cycle(i))
      amount = std::min(amount, packing.residual[edge]);
    if (amount > 0) packing.add(relaxation.cycle(i), amount);
  }
  return packing;
}

std::set<Cycle> violated_cycles(CycleSearch& search, const std::vector<double>& degrees) {
  std::set<Cycle> violated;
  for (const uint32_t edge : search.frustrated())
    if (auto cycle = search.shortest(edge, degrees, 1 - kViolated)) violated.insert(*cycle);
  return violated;
}

// The bound by the simplex method, from the cycles packed so far on.
void bound_by_simplex(const SignedGraph& graph, const Sides& side, CycleSearch& search,
                      const CycleBoundOptions& options, CycleBound& bound) {
  int64_t heaviest = 1;
  for (const SignedEdge& edge : graph.edges) heaviest = std::max(heaviest, std::abs(edge.weight));
  const double greatest = static_cast<double>(heaviest);
  const double loss = std::min(1e-4, static_cast<double>(options.tolerance) /
                                         (1 + static_cast<double>(frustration_of(graph, side))));
  CycleRelaxation relaxation(uneven_weights(graph, greatest, loss));
  for (const PackedCycle& cycle : bound.packing.cycles) relaxation.add(cycle.edges);
  const uint64_t before = search.work();
  while (!(options.stop && *options.stop)) {
    const uint64_t used = search.work() - before + relaxation.work();
    if (used >= options.work_max || !relaxation.optimize(options.work_max - used)) break;
    if (relaxation.value() * greatest >= static_cast<double>(options.enough)) break;
    relaxation.drop_loose_cycles();
    const std::set<Cycle> violated = violated_cycles(search, relaxation.degrees());
    if (violated.empty()) break;
    for (const Cycle& cycle : violated) relaxation.add(cycle);
  }
  CyclePacking packing = packing_of(graph, relaxation, greatest);
  if (packing.bound < options.enough) pack_greedily(search, {}, packing);
  if (packing.bound > bound.packing.bound) bound.packing = std::move(packing);
  bound.degrees = relaxation.degrees();
  bound.work += search.work() - before + relaxation.work();
}

}  // namespace

CycleBound bound_by_cycles(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side,
                           const CycleBoundOptions& options) {
  CycleSearch search(graph, adjacency, side);
  CycleBound bound{CyclePacking(graph), {}, 0};
  const size_t edges = graph.edges.size();
  search.keep_to_single(true);
  pack_greedily(search, {.enough = options.enough, .stop = options.stop}, bound.packing);
  search.keep_to_single(false);
  if (edges <= kSimplexEdgesMost)
    pack_greedily(search, {.enough = options.enough, .stop = options.stop}, bound.packing);
  bound.work = search.work();
  const auto enough = [&] {
    return bound.packing.bound >= options.enough || bound.work >= options.work_max ||
           (options.stop && *options.stop);
  };
  if (!enough() && edges > kSimplexEdges) bound_by_prices(graph, search, options, bound);
  if (!enough() && edges <= kSimplexEdgesMost)
    bound_by_simplex(graph, side, search, options, bound);
  return bound;
}

}  // namespace entente
