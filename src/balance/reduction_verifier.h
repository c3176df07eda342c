// Checks from the graph alone that a reduction loses nothing, for tests: it shares no code with
// what made it. Each elimination is done again: the least that the eliminated actor's ties can
// cost, for every arrangement of its neighbours, must be what the ties that replace them cost.
#pragma once

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "balance/reduction.h"

namespace entente {

class ReductionVerifier {
 public:
  explicit ReductionVerifier(const SignedGraph& graph) : ties_(graph.actors) {
    for (const SignedEdge& edge : graph.edges) add(edge.a, edge.b, edge.weight);
    for (const SignedEdge& edge : graph.edges) constant_ += std::abs(edge.weight);
  }

  // "" or what is wrong.
  std::string fault_of(const Reduction& reduction) {
    for (const Elimination& elimination : reduction.eliminations) {
      const std::string fault = eliminate(elimination);
      if (!fault.empty()) return fault;
    }
    int64_t kernel_weight = 0;
    for (const SignedEdge& edge : reduction.kernel.edges) {
      const uint32_t a = reduction.actors.at(edge.a), b = reduction.actors.at(edge.b);
      if (weight(a, b) != edge.weight) return "a kernel with another tie";
      add(a, b, -edge.weight);
      kernel_weight += std::abs(edge.weight);
    }
    for (const std::map<uint32_t, int64_t>& own : ties_)
      if (!own.empty()) return "a kernel that lacks a tie";
    return constant_ - kernel_weight == 2 * reduction.unavoidable ? "" : "a false constant";
  }

 private:
  // Twice the cost of sides is `constant_` less the sum of weight * side * side over the ties.
  std::string eliminate(const Elimination& elimination) {
    std::vector<std::pair<uint32_t, int64_t>> star(ties_[elimination.actor].begin(),
                                                   ties_[elimination.actor].end());
    if (star != elimination.arcs) return "an elimination with other ties";
    for (const auto& [neighbour, own] : star) add(elimination.actor, neighbour, -own);
    int64_t sum = 0;
    std::pair<uint32_t, int64_t> heaviest{0, 0};
    for (const auto& arc : star) {
      sum += std::abs(arc.second);
      if (std::abs(arc.second) > std::abs(heaviest.second)) heaviest = arc;
    }
    if (2 * std::abs(heaviest.second) >= sum) {
      // The actor does best to stand as its heaviest tie says, whatever the others say.
      constant_ -= std::abs(heaviest.second);
      for (const auto& [neighbour, own] : star)
        if (neighbour != heaviest.first)
          add(heaviest.first, neighbour, heaviest.second > 0 ? own : -own);
      return "";
    }
    return star.size() == 3 ? eliminate_three(star) : "an actor that cannot be eliminated";
  }

  std::string eliminate_three(const std::vector<std::pair<uint32_t, int64_t>>& star) {
    // What the three ties give at best, by which of the neighbours stands alone.
    const auto best = [&](int first, int second, int third) {
      return std::abs(first * star[0].second + second * star[1].second + third * star[2].second);
    };
    const int64_t together = best(1, 1, 1), first = best(-1, 1, 1), second = best(1, -1, 1),
                  third = best(1, 1, -1);
    const int64_t of_first_two = (together + third - first - second) / 4;
    const int64_t of_outer_two = (together + second - first - third) / 4;
    const int64_t of_last_two = (together + first - second - third) / 4;
    const int64_t rest = together - of_first_two - of_outer_two - of_last_two;
    if (rest - of_first_two - of_outer_two + of_last_two != first ||
        rest - of_first_two + of_outer_two - of_last_two != second ||
        rest + of_first_two - of_outer_two - of_last_two != third)
      return "a triangle that costs other than its star";
    constant_ -= rest;
    add(star[0].first, star[1].first, of_first_two);
    add(star[0].first, star[2].first, of_outer_two);
    add(star[1].first, star[2].first, of_last_two);
    return "";
  }

  int64_t weight(uint32_t a, uint32_t b) const {
    const auto found = ties_[a].find(b);
    return found == ties_[a].end() ? 0 : found->second;
  }
  void add(uint32_t a, uint32_t b, int64_t weight) {
    for (int turn = 0; turn < 2; ++turn, std::swap(a, b)) {
      const auto place = ties_[a].emplace(b, 0).first;
      place->second += weight;
      if (place->second == 0) ties_[a].erase(place);
    }
  }

  std::vector<std::map<uint32_t, int64_t>> ties_;  // by actor and neighbour; none of weight 0
  int64_t constant_ = 0;
};

}  // namespace entente
