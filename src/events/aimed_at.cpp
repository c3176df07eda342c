// "After the coup in Niamey ... The Union withdrew its ambassador": an article names once whom it
// is about. Tested in aimed_at_test.cpp.
#include "events/aimed_at.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace entente {

namespace {

constexpr size_t kDeedsMin = 3;
constexpr size_t kDoersMin = 2;

struct Aim {
  Filler target;
  size_t deeds = 0;
  std::set<std::string_view> doers;
};

}  // namespace

std::optional<Filler> most_aimed_at(const Participants& participants,
                                    const DeedLexicon::Entries& lexicon,
                                    const std::vector<Deed>& deeds,
                                    const std::function<bool(const DeedEntry&)>& is_kind) {
  std::map<std::string_view, Aim> aims;
  for (const Deed& deed : deeds) {
    if (!is_kind(lexicon.list[deed.entry])) continue;
    Aim& aim = aims.try_emplace(participants.actor(deed.target).node, Aim{deed.target, 0, {}})
                   .first->second;
    ++aim.deeds;
    aim.doers.insert(participants.actor(deed.source).node);
  }
  const auto count = [](const auto& one) { return one.second.deeds; };
  const auto most = std::ranges::max_element(aims, {}, count);
  if (most == aims.end()) return std::nullopt;
  const bool alone = std::ranges::all_of(aims, [&](const auto& one) {
    return one.first == most->first || 2 * one.second.deeds <= most->second.deeds;
  });
  const bool enough = most->second.deeds >= kDeedsMin && most->second.doers.size() >= kDoersMin;
  return alone && enough ? std::optional(most->second.target) : std::nullopt;
}

}  // namespace entente
