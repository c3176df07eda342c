// What if: an actor in the other camp, a tie turned. The camps are solved anew, exactly, with an
// edge that outweighs all ties where an actor is forced against the best connected other actor of
// its component. Which ties would have to turn: every tie that the forced camps frustrate and the
// present ones do not counts twice its weight when it turns; those that close the gap soonest are
// taken and the network solved again, and where yet other camps win, these are a further gap to
// close. Few ties, nearly always the fewest. Tested in moves_test.cpp.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "balance/optimum.h"

namespace entente {

namespace {

constexpr size_t kTurnedMax = 40;  // more changes than these nobody supposes

std::vector<int64_t> loads(const SignedGraph& graph) {
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  return load;
}

// The best connected other actor of the component that does not move itself; the actor itself where
// there is none.
uint32_t anchor_of(const SignedGraph& graph, uint32_t actor, const std::vector<uint32_t>& moving) {
  const std::vector<uint32_t> component = components(graph);
  std::vector<int64_t> load = loads(graph);
  for (const uint32_t other : moving) load[other] = -1;
  uint32_t anchor = actor;
  for (uint32_t i = 0; i < graph.actors; ++i)
    if (component[i] == component[actor] && load[i] > std::max<int64_t>(0, load[anchor]))
      anchor = i;
  return anchor;
}

// Each weighs more than all ties together, and all of them may not exceed 2^60.
void force(SignedGraph& graph, const std::vector<SignedEdge>& wanted) {
  const int64_t weight = total_weight(graph) + 1;
  for (const SignedEdge& edge : wanted)
    graph.edges.push_back({edge.a, edge.b, edge.weight > 0 ? weight : -weight});
}

SignedEdge opposite(const Sides& side, uint32_t actor, uint32_t anchor) {
  return {actor, anchor, -side[actor] * side[anchor]};
}

Frustration solve(const SignedGraph& graph, const Sides& hint, const FrustrationOptions& options) {
  Optimum optimum = find_optimum(graph, {.limits = options, .hint = hint});
  return {std::move(optimum.side), optimum.value, optimum.lower};
}

// In each component the sides turn so that those who changed weigh the least.
std::vector<bool> changed(const SignedGraph& graph, const Sides& before, const Sides& after) {
  const std::vector<uint32_t> component = components(graph);
  const std::vector<int64_t> load = loads(graph);
  std::vector<int64_t> agreeing(graph.actors);
  for (uint32_t i = 0; i < graph.actors; ++i)
    agreeing[component[i]] += before[i] * after[i] * load[i];
  std::vector<bool> moved(graph.actors);
  for (uint32_t i = 0; i < graph.actors; ++i)
    moved[i] = load[i] > 0 && before[i] * after[i] * (agreeing[component[i]] < 0 ? -1 : 1) < 0;
  return moved;
}

bool frustrates(const Sides& side, const SignedEdge& edge) {
  return (side[edge.a] == side[edge.b]) != (edge.weight > 0);
}

// The edges to turn so that the forced camps beat all rivals known so far; when others beat them
// still, these are the next rival, and the edges are chosen anew.
class Turns {
 public:
  Turns(const SignedGraph& graph, const Sides& forced)
      : graph_(graph), forced_(forced), cost_(frustration_of(graph, forced)) {
    for (uint32_t e = 0; e < graph.edges.size(); ++e)
      if (frustrates(forced, graph.edges[e])) edges_.push_back(e);
  }

  void add_rival(const Sides& side) { rivals_.push_back(side); }

  // Greedily what closes most of the gaps to the rivals; nothing where no edge helps any more.
  std::vector<uint32_t> choose() const {
    std::vector<int64_t> gaps;
    for (const Sides& rival : rivals_) gaps.push_back(cost_ - frustration_of(graph_, rival) + 1);
    std::vector<uint32_t> chosen;
    std::vector<uint32_t> left = edges_;
    while (std::ranges::any_of(gaps, [](int64_t gap) { return gap > 0; })) {
      const auto best = std::ranges::max_element(
          left, {}, [&](uint32_t e) { return std::pair(closes(e, gaps), -int64_t{e}); });
      if (best == left.end() || closes(*best, gaps) == 0 || chosen.size() == kTurnedMax) return {};
      for (size_t r = 0; r < gaps.size(); ++r) gaps[r] -= gain(*best, r);
      chosen.push_back(*best);
      left.erase(best);
    }
    return chosen;
  }

 private:
  // How much nearer turning the edge brings the forced camps to the rival.
  int64_t gain(uint32_t e, size_t rival) const {
    const SignedEdge& edge = graph_.edges[e];
    return frustrates(rivals_[rival], edge) ? 0 : 2 * std::abs(edge.weight);
  }

  int64_t closes(uint32_t e, const std::vector<int64_t>& gaps) const {
    int64_t sum = 0;
    for (size_t r = 0; r < gaps.size(); ++r) sum += std::clamp<int64_t>(gaps[r], 0, gain(e, r));
    return sum;
  }

  const SignedGraph& graph_;
  const Sides& forced_;
  int64_t cost_;
  std::vector<uint32_t> edges_;
  std::vector<Sides> rivals_;
};

// Edges whose turning has the actor stand otherwise to the anchor in the best camps.
std::vector<uint32_t> turns_for(const SignedGraph& graph, const Sides& now, const Sides& forced,
                                uint32_t actor, uint32_t anchor,
                                const FrustrationOptions& options) {
  constexpr int kRivalsMax = 20;
  Turns turns(graph, forced);
  turns.add_rival(now);
  for (int round = 0; round < kRivalsMax; ++round) {
    std::vector<uint32_t> turned = turns.choose();
    if (turned.empty()) break;
    SignedGraph supposed = graph;
    for (const uint32_t e : turned) supposed.edges[e].weight = -supposed.edges[e].weight;
    const Frustration found = solve(supposed, forced, options);
    if (found.side[actor] * found.side[anchor] != now[actor] * now[anchor]) return turned;
    turns.add_rival(found.side);
  }
  return {};
}

}  // namespace

CampMove cost_of_moving(const SignedGraph& graph, const Frustration& found, uint32_t actor,
                        const FrustrationOptions& options) {
  CampMove move;
  move.actor = actor;
  const uint32_t anchor = anchor_of(graph, actor, {actor});
  if (anchor == actor) return move;
  Sides alone = found.side;
  alone[actor] = static_cast<int8_t>(-alone[actor]);
  move.alone = frustration_of(graph, alone) - found.value;
  SignedGraph forced = graph;
  force(forced, {opposite(found.side, actor, anchor)});
  const Frustration other = solve(forced, alone, options);
  move.cost = other.value - found.value;
  move.cost_at_least = std::max<int64_t>(0, other.lower_bound - found.value);
  // Seen from the anchor's side, so that the actor is among those who moved.
  const int turned = other.side[anchor] * found.side[anchor];
  const std::vector<uint32_t> component = components(graph);
  for (uint32_t i = 0; i < graph.actors; ++i)
    if (i != actor && component[i] == component[actor] && other.side[i] * turned != found.side[i])
      move.along.push_back(i);
  move.turned = turns_for(graph, found.side, other.side, actor, anchor, options);
  return move;
}

Supposed suppose(const SignedGraph& graph, const Frustration& found, const Supposition& supposition,
                 const FrustrationOptions& options) {
  std::map<std::pair<uint32_t, uint32_t>, int64_t> ties;
  for (const SignedEdge& edge : graph.edges) ties[std::minmax(edge.a, edge.b)] += edge.weight;
  for (const SignedEdge& edge : supposition.ties) ties[std::minmax(edge.a, edge.b)] = edge.weight;
  Supposed supposed;
  supposed.graph.actors = graph.actors;
  for (const auto& [pair, weight] : ties)
    if (weight != 0) supposed.graph.edges.push_back({pair.first, pair.second, weight});
  std::vector<SignedEdge> wanted;
  for (const uint32_t actor : supposition.moved) {
    const uint32_t anchor = anchor_of(supposed.graph, actor, supposition.moved);
    if (anchor != actor) wanted.push_back(opposite(found.side, actor, anchor));
  }
  SignedGraph forced = supposed.graph;
  force(forced, wanted);
  supposed.found = solve(forced, found.side, options);
  supposed.found.value = frustration_of(supposed.graph, supposed.found.side);
  supposed.found.lower_bound = std::min(supposed.found.lower_bound, supposed.found.value);
  supposed.moved = changed(supposed.graph, found.side, supposed.found.side);
  return supposed;
}

}  // namespace entente
