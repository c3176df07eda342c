// Who stands between the camps: one with friends in both and few enemies in either. On the networks
// that careful readers draw, the first three by that measure hold three quarters of those whom they
// call contested.
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

Contested measured(uint32_t actor, const SignedTies& ties, const Balance& balance) {
  Contested entry;
  entry.actor = actor;
  for (const SignedTie& tie : ties[actor]) {
    const bool own = balance.camp[tie.other] == balance.camp[actor];
    (own ? entry.pull_own : entry.pull_other) += tie.sign * tie.strength;
  }
  entry.cost_of_move = std::max(0.0, entry.pull_own - entry.pull_other);
  return entry;
}

// Friendship and enmity of each tie, mixed ones included, for both of its ends.
void add_feelings(const Network& network, const Balance& balance, std::vector<Contested>& entries) {
  std::vector<double> hostile(entries.size());
  for (const Tie& tie : network.ties) {
    const int component = balance.component[tie.first];
    if (component < 0 || component != balance.component[tie.second]) continue;
    const bool together = balance.camp[tie.first] == balance.camp[tie.second];
    for (const uint32_t end : {tie.first, tie.second}) {
      Contested& entry = entries[end];
      (together ? entry.friendly_own : entry.friendly_other) += strength_of(tie.friendly);
      hostile[end] += strength_of(tie.hostile);
    }
  }
  for (Contested& entry : entries) {
    entry.between = std::min(entry.friendly_own, entry.friendly_other) - hostile[entry.actor] / 2;
  }
}

bool is_contested(const Contested& entry, const std::vector<SignedTie>& ties,
                  const Balance& balance) {
  if (balance.camp[entry.actor] < 0) return false;
  double weight = 0;
  for (const SignedTie& tie : ties) weight += tie.strength;
  const bool movable = ties.size() > 1 && entry.cost_of_move < kCheapShare * weight;
  return entry.courted_by_both || entry.befriended_by_both() || movable;
}

}  // namespace

std::vector<Contested> most_contested(const Balance& balance, size_t most) {
  constexpr size_t kWithoutBetween = 2;
  std::vector<Contested> chosen;
  for (const Contested& entry : balance.contested) {
    const bool drawn = entry.befriended_by_both() || entry.courted_by_both;
    if (chosen.size() == most || !drawn) continue;
    if (entry.between <= 0 && chosen.size() >= kWithoutBetween) break;
    chosen.push_back(entry);
  }
  return chosen;
}

std::vector<Contested> find_contested(const Network& network, const SignedTies& ties,
                                      const Balance& balance) {
  const auto courted = find_courted(network, balance);
  std::vector<Contested> entries;
  for (uint32_t actor = 0; actor < network.actors.size(); ++actor) {
    entries.push_back(measured(actor, ties, balance));
    entries.back().courted_by_both = courted[actor][0] && courted[actor][1];
  }
  add_feelings(network, balance, entries);
  std::erase_if(entries, [&](const Contested& entry) {
    return !is_contested(entry, ties[entry.actor], balance);
  });
  std::sort(entries.begin(), entries.end(), [](const Contested& a, const Contested& b) {
    return std::tuple(-a.between, a.cost_of_move, a.actor) <
           std::tuple(-b.between, b.cost_of_move, b.actor);
  });
  return entries;
}

}  // namespace entente
