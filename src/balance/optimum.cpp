// See optimum.h.
#include "balance/optimum.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "balance/blocks.h"
#include "balance/cycle_bound.h"
#include "balance/disjoint_sets.h"
#include "balance/enumeration.h"
#include "balance/local_search.h"
#include "balance/random.h"
#include "balance/reduction.h"
#include "base/check.h"

namespace entente {

namespace {

constexpr uint32_t kEnumerateActors = 14;       // always cheap
constexpr uint32_t kEnumerateDenseActors = 36;  // where half of the pairs have an edge
constexpr size_t kLargeEdges = 2000;  // of a block that is annealed thoroughly before it is bound
constexpr AnnealingOptions kSmallStart = {.sweeps = 60, .restarts = 2};
constexpr AnnealingOptions kLargeStart = {.sweeps = 200, .restarts = 12};
constexpr size_t kBranchEdges = 20'000;  // beyond, copies of the graph would fill the memory

int64_t granule_of(const SignedGraph& graph) {
  int64_t divisor = 0;
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    divisor = std::gcd(divisor, edge.weight);
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  // A switch changes the cost by a sum of plus or minus its weights, which is even if theirs is.
  divisor *= 2;
  for (const int64_t weight : load) divisor = std::gcd(divisor, weight);
  return std::max<int64_t>(divisor, 1);
}

// The least cost that can occur and is not below `lower`.
int64_t round_up(int64_t lower, int64_t known_cost, int64_t granule) {
  return lower >= known_cost ? known_cost : known_cost - (known_cost - lower) / granule * granule;
}

// Sides along a spanning tree of the edges that the linear program is surest of.
Sides round_degrees(const SignedGraph& graph, const std::vector<double>& degrees,
                    const Sides& seen_from) {
  std::vector<uint32_t> surest(graph.edges.size());
  std::iota(surest.begin(), surest.end(), 0u);
  const auto doubt = [&](uint32_t e) { return std::min(degrees[e], std::fabs(1 - degrees[e])); };
  std::stable_sort(surest.begin(), surest.end(),
                   [&](uint32_t a, uint32_t b) { return doubt(a) < doubt(b); });
  SignedGraph tree{graph.actors, {}};
  DisjointSets sets(graph.actors);
  for (const uint32_t e : surest) {
    SignedEdge edge = graph.edges[e];
    if (sets.together(edge.a, edge.b)) continue;
    sets.unite(edge.a, edge.b);
    if (degrees[e] > 0.5) edge.weight = -edge.weight;
    tree.edges.push_back(edge);
  }
  Sides side = seen_from;
  const Adjacency adjacency(tree);
  std::vector<uint32_t> queue(1, 0);
  std::vector<bool> reached(graph.actors);
  reached[0] = true;
  for (size_t i = 0; i < queue.size(); ++i) {
    for (const Adjacency::Arc& arc : adjacency.of(queue[i])) {
      if (reached[arc.actor]) continue;
      reached[arc.actor] = true;
      side[arc.actor] =
          static_cast<int8_t>(tree.edges[arc.edge].weight > 0 ? side[queue[i]] : -side[queue[i]]);
      queue.push_back(arc.actor);
    }
  }
  return side;
}

// Adds to `firm` the eliminated actors that are held by neighbours of one firm set more strongly
// than all others can pull.
void extend_firm(const Reduction& reduction, Optimum& optimum) {
  DisjointSets sets(static_cast<uint32_t>(optimum.side.size()));
  for (const auto& [a, b] : optimum.firm) sets.unite(a, b);
  for (size_t i = reduction.eliminations.size(); i-- > 0;) {
    const auto& [actor, arcs] = reduction.eliminations[i];
    std::vector<std::pair<uint32_t, int64_t>> pulls;  // set, pull
    for (const auto& [neighbour, weight] : arcs) {
      const uint32_t set = sets.find(neighbour);
      const int64_t pull = weight * optimum.side[neighbour];
      const auto known = std::find_if(pulls.begin(), pulls.end(),
                                      [&](const auto& entry) { return entry.first == set; });
      if (known == pulls.end())
        pulls.push_back({set, pull});
      else
        known->second += pull;
    }
    int64_t sum = 0;
    std::pair<uint32_t, int64_t> strongest{0, 0};
    for (const auto& pull : pulls) {
      sum += std::abs(pull.second);
      if (std::abs(pull.second) > std::abs(strongest.second)) strongest = pull;
    }
    if (2 * std::abs(strongest.second) <= sum) continue;
    sets.unite(strongest.first, actor);
    optimum.firm.push_back({strongest.first, actor});
  }
}

class Solver {
 public:
  explicit Solver(const FrustrationOptions& limits)
      : random_(limits.seed),
        branchings_(limits.branchings_max),
        work_(limits.work_max),
        bounded_(limits.bounded),
        stop_(limits.stop) {}

  uint64_t work_left() const { return work_; }
  uint32_t branchings_left() const { return branchings_; }

  // `graph` must be simple.
  Optimum solve(const SignedGraph& graph, int64_t cutoff, int64_t granule, const Sides& hint,
                uint32_t depth) {
    const Reduction reduction = reduce(graph);
    std::vector<Block> blocks = find_blocks(reduction.kernel);
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
      return a.actors.size() < b.actors.size();
    });
    Optimum optimum;
    optimum.lower = reduction.unavoidable;
    std::vector<Sides> sides;
    for (const Block& block : blocks) {
      const auto actor = [&](uint32_t i) { return reduction.actors[block.actors[i]]; };
      Sides block_hint;
      for (uint32_t i = 0; i < block.graph.actors; ++i) block_hint.push_back(hint[actor(i)]);
      const int64_t left = cutoff == INT64_MAX ? cutoff : cutoff - optimum.lower;
      Optimum part = solve_block(block.graph, left, granule, block_hint, depth);
      optimum.lower += part.lower;
      for (const auto& [a, b] : part.firm) optimum.firm.push_back({actor(a), actor(b)});
      sides.push_back(std::move(part.side));
    }
    optimum.side =
        lift(reduction, join_sides(blocks, sides, reduction.kernel.actors), graph.actors);
    optimum.value = frustration_of(graph, optimum.side);
    if (depth == 0) extend_firm(reduction, optimum);
    return optimum;
  }

 private:
  // One block on its way to the optimum.
  struct Case {
    const SignedGraph& graph;
    const Adjacency adjacency;
    int64_t granule;
    int64_t cutoff;
    uint32_t depth;
    Optimum best = {};

    // Raises the lower bound; true where nothing better can come.
    bool raise(int64_t lower) {
      best.lower = std::max(best.lower, round_up(lower, best.value, granule));
      return closed();
    }
    bool closed() const { return best.lower >= std::min(best.value, cutoff); }
    void offer(const Sides& side) {
      const int64_t value = frustration_of(graph, side);
      if (value >= best.value) return;
      best.value = value;
      best.side = side;
    }
    // The least unrounded bound that closes the case.
    int64_t enough() const {
      const int64_t target = std::min(best.value, cutoff);
      return best.value - granule * ((best.value - target) / granule + 1) + 1;
    }
  };

  Optimum solve_block(const SignedGraph& graph, int64_t cutoff, int64_t granule, const Sides& hint,
                      uint32_t depth) {
    const int64_t own_granule = granule_of(graph);
    if (own_granule % granule == 0) granule = own_granule;
    Case block{graph, Adjacency(graph), granule, cutoff, depth, {.side = hint}};
    descend(graph, block.adjacency, block.best.side);
    block.best.value = frustration_of(graph, block.best.side);
    if (depth == 0) improve(block, graph.edges.size() > kLargeEdges ? kLargeStart : kSmallStart);
    if (!bounded_) return block.best;
    if (block.closed()) {
      if (depth == 0 && block.best.value == 0) keep_firm_edges(block, CyclePacking(graph));
      return block.best;
    }
    const std::vector<double> degrees = bound(block);
    if (!block.closed() && depth == 0) {
      improve(block, {.sweeps = 200, .restarts = 10});
      block.raise(block.best.lower);
    }
    if (!block.closed() && worth_enumerating(graph)) enumerate(block);
    if (!block.closed()) branch(block, degrees);
    return block.best;
  }

  void improve(Case& block, AnnealingOptions options) {
    options.work_max = work_ / 4;
    options.enough = block.best.lower;
    options.stop = stop_;
    Annealed annealed = anneal(block.graph, block.adjacency, block.best.side, random_, options);
    spend(annealed.work);
    block.offer(annealed.side);
  }

  std::vector<double> bound(Case& block) {
    CycleBoundOptions options{block.enough(), block.granule / 4, work_, stop_};
    // Enumeration is quicker than the linear program, which is wanted for `firm` only.
    if (block.depth > 0 && block.graph.actors <= kEnumerateActors) options.work_max = 0;
    CycleBound cycles = bound_by_cycles(block.graph, block.adjacency, block.best.side, options);
    spend(cycles.work);
    if (!cycles.degrees.empty()) {
      Sides rounded = round_degrees(block.graph, cycles.degrees, block.best.side);
      descend(block.graph, block.adjacency, rounded);
      block.offer(rounded);
    }
    if (block.raise(cycles.packing.bound) && block.depth == 0 &&
        block.best.lower == block.best.value)
      keep_firm_edges(block, cycles.packing);
    return cycles.degrees;
  }

  // An edge that has more left in the packing than the gap is satisfied in every optimum: else the
  // packing and what is left of it would already cost more.
  static void keep_firm_edges(Case& block, const CyclePacking& packing) {
    const int64_t gap = block.best.value - packing.bound;
    for (uint32_t e = 0; e < block.graph.edges.size(); ++e)
      if (packing.residual[e] > gap)
        block.best.firm.push_back({block.graph.edges[e].a, block.graph.edges[e].b});
  }

  static bool worth_enumerating(const SignedGraph& graph) {
    return graph.actors <= kEnumerateActors ||
           (graph.actors <= kEnumerateDenseActors &&
            4 * graph.edges.size() >= size_t{graph.actors} * (graph.actors - 1));
  }

  void enumerate(Case& block) {
    const Enumeration found = enumerate_sides(block.graph, block.best.side, work_);
    spend(found.work);
    block.offer(found.side);
    block.raise(found.lower);
  }

  void branch(Case& block, const std::vector<double>& degrees) {
    const SignedGraph& graph = block.graph;
    if (branchings_ == 0 || over() || graph.edges.size() > kBranchEdges) return;
    --branchings_;
    const uint32_t chosen = branching_edge(graph, degrees);
    const SignedEdge& edge = graph.edges[chosen];
    const bool frustrated_first = !degrees.empty() && degrees[chosen] > 0.5;
    const int8_t satisfied = edge.weight > 0 ? 1 : -1;
    int64_t lower = INT64_MAX;
    for (const bool frustrated : {frustrated_first, !frustrated_first}) {
      const auto sign = static_cast<int8_t>(frustrated ? -satisfied : satisfied);
      lower = std::min(lower, solve_child(block, edge, sign));
    }
    block.raise(std::max(block.best.lower, std::min(lower, block.best.value)));
  }

  // The lower bound of the case that `edge`'s ends are together (1) or apart (-1).
  int64_t solve_child(Case& block, const SignedEdge& edge, int8_t sign) {
    const std::vector<Place> places = merging(block.graph.actors, edge.a, edge.b, sign);
    const Folded folded = fold(block.graph, places, block.graph.actors - 1);
    const int64_t cutoff = std::min(block.cutoff, block.best.value);
    if (folded.unavoidable >= cutoff) return folded.unavoidable;
    if (over()) return block.best.lower;
    Sides hint(folded.graph.actors);
    for (uint32_t actor = block.graph.actors; actor-- > 0;)
      if (actor != edge.b) hint[places[actor].actor] = block.best.side[actor];
    const Optimum child =
        solve(folded.graph, cutoff - folded.unavoidable, block.granule, hint, block.depth + 1);
    block.offer(unfold(places, child.side));
    return std::max(block.best.lower, child.lower + folded.unavoidable);
  }

  static uint32_t branching_edge(const SignedGraph& graph, const std::vector<double>& degrees) {
    const Adjacency adjacency(graph);
    uint32_t chosen = 0;
    double most = -1;
    for (uint32_t e = 0; e < graph.edges.size(); ++e) {
      const SignedEdge& edge = graph.edges[e];
      const double doubt =
          degrees.empty() ? 1 : 0.01 + std::max(0.0, std::min(degrees[e], 1 - degrees[e]));
      const double reach = static_cast<double>(adjacency.of(edge.a).size()) +
                           static_cast<double>(adjacency.of(edge.b).size());
      const double merit = doubt * static_cast<double>(std::abs(edge.weight)) * reach;
      if (merit <= most) continue;
      most = merit;
      chosen = e;
    }
    return chosen;
  }

  bool over() const { return work_ == 0 || (stop_ && *stop_); }
  void spend(uint64_t work) { work_ -= std::min(work_, work); }

  Random random_;
  uint32_t branchings_;
  uint64_t work_;
  bool bounded_;
  const std::atomic<bool>* stop_;
};

// Star-triangle halves weights again and again: room for that, and for rounding packings down,
// which may cost each of a hundred thousand cycles one unit.
int64_t scale_for(int64_t total) {
  int64_t scale = int64_t{1} << 20;
  while (scale > 1 && total >= (int64_t{1} << 60) / scale) scale /= 2;
  return scale;
}

}  // namespace

Optimum find_optimum(const SignedGraph& graph, const Search& search) {
  Folded folded = simplify(graph);
  const int64_t total = total_weight(graph);
  CHECK(total >= 0 && total < (int64_t{1} << 60));
  const int64_t scale = scale_for(total);
  const int64_t granule = granule_of(folded.graph) * scale;
  for (SignedEdge& edge : folded.graph.edges) edge.weight *= scale;
  const int64_t cutoff =
      search.cutoff == INT64_MAX ? INT64_MAX : (search.cutoff - folded.unavoidable) * scale;
  const Sides hint = search.hint.empty() ? Sides(graph.actors, 1) : search.hint;
  Solver solver(search.limits);
  Optimum optimum = solver.solve(folded.graph, cutoff, granule, hint, 0);
  optimum.work = search.limits.work_max - solver.work_left();
  optimum.branchings = search.limits.branchings_max - solver.branchings_left();
  optimum.value = frustration_of(graph, optimum.side);
  optimum.lower = (optimum.lower + scale - 1) / scale + folded.unavoidable;
  CHECK(optimum.lower <= optimum.value);
  return optimum;
}

}  // namespace entente
