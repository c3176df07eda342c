// Mentions of the same two nodes compete by the length of the way between their heads. Tested in
// scorer_pairs_test.cpp.
#include "events/scorer_pairs.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace entente {

namespace {

constexpr size_t kNodesMax = 8;

std::vector<uint32_t> way_up(const Syntax& syntax, uint32_t token) {
  std::vector<uint32_t> up = {token};
  while (syntax.token(up.back()).head != kNoToken && up.size() < 64) {
    up.push_back(static_cast<uint32_t>(syntax.token(up.back()).head));
  }
  return up;
}

size_t way_length(const Syntax& syntax, uint32_t from, uint32_t to) {
  const std::vector<uint32_t> up = way_up(syntax, from), other = way_up(syntax, to);
  for (size_t i = 0; i < up.size(); ++i) {
    const auto met = std::find(other.begin(), other.end(), up[i]);
    if (met != other.end()) return i + static_cast<size_t>(met - other.begin());
  }
  return up.size() + other.size();
}

}  // namespace

std::vector<ActorPair> actor_pairs(const Syntax& syntax, const Participants& participants,
                                   uint32_t sentence) {
  std::map<std::string_view, std::vector<Filler>> by_node;
  const auto& mentions = participants.mentions();
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].outlet || mentions[m].sentence != sentence) continue;
    for (uint32_t a = 0; a < mentions[m].actors.size(); ++a) {
      by_node[mentions[m].actors[a].node].push_back({m, a});
    }
  }
  std::vector<ActorPair> pairs;
  if (by_node.size() < 2 || by_node.size() > kNodesMax) return pairs;
  for (const auto& [source, sources] : by_node) {
    for (const auto& [target, targets] : by_node) {
      if (source == target) continue;
      size_t nearest = SIZE_MAX;
      ActorPair best;
      for (const Filler& s : sources) {
        if (!participants.actor(s).known() || mentions[s.mention].place) continue;
        for (const Filler& t : targets) {
          const uint32_t from = mentions[s.mention].head, to = mentions[t.mention].head;
          const size_t length = way_length(syntax, from, to);
          if (s.mention == t.mention || length >= nearest) continue;
          nearest = length;
          best = {s, t};
        }
      }
      if (nearest != SIZE_MAX) pairs.push_back(best);
    }
  }
  return pairs;
}

}  // namespace entente
