// A network's balance, component by component. Strengths are turned into integers (millionths), so
// that sums, bounds and proofs are exact and the same everywhere. Tested in balance_test.cpp.
#include "balance/balance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "balance/certainty.h"
#include "balance/contested.h"
#include "balance/network_graph.h"
#include "balance/optimum.h"
#include "balance/triads.h"

namespace entente {

namespace {

// One component of the signed ties.
struct Part {
  std::vector<uint32_t> actors;  // of the network, ascending
  SignedGraph graph;             // over their numbers in the part
  uint32_t heaviest = 0;         // as numbered in the part
  double weight = 0;
};

std::vector<Part> split(const Network& network, const SignedTies& ties) {
  SignedGraph whole{static_cast<uint32_t>(network.actors.size()), {}};
  for (uint32_t actor = 0; actor < ties.size(); ++actor)
    for (const SignedTie& tie : ties[actor])
      if (actor < tie.other)
        whole.edges.push_back({actor, tie.other, tie.sign * units_of(tie.strength)});
  const std::vector<uint32_t> component = components(whole);
  std::vector<Part> parts(
      component.empty() ? 0 : 1 + *std::max_element(component.begin(), component.end()));
  std::vector<uint32_t> number(network.actors.size());
  std::vector<double> heaviest(parts.size(), -1);
  for (uint32_t actor = 0; actor < network.actors.size(); ++actor) {
    Part& part = parts[component[actor]];
    number[actor] = part.graph.actors++;
    part.actors.push_back(actor);
    double weight = 0;
    for (const SignedTie& tie : ties[actor]) weight += tie.strength;
    part.weight += weight;
    if (weight <= heaviest[component[actor]]) continue;
    heaviest[component[actor]] = weight;
    part.heaviest = number[actor];
  }
  for (const SignedEdge& edge : whole.edges)
    parts[component[edge.a]].graph.edges.push_back({number[edge.a], number[edge.b], edge.weight});
  std::erase_if(parts, [](const Part& part) { return part.actors.size() == 1; });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.weight > b.weight; });
  return parts;
}

// What is left of the limits for the next component.
void spend(FrustrationOptions& limits, const Optimum& optimum) {
  limits.work_max -= std::min(limits.work_max, optimum.work);
  limits.branchings_max -= std::min(limits.branchings_max, optimum.branchings);
}

// Camps, certainty and bound of one component; its lower bound in units.
int64_t solve(const Part& part, int number, const BalanceOptions& options,
              FrustrationOptions& limits, Balance& balance) {
  const Optimum optimum = find_optimum(part.graph, {.limits = limits});
  spend(limits, optimum);
  std::vector<bool> certain(part.graph.actors);
  if (part.graph.actors <= options.certain_actors_max)
    certain = find_certain(part.graph, optimum, part.heaviest, options.frustration);
  for (uint32_t i = 0; i < part.actors.size(); ++i) {
    const uint32_t actor = part.actors[i];
    balance.camp[actor] = optimum.side[i] == optimum.side[part.heaviest] ? 0 : 1;
    balance.certain[actor] = certain[i];
    balance.component[actor] = number;
  }
  balance.proven = balance.proven && optimum.lower == optimum.value;
  return optimum.lower;
}

void sum_up_ties(const Network& network, Balance& balance) {
  for (uint32_t i = 0; i < network.ties.size(); ++i) {
    const Tie& tie = network.ties[i];
    if (tie.sign() == 0 || tie.first == tie.second) continue;
    balance.total_weight += tie.strength();
    const bool together = balance.camp[tie.first] == balance.camp[tie.second];
    if (together != (tie.sign() > 0)) balance.frustrated.push_back(i);
  }
  const auto strength = [&](uint32_t i) { return network.ties[i].strength(); };
  std::stable_sort(balance.frustrated.begin(), balance.frustrated.end(),
                   [&](uint32_t a, uint32_t b) { return strength(a) > strength(b); });
  for (const uint32_t tie : balance.frustrated) balance.frustration += strength(tie);
}

// Pairs with a tie of any kind, mixed ones too, are left out: there the news have spoken.
std::vector<ImpliedTie> implied_by(const Network& network, uint32_t most) {
  SignedArcs known{static_cast<uint32_t>(network.actors.size()), false, {}, {}};
  std::vector<ActorPair> reported;
  for (const Tie& tie : network.ties) {
    reported.push_back({tie.first, tie.second});
    if (tie.sign() == 0 || tie.first == tie.second) continue;
    known.arcs.push_back({tie.first, tie.second, static_cast<float>(tie.sign() * tie.strength())});
  }
  return find_implied(known, most, reported);
}

}  // namespace

Balance measure_balance(const Network& network, const BalanceOptions& options) {
  const SignedTies ties = signed_ties(network);
  Balance balance;
  balance.camp.assign(network.actors.size(), -1);
  balance.certain.assign(network.actors.size(), false);
  balance.component.assign(network.actors.size(), -1);
  balance.proven = true;
  FrustrationOptions limits = options.frustration;
  int64_t lower = 0;
  int number = 0;
  for (const Part& part : split(network, ties))
    lower += solve(part, number++, options, limits, balance);
  sum_up_ties(network, balance);
  balance.lower_bound = balance.proven
                            ? balance.frustration
                            : std::min(balance.frustration, static_cast<double>(lower) / kUnits);
  balance.triads = find_triads(ties);
  balance.contested = find_contested(network, ties, balance);
  balance.implied = implied_by(network, options.implied_max);
  return balance;
}

}  // namespace entente
