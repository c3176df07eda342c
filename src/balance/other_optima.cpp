// Who stands elsewhere in other solutions as good as this one. Small components are decided actor
// by actor (certainty.h). In large ones pairs that are firm by the bound are folded together, and a
// walk goes from solution to solution by switches that cost nothing, of one set or of two at once,
// never of the best connected actor's: whoever is met elsewhere is undecided, whoever is folded
// onto the best connected actor certain; of the others nothing is claimed. Annealing from the
// solution finds those farther away: it keeps regions that cost nothing. Tested in
// other_optima_test.cpp.
#include <algorithm>
#include <cstdlib>

#include "balance/certainty.h"
#include "balance/local_search.h"

namespace entente {

namespace {

constexpr uint32_t kStepsPerSet = 30;  // of the walk
constexpr uint32_t kAnnealings = 8;

struct Component {
  std::vector<uint32_t> actors;
  uint32_t head = 0;  // the best connected
};

std::vector<Component> components_with_heads(const SignedGraph& graph) {
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    load[edge.a] += std::abs(edge.weight);
    load[edge.b] += std::abs(edge.weight);
  }
  const std::vector<uint32_t> component = components(graph);
  std::vector<Component> parts(
      component.empty() ? 0 : 1 + *std::max_element(component.begin(), component.end()));
  for (uint32_t actor = 0; actor < graph.actors; ++actor) {
    Component& part = parts[component[actor]];
    if (part.actors.empty() || load[actor] > load[part.head]) part.head = actor;
    part.actors.push_back(actor);
  }
  return parts;
}

// The part of the graph over the component's actors, numbered as they stand there.
SignedGraph cut_out(const SignedGraph& graph, const Component& part, const Adjacency& adjacency) {
  SignedGraph own{static_cast<uint32_t>(part.actors.size()), {}};
  const auto number = [&](uint32_t actor) {
    return static_cast<uint32_t>(std::ranges::lower_bound(part.actors, actor) -
                                 part.actors.begin());
  };
  for (const uint32_t actor : part.actors)
    for (const Adjacency::Arc& arc : adjacency.of(actor))
      if (actor < arc.actor)
        own.edges.push_back({number(actor), number(arc.actor), graph.edges[arc.edge].weight});
  return own;
}

// Through solutions that cost the same. `graph` is folded such that all on one side is one.
class PlateauWalk {
 public:
  PlateauWalk(const SignedGraph& graph, const std::vector<bool>& fixed, uint64_t seed)
      : graph_(graph),
        adjacency_(graph),
        fixed_(fixed),
        random_(seed),
        side_(graph.actors, 1),
        cost_(graph.actors),
        place_(graph.actors, UINT32_MAX),
        elsewhere_(graph.actors) {
    for (const SignedEdge& edge : graph.edges) {
      cost_[edge.a] += edge.weight;
      cost_[edge.b] += edge.weight;
    }
    for (uint32_t set = 0; set < graph.actors; ++set) note(set);
  }

  std::vector<bool> run(uint64_t steps, const std::atomic<bool>* stop) {
    for (uint64_t step = 0; step < steps && !(stop && *stop); ++step) {
      const bool two = random_.below(3) == 0 || free_.empty();
      two ? try_pair() : turn(free_[random_.below(static_cast<uint32_t>(free_.size()))]);
    }
    return elsewhere_;
  }

 private:
  // A set and the neighbour that it goes best with; alone each would cost something.
  void try_pair() {
    const uint32_t set = random_.below(graph_.actors);
    if (fixed_[set] || adjacency_.of(set).empty()) return;
    for (const Adjacency::Arc& arc : adjacency_.of(set)) {
      if (fixed_[arc.actor]) continue;
      const int64_t held = graph_.edges[arc.edge].weight * side_[set] * side_[arc.actor];
      if (cost_[set] + cost_[arc.actor] != 2 * held) continue;
      turn(set);
      turn(arc.actor);
      return;
    }
  }

  void turn(uint32_t set) {
    side_[set] = static_cast<int8_t>(-side_[set]);
    cost_[set] = -cost_[set];
    elsewhere_[set] = true;
    note(set);
    for (const Adjacency::Arc& arc : adjacency_.of(set)) {
      cost_[arc.actor] += 2 * graph_.edges[arc.edge].weight * side_[set] * side_[arc.actor];
      note(arc.actor);
    }
  }

  // Keeps the list of those that may turn at no cost.
  void note(uint32_t set) {
    const bool may = cost_[set] == 0 && !fixed_[set] && !adjacency_.of(set).empty();
    if (may == (place_[set] != UINT32_MAX)) return;
    if (may) {
      place_[set] = static_cast<uint32_t>(free_.size());
      free_.push_back(set);
      return;
    }
    free_[place_[set]] = free_.back();
    place_[free_.back()] = place_[set];
    free_.pop_back();
    place_[set] = UINT32_MAX;
  }

  const SignedGraph& graph_;
  Adjacency adjacency_;
  const std::vector<bool>& fixed_;
  Random random_;
  Sides side_;
  std::vector<int64_t> cost_;  // of turning it
  std::vector<uint32_t> free_, place_;
  std::vector<bool> elsewhere_;
};

// Firm pairs folded together, each set on the side where `found` has it.
std::vector<Place> folded_places(const Frustration& found, uint32_t& sets) {
  const auto actors = static_cast<uint32_t>(found.side.size());
  std::vector<Place> places(actors);
  std::vector<uint32_t> number(actors, UINT32_MAX);
  for (uint32_t i = 0; i < actors; ++i) {
    const uint32_t set = found.firm.empty() ? i : found.firm[i];
    if (number[set] == UINT32_MAX) number[set] = sets++;
    places[i] = {number[set], found.side[i]};
  }
  return places;
}

// Sets that some annealing, which costs no more, has otherwise than the fixed set of its component.
void anneal_elsewhere(const SignedGraph& graph, const std::vector<bool>& fixed,
                      const FrustrationOptions& limits, std::vector<bool>& elsewhere) {
  const Adjacency adjacency(graph);
  const std::vector<uint32_t> component = components(graph);
  const Sides start(graph.actors, 1);
  const int64_t cost = frustration_of(graph, start);
  Random random(limits.seed);
  for (uint32_t round = 0; round < kAnnealings && !(limits.stop && *limits.stop); ++round) {
    const Sides side = anneal(graph, adjacency, start, random,
                              {.sweeps = 20,
                               .restarts = 2,
                               .work_max = limits.work_max / kAnnealings,
                               .stop = limits.stop})
                           .side;
    if (frustration_of(graph, side) != cost) continue;
    std::vector<int8_t> head(graph.actors, 1);  // a component: the side of its fixed set
    for (uint32_t set = 0; set < graph.actors; ++set)
      if (fixed[set]) head[component[set]] = side[set];
    for (uint32_t set = 0; set < graph.actors; ++set)
      if (side[set] != head[component[set]]) elsewhere[set] = true;
  }
}

// What ties that cancel out hold to nobody may as well turn as a whole.
void mark_loose(const SignedGraph& graph, const std::vector<bool>& fixed,
                std::vector<bool>& elsewhere) {
  const std::vector<uint32_t> component = components(graph);
  std::vector<bool> held(graph.actors);
  for (uint32_t set = 0; set < graph.actors; ++set)
    if (fixed[set]) held[component[set]] = true;
  for (uint32_t set = 0; set < graph.actors; ++set)
    if (!held[component[set]]) elsewhere[set] = true;
}

void walk(const SignedGraph& graph, const Frustration& found, const std::vector<Component>& parts,
          const StandingOptions& options, std::vector<Standing>& standing) {
  uint32_t sets = 0;
  const std::vector<Place> places = folded_places(found, sets);
  const Folded folded = fold(graph, places, sets);
  std::vector<bool> fixed(sets);
  for (const Component& part : parts) fixed[places[part.head].actor] = true;
  const uint64_t steps = std::min<uint64_t>(uint64_t{kStepsPerSet} * sets, options.limits.work_max);
  std::vector<bool> elsewhere =
      PlateauWalk(folded.graph, fixed, options.limits.seed).run(steps, options.limits.stop);
  anneal_elsewhere(folded.graph, fixed, options.limits, elsewhere);
  mark_loose(folded.graph, fixed, elsewhere);
  for (uint32_t i = 0; i < graph.actors; ++i) {
    const uint32_t set = places[i].actor;
    if (elsewhere[set]) standing[i] = Standing::undecided;
    if (fixed[set] && found.proven()) standing[i] = Standing::certain;
  }
}

}  // namespace

std::vector<Standing> find_standing(const SignedGraph& graph, const Frustration& found,
                                    const StandingOptions& options) {
  const SignedGraph simple = simplify(graph).graph;
  const Adjacency adjacency(simple);
  const std::vector<Component> parts = components_with_heads(simple);
  std::vector<Standing> standing(graph.actors, Standing::open);
  walk(simple, found, parts, options, standing);
  FrustrationOptions limits = options.limits;
  for (const Component& part : parts) {
    const auto size = static_cast<uint32_t>(part.actors.size());
    if (size == 1) standing[part.actors[0]] = Standing::certain;
    if (size == 1 || size > options.exact_actors_max || !found.proven()) continue;
    if (options.limits.stop && *options.limits.stop) break;
    const SignedGraph own = cut_out(simple, part, adjacency);
    Optimum optimum;
    for (const uint32_t actor : part.actors) optimum.side.push_back(found.side[actor]);
    optimum.value = optimum.lower = frustration_of(own, optimum.side);
    uint32_t head = 0;
    while (part.actors[head] != part.head) ++head;
    for (uint32_t i = 0; i < size; ++i)
      for (uint32_t j = i + 1; j < size && !found.firm.empty(); ++j)
        if (found.firm[part.actors[i]] == found.firm[part.actors[j]]) {
          optimum.firm.emplace_back(i, j);
          break;
        }
    const std::vector<Standing> exact = standing_to(own, optimum, head, limits);
    for (uint32_t i = 0; i < size; ++i)
      if (exact[i] != Standing::open) standing[part.actors[i]] = exact[i];
  }
  return standing;
}

}  // namespace entente
