// Tested in scene_test.cpp.
#include "server/quick_camps.h"

#include <cmath>
#include <numeric>

namespace entente {

namespace {

constexpr double kUnits = 1e6;  // as in measure_balance

uint32_t root_of(std::vector<uint32_t>& parent, uint32_t actor) {
  while (parent[actor] != actor) actor = parent[actor] = parent[parent[actor]];
  return actor;
}

}  // namespace

Balance quick_camps(const Network& network) {
  const auto actors = static_cast<uint32_t>(network.actors.size());
  SignedGraph graph{actors, {}};
  std::vector<uint32_t> parent(actors);
  std::iota(parent.begin(), parent.end(), 0u);
  std::vector<bool> signed_tie(actors);
  for (const Tie& tie : network.ties) {
    if (tie.sign() == 0) continue;
    graph.edges.push_back(
        {tie.first, tie.second,
         tie.sign() * std::max<int64_t>(1, std::llround(tie.strength() * kUnits))});
    parent[root_of(parent, tie.first)] = root_of(parent, tie.second);
    signed_tie[tie.first] = signed_tie[tie.second] = true;
  }
  FrustrationOptions limits;
  limits.bounded = false;
  limits.work_max = 5'000'000;
  const Frustration found = minimum_frustration(graph, limits);
  Balance balance;
  balance.camp.assign(actors, -1);
  balance.certain.assign(actors, false);
  balance.component.assign(actors, -1);
  for (uint32_t i = 0; i < actors; ++i) {
    if (!signed_tie[i]) continue;
    balance.camp[i] = found.side[i] > 0 ? 0 : 1;
    balance.component[i] = static_cast<int>(root_of(parent, i));
  }
  for (uint32_t i = 0; i < network.ties.size(); ++i) {
    const Tie& tie = network.ties[i];
    if (tie.sign() == 0) continue;
    balance.total_weight += tie.strength();
    if ((balance.camp[tie.first] == balance.camp[tie.second]) == (tie.sign() > 0)) continue;
    balance.frustrated.push_back(i);
    balance.frustration += tie.strength();
  }
  return balance;
}

}  // namespace entente
