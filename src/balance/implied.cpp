// Which unreported ties the reported ones imply. Of a square of pairs only those can be told much
// that share neighbours: each shared neighbour votes with the product of its two signs (the friend
// of a friend and the enemy of an enemy are friends), the less the more neighbours it has, and the
// pairs with the most votes either way are handed to the model. Tested in implied_test.cpp.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "balance/balance.h"

namespace entente {

namespace {

constexpr float kLeastVotes = 1e-6F;  // votes that cancel out
constexpr size_t kCandidates = 4;     // for each pair wanted, of each kind

struct Neighbour {
  uint32_t actor = 0;
  float sign = 0;
};
using Neighbours = std::vector<std::vector<Neighbour>>;

// One arc a pair, both directions together.
SignedArcs without_direction(const SignedArcs& known) {
  std::vector<SignedArc> arcs = known.arcs;
  for (SignedArc& arc : arcs)
    if (arc.from > arc.to) std::swap(arc.from, arc.to);
  const auto pair = [](const SignedArc& arc) { return std::tuple(arc.from, arc.to); };
  std::stable_sort(arcs.begin(), arcs.end(),
                   [&](const SignedArc& a, const SignedArc& b) { return pair(a) < pair(b); });
  SignedArcs merged{known.actors, false, {}, {}};
  for (const SignedArc& arc : arcs) {
    if (!merged.arcs.empty() && pair(merged.arcs.back()) == pair(arc))
      merged.arcs.back().weight += arc.weight;
    else
      merged.arcs.push_back(arc);
  }
  std::erase_if(merged.arcs, [](const SignedArc& arc) { return arc.weight == 0; });
  return merged;
}

Neighbours neighbours_of(const SignedArcs& known) {
  Neighbours neighbours(known.actors);
  for (const SignedArc& arc : known.arcs) {
    neighbours[arc.from].push_back({arc.to, arc.weight});
    neighbours[arc.to].push_back({arc.from, arc.weight});
  }
  return neighbours;
}

struct Candidate {
  ActorPair pair;
  float votes = 0;
};

// Keeps the candidates with the most votes for friendship and for enmity.
class Shortlist {
 public:
  explicit Shortlist(size_t most) : most_(most) {}

  void offer(const Candidate& candidate) {
    std::vector<Candidate>& list = candidate.votes > 0 ? friends_ : enemies_;
    list.push_back(candidate);
    // Now and then, so that large networks do not fill the memory.
    if (list.size() > 2 * most_ + 100'000) cut(list);
  }
  std::vector<ActorPair> pairs() {
    std::vector<ActorPair> both;
    for (std::vector<Candidate>* list : {&friends_, &enemies_}) {
      cut(*list);
      for (const Candidate& candidate : *list) both.push_back(candidate.pair);
    }
    return both;
  }

 private:
  void cut(std::vector<Candidate>& list) const {
    std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(-std::fabs(a.votes), a.pair.first, a.pair.second) <
             std::tuple(-std::fabs(b.votes), b.pair.first, b.pair.second);
    });
    if (list.size() > most_) list.resize(most_);
  }

  size_t most_;
  std::vector<Candidate> friends_, enemies_;
};

std::vector<ActorPair> shortlist(const Neighbours& neighbours, const Neighbours& spoken_for,
                                 size_t most) {
  Shortlist list(most);
  std::vector<float> votes(neighbours.size());
  std::vector<bool> known(neighbours.size());
  std::vector<uint32_t> ends;
  for (uint32_t x = 0; x < neighbours.size(); ++x) {
    for (const Neighbours* all : {&neighbours, &spoken_for})
      for (const Neighbour& other : (*all)[x]) known[other.actor] = true;
    for (const Neighbour& first : neighbours[x]) {
      const std::vector<Neighbour>& further = neighbours[first.actor];
      const float weight = 1 / std::log(2 + static_cast<float>(further.size()));
      for (const Neighbour& second : further) {
        if (second.actor <= x || known[second.actor]) continue;
        if (votes[second.actor] == 0) ends.push_back(second.actor);
        votes[second.actor] += (first.sign > 0) == (second.sign > 0) ? weight : -weight;
      }
    }
    for (const uint32_t y : ends) {
      if (std::fabs(votes[y]) > kLeastVotes) list.offer({{x, y}, votes[y]});
      votes[y] = 0;
    }
    ends.clear();
    for (const Neighbours* all : {&neighbours, &spoken_for})
      for (const Neighbour& other : (*all)[x]) known[other.actor] = false;
  }
  return list.pairs();
}

// Neighbours of both, those first whose weaker tie is the strongest.
std::vector<uint32_t> shared(const Neighbours& neighbours, const ActorPair& pair) {
  std::vector<std::pair<float, uint32_t>> found;
  for (const Neighbour& one : neighbours[pair.first])
    for (const Neighbour& other : neighbours[pair.second])
      if (one.actor == other.actor)
        found.push_back({-std::min(std::fabs(one.sign), std::fabs(other.sign)), one.actor});
  std::sort(found.begin(), found.end());
  std::vector<uint32_t> actors;
  for (const auto& [strength, actor] : found) actors.push_back(actor);
  return actors;
}

}  // namespace

double ImpliedTie::friend_chance() const { return 1 / (1 + std::exp(-score)); }

std::vector<ImpliedTie> find_implied(const SignedArcs& known, uint32_t most,
                                     const std::vector<ActorPair>& spoken_for) {
  if (most == 0) return {};
  const SignedArcs ties = without_direction(known);
  const Neighbours neighbours = neighbours_of(ties);
  Neighbours others(known.actors);
  for (const ActorPair& pair : spoken_for) others[pair.first].push_back({pair.second, 0});
  for (const ActorPair& pair : spoken_for) others[pair.second].push_back({pair.first, 0});
  const std::vector<ActorPair> pairs = shortlist(neighbours, others, most * kCandidates);
  const std::vector<SignGuess> guesses = guess_signs(ties, pairs);
  // What is said beyond the network's common tie, where the guess goes the same way.
  std::vector<std::pair<double, size_t>> ranked;
  std::vector<ImpliedTie> implied;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const double chance = guesses[i].friend_chance;
    double said = 0;
    for (const double reason : guesses[i].reasons) said += reason;
    if ((said > 0) != (chance > 0.5)) continue;
    ranked.push_back({-std::fabs(said), i});
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > most) ranked.resize(most);
  for (const auto& [said, i] : ranked) {
    const double chance = guesses[i].friend_chance;
    implied.push_back({pairs[i].first, pairs[i].second, std::log(chance / (1 - chance)),
                       shared(neighbours, pairs[i]), guesses[i].reasons});
  }
  return implied;
}

}  // namespace entente
