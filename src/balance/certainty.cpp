// See certainty.h.
#include "balance/certainty.h"

#include <algorithm>

#include "balance/disjoint_sets.h"

namespace entente {

namespace {

class Certainty {
 public:
  Certainty(const SignedGraph& graph, const Optimum& optimum, uint32_t root,
            const FrustrationOptions& limits)
      : graph_(graph),
        optimum_(optimum),
        root_(root),
        limits_(limits),
        sets_(graph.actors),
        decided_(graph.actors),
        elsewhere_(graph.actors) {
    for (const auto& [a, b] : optimum.firm) sets_.unite(a, b);
  }

  std::vector<Standing> run() {
    for (uint32_t actor = 0; actor < graph_.actors && limits_.work_max > 0; ++actor)
      if (!decided_[sets_.find(actor)] && !sets_.together(actor, root_)) decide(actor);
    std::vector<Standing> standing(graph_.actors, Standing::open);
    for (uint32_t actor = 0; actor < graph_.actors; ++actor) {
      if (sets_.together(actor, root_)) standing[actor] = Standing::certain;
      if (elsewhere_[sets_.find(actor)]) standing[actor] = Standing::undecided;
    }
    return standing;
  }

 private:
  // What the firm sets leave of the graph, with `actor`'s set turned against the optimum.
  struct Forced {
    std::vector<Place> places;
    uint32_t actors = 0;
  };

  Forced force(uint32_t actor) {
    Forced forced;
    forced.places.resize(graph_.actors);
    const uint32_t moved = sets_.find(actor), anchor = sets_.find(root_);
    std::vector<uint32_t> number(graph_.actors, UINT32_MAX);
    for (uint32_t i = 0; i < graph_.actors; ++i) {
      const uint32_t set = sets_.find(i) == moved ? anchor : sets_.find(i);
      if (number[set] == UINT32_MAX) number[set] = forced.actors++;
      const int turned = sets_.find(i) == moved ? -1 : 1;
      forced.places[i] = {number[set], static_cast<int8_t>(turned * optimum_.side[i])};
    }
    return forced;
  }

  void decide(uint32_t actor) {
    const Forced forced = force(actor);
    const Folded folded = fold(graph_, forced.places, forced.actors);
    const int64_t cutoff = optimum_.value - folded.unavoidable + 1;
    // All on one side is the optimum but for the forced set.
    const Optimum other = find_optimum(folded.graph, {.limits = limits_, .cutoff = cutoff});
    limits_.work_max -= std::min(limits_.work_max, other.work);
    limits_.branchings_max -= std::min(limits_.branchings_max, other.branchings);
    if (other.lower >= cutoff)
      sets_.unite(actor, root_);
    else
      note_differences(unfold(forced.places, other.side),
                       other.value < cutoff ? UINT32_MAX : actor);
  }

  // After an alternative optimum: all sets that it has elsewhere are uncertain. Where there is
  // none, `only` is left undecided.
  void note_differences(const Sides& other, uint32_t only) {
    if (only != UINT32_MAX) {
      decided_[sets_.find(only)] = true;
      return;
    }
    const int turned = other[root_] * optimum_.side[root_];
    for (uint32_t i = 0; i < graph_.actors; ++i) {
      if (other[i] * turned == optimum_.side[i]) continue;
      decided_[sets_.find(i)] = true;
      elsewhere_[sets_.find(i)] = true;
    }
  }

  const SignedGraph& graph_;
  const Optimum& optimum_;
  uint32_t root_;
  FrustrationOptions limits_;
  DisjointSets sets_;
  std::vector<bool> decided_;    // a set's representative: as uncertain, or not to be decided
  std::vector<bool> elsewhere_;  // the same: it is elsewhere in another optimum
};

}  // namespace

std::vector<Standing> standing_to(const SignedGraph& graph, const Optimum& optimum, uint32_t root,
                                  const FrustrationOptions& limits) {
  if (optimum.lower < optimum.value) return std::vector<Standing>(graph.actors, Standing::open);
  return Certainty(graph, optimum, root, limits).run();
}

std::vector<bool> find_certain(const SignedGraph& graph, const Optimum& optimum, uint32_t root,
                               const FrustrationOptions& limits) {
  std::vector<bool> certain;
  for (const Standing standing : standing_to(graph, optimum, root, limits))
    certain.push_back(standing == Standing::certain);
  return certain;
}

}  // namespace entente
