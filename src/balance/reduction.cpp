// See reduction.h. Costs are kept as the sum of weight * side * side, which every rule changes by
// a constant; frustration is half of what the total weight exceeds it.
#include "balance/reduction.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/check.h"

namespace entente {

namespace {

using Arc = std::pair<uint32_t, int64_t>;

class Reducer {
 public:
  explicit Reducer(const SignedGraph& graph)
      : arcs_(graph.actors), gone_(graph.actors), queued_(graph.actors, true) {
    for (const SignedEdge& edge : graph.edges) {
      arcs_[edge.a].push_back({edge.b, edge.weight});
      arcs_[edge.b].push_back({edge.a, edge.weight});
    }
    for (auto& arcs : arcs_) std::sort(arcs.begin(), arcs.end());
    for (uint32_t actor = graph.actors; actor-- > 0;) queue_.push_back(actor);
  }

  Reduction run(const SignedGraph& graph) {
    while (!queue_.empty()) {
      const uint32_t actor = queue_.back();
      queue_.pop_back();
      queued_[actor] = false;
      if (!gone_[actor] && !fold_dominated(actor) && arcs_[actor].size() == 3)
        star_to_triangle(actor);
    }
    collect_kernel();
    const int64_t excess = total_weight(graph) - constant_ - total_weight(result_.kernel);
    CHECK(excess >= 0 && excess % 2 == 0);
    result_.unavoidable = excess / 2;
    return std::move(result_);
  }

 private:
  bool fold_dominated(uint32_t actor) {
    const std::vector<Arc>& arcs = arcs_[actor];
    if (arcs.empty()) return true;
    int64_t sum = 0;
    Arc heaviest{0, 0};
    for (const Arc& arc : arcs) {
      sum += std::abs(arc.second);
      if (std::abs(arc.second) > std::abs(heaviest.second)) heaviest = arc;
    }
    if (2 * std::abs(heaviest.second) < sum) return false;
    const std::vector<Arc> folded = take_out(actor);
    constant_ += std::abs(heaviest.second);
    for (const auto& [neighbour, weight] : folded)
      if (neighbour != heaviest.first)
        add_edge(heaviest.first, neighbour, heaviest.second > 0 ? weight : -weight);
    return true;
  }

  void star_to_triangle(uint32_t actor) {
    const int64_t x = arcs_[actor][0].second, y = arcs_[actor][1].second,
                  z = arcs_[actor][2].second;
    // The best value for each arrangement of the three neighbours: all on one side, and each of
    // them alone on the other.
    const int64_t none = std::abs(x + y + z), first = std::abs(-x + y + z),
                  second = std::abs(x - y + z), third = std::abs(x + y - z);
    const std::array<int64_t, 4> quadruple = {
        none + third - first - second, none + second - first - third, none + first - second - third,
        none + first + second + third};
    for (const int64_t value : quadruple)
      if (value % 4 != 0) return;
    const std::vector<Arc> star = take_out(actor);
    constant_ += quadruple[3] / 4;
    add_edge(star[0].first, star[1].first, quadruple[0] / 4);
    add_edge(star[0].first, star[2].first, quadruple[1] / 4);
    add_edge(star[1].first, star[2].first, quadruple[2] / 4);
  }

  std::vector<Arc> take_out(uint32_t actor) {
    std::vector<Arc> arcs = std::move(arcs_[actor]);
    arcs_[actor].clear();
    gone_[actor] = true;
    for (const auto& [neighbour, weight] : arcs) {
      arcs_[neighbour].erase(find(neighbour, actor));
      enqueue(neighbour);
    }
    result_.eliminations.push_back({actor, arcs});
    return arcs;
  }

  std::vector<Arc>::iterator find(uint32_t actor, uint32_t neighbour) {
    return std::lower_bound(arcs_[actor].begin(), arcs_[actor].end(), Arc{neighbour, INT64_MIN});
  }

  void add_edge(uint32_t a, uint32_t b, int64_t weight) {
    add_arc(a, b, weight);
    add_arc(b, a, weight);
    enqueue(a);
    enqueue(b);
  }

  void add_arc(uint32_t from, uint32_t to, int64_t weight) {
    const auto place = find(from, to);
    if (place == arcs_[from].end() || place->first != to) {
      if (weight != 0) arcs_[from].insert(place, {to, weight});
    } else if ((place->second += weight) == 0) {
      arcs_[from].erase(place);
    }
  }

  void enqueue(uint32_t actor) {
    if (queued_[actor]) return;
    queued_[actor] = true;
    queue_.push_back(actor);
  }

  void collect_kernel() {
    std::vector<uint32_t> number(arcs_.size());
    for (uint32_t actor = 0; actor < arcs_.size(); ++actor) {
      if (arcs_[actor].empty()) continue;
      number[actor] = static_cast<uint32_t>(result_.actors.size());
      result_.actors.push_back(actor);
    }
    result_.kernel.actors = static_cast<uint32_t>(result_.actors.size());
    for (const uint32_t actor : result_.actors)
      for (const auto& [neighbour, weight] : arcs_[actor])
        if (actor < neighbour)
          result_.kernel.edges.push_back({number[actor], number[neighbour], weight});
  }

  std::vector<std::vector<Arc>> arcs_;  // sorted by neighbour
  std::vector<bool> gone_, queued_;
  std::vector<uint32_t> queue_;
  int64_t constant_ = 0;
  Reduction result_;
};

}  // namespace

Reduction reduce(const SignedGraph& graph) { return Reducer(graph).run(graph); }

Sides lift(const Reduction& reduction, const Sides& kernel_side, uint32_t actors) {
  Sides side(actors, 1);
  for (size_t i = 0; i < reduction.actors.size(); ++i) side[reduction.actors[i]] = kernel_side[i];
  for (size_t i = reduction.eliminations.size(); i-- > 0;) {
    const Elimination& elimination = reduction.eliminations[i];
    int64_t pull = 0;
    for (const auto& [neighbour, weight] : elimination.arcs) pull += weight * side[neighbour];
    side[elimination.actor] = pull < 0 ? -1 : 1;
  }
  return side;
}

}  // namespace entente
