// Who courts: one whose acts toward the actor are friendly on the whole, or who asks something of
// it and does nothing hostile to it. What the actor makes of it does not matter, so that the one
// who refuses both camps is found as well. Its own friends' and enemies' view of it decide the
// pulls and the cost of its move. Tested in contested_test.cpp.
#include "balance/contested.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace entente {

namespace {

// An actor that loses less than this share of its ties' strength by moving can be won over.
constexpr double kCheapShare = 1.0 / 3;

bool courts(const Tie& tie, uint32_t courted) {
  const double acts = tie.first == courted ? tie.second_to_first : tie.first_to_second;
  const uint32_t asks = tie.first == courted ? tie.second_asks_first : tie.first_asks_second;
  return acts > 0 || (acts >= 0 && asks > 0);
}

// An actor: whether camp 0 and camp 1 court it.
std::vector<std::array<bool, 2>> find_courted(const Network& network, const Balance& balance) {
  std::vector<std::array<bool, 2>> courted(network.actors.size());
  for (const Tie& tie : network.ties) {
    const int first = balance.camp[tie.first], second = balance.camp[tie.second];
    if (first < 0 || second < 0) continue;
    if (balance.component[tie.first] != balance.component[tie.second]) continue;
    if (courts(tie, tie.second)) courted[tie.second][static_cast<size_t>(first)] = true;
    if (courts(tie, tie.first)) courted[tie.first][static_cast<size_t>(second)] = true;
  }
  return courted;
}

}  // namespace

std::vector<Contested> find_contested(const Network& network, const SignedTies& ties,
                                      const Balance& balance) {
  const auto courted = find_courted(network, balance);
  std::vector<Contested> contested;
  std::vector<double> share(network.actors.size());  // of its ties' strength, lost by a move
  for (uint32_t actor = 0; actor < network.actors.size(); ++actor) {
    if (balance.camp[actor] < 0) continue;
    Contested entry;
    entry.actor = actor;
    entry.courted_by_both = courted[actor][0] && courted[actor][1];
    double weight = 0;
    bool other_camp = false;
    for (const SignedTie& tie : ties[actor]) {
      const bool own = balance.camp[tie.other] == balance.camp[actor];
      (own ? entry.pull_own : entry.pull_other) += tie.sign * tie.strength;
      weight += tie.strength;
      other_camp = other_camp || !own;
    }
    entry.cost_of_move = std::max(0.0, entry.pull_own - entry.pull_other);
    share[actor] = weight > 0 ? entry.cost_of_move / weight : 0;
    const bool movable = ties[actor].size() > 1 && share[actor] < kCheapShare;
    const bool torn = other_camp && entry.pull_other > 0;
    if (entry.courted_by_both || torn || movable) contested.push_back(entry);
  }
  std::sort(contested.begin(), contested.end(), [&](const Contested& a, const Contested& b) {
    return std::tuple(!a.courted_by_both, share[a.actor], a.actor) <
           std::tuple(!b.courted_by_both, share[b.actor], b.actor);
  });
  return contested;
}

}  // namespace entente
