// See price_bound.h.
#include "balance/price_bound.h"

#include <algorithm>
#include <cmath>

#include "balance/cycle_prices.h"

namespace entente {

namespace {

constexpr uint32_t kShares = 4;          // in which a tie of common weight is given away at first
constexpr uint32_t kIterations = 256;    // a round
constexpr float kPaid = 0.98f;           // cycles of this price and more are no longer sought
constexpr float kDear = 1.3f;            // those above are dropped
constexpr uint32_t kCheapEdgesMost = 8;  // of a cycle that is sought among cheap edges

class PriceBound {
 public:
  PriceBound(const SignedGraph& graph, CycleSearch& search, const CycleBoundOptions& options,
             CycleBound& bound)
      : graph_(graph),
        search_(search),
        options_(options),
        bound_(bound),
        unit_(std::max<int64_t>(1, total_weight(graph) / std::ssize(graph.edges))),
        prices_(graph, unit_),
        work_before_(search.work()) {}

  void run() {
    CyclePacking packing(graph_);
    pack_single(packing);
    for (const PackedCycle& cycle : packing.cycles) prices_.add(cycle.edges, cycle.amount);
    offer(std::move(packing));
    for (uint32_t idle = 0; !over() && idle < 3;) {
      prices_.optimize(kIterations, options_.stop);
      CyclePacking filled(graph_);
      prices_.fill(filled);
      pack_single(filled);
      size_t added = 0;
      for (const PackedCycle& cycle : filled.cycles) added += prices_.add(cycle.edges, 0);
      const bool better = offer(std::move(filled));
      if (over()) break;
      added += add_cheap_cycles();
      if (added < search_.frustrated().size() / 200 && !over()) added += add_cheapest_cycles();
      idle = better || added > 0 ? 0 : idle + 1;
      prices_.drop_dear_cycles(kDear);
    }
    bound_.degrees.assign(prices_.prices().begin(), prices_.prices().end());
    bound_.work += used();
  }

 private:
  uint64_t used() const { return search_.work() - work_before_ + prices_.work(); }
  bool over() const {
    return bound_.packing.bound >= options_.enough || used() >= options_.work_max ||
           (options_.stop && *options_.stop);
  }
  uint64_t work_left() const { return options_.work_max - std::min(used(), options_.work_max); }

  bool offer(CyclePacking packing) {
    if (packing.bound <= bound_.packing.bound) return false;
    bound_.packing = std::move(packing);
    return true;
  }

  void pack_single(CyclePacking& packing) {
    search_.keep_to_single(true);
    pack_greedily(search_,
                  {.share = std::max<int64_t>(1, unit_ / kShares),
                   .enough = options_.enough,
                   .work_max = work_left(),
                   .stop = options_.stop},
                  packing);
    search_.keep_to_single(false);
  }

  float price(uint32_t edge) const { return prices_.prices()[edge]; }

  bool affordable(const Cycle& cycle) const {
    float sum = 0;
    for (const uint32_t edge : cycle) sum += price(edge);
    return sum < kPaid;
  }

  // Cycles of few edges, each of which is cheap: found from both ends at once, without a heap.
  size_t add_cheap_cycles() {
    size_t added = 0;
    std::vector<int64_t> cheap(graph_.edges.size());
    search_.keep_to_single(true);
    for (const float most : {0.005f, 0.08f, 0.24f}) {
      for (size_t edge = 0; edge < cheap.size(); ++edge)
        cheap[edge] = price(static_cast<uint32_t>(edge)) <= most ? 1 : 0;
      for (const uint32_t edge : search_.frustrated()) {
        if (price(edge) >= kPaid - 2 * most || over()) continue;
        cheap[edge] = 1;
        const auto cycle = search_.fewest_edges(edge, cheap, kCheapEdgesMost);
        if (cycle && affordable(*cycle)) added += prices_.add(*cycle, 0);
      }
    }
    search_.keep_to_single(false);
    return added;
  }

  // The cheapest cycle through each edge that is not yet paid for, of any kind.
  size_t add_cheapest_cycles() {
    size_t added = 0;
    const std::vector<double> length(prices_.prices().begin(), prices_.prices().end());
    for (const uint32_t edge : search_.frustrated()) {
      if (price(edge) >= kPaid || over()) continue;
      const auto cycle = search_.shortest(edge, length, static_cast<double>(kPaid));
      if (cycle) added += prices_.add(*cycle, 0);
    }
    return added;
  }

  const SignedGraph& graph_;
  CycleSearch& search_;
  const CycleBoundOptions& options_;
  CycleBound& bound_;
  int64_t unit_;
  CyclePrices prices_;
  uint64_t work_before_;
};

}  // namespace

void bound_by_prices(const SignedGraph& graph, CycleSearch& search,
                     const CycleBoundOptions& options, CycleBound& bound) {
  if (graph.edges.empty()) return;
  PriceBound(graph, search, options, bound).run();
}

}  // namespace entente
