// Walks the document once, resolves what depends on the text before it, and remembers. Each link
// gets a confidence below that of a name; where the context is torn there is no mention at all.
// The rules are in descriptions.cpp and pronouns.cpp. Tested in context_test.cpp.
#include "actors/context.h"

#include <algorithm>
#include <map>
#include <string>

#include "actors/collectives.h"
#include "actors/descriptions.h"
#include "actors/history.h"
#include "actors/places.h"
#include "actors/pronouns.h"
#include "base/one_of.h"

namespace entente {

namespace {

bool comes_before(const Draft& a, const Draft& b) {
  if (a.mention.token_begin != b.mention.token_begin)
    return a.mention.token_begin < b.mention.token_begin;
  return a.mention.token_end > b.mention.token_end;
}

// People whose state only the context told, by their unknown node.
using Officials = std::map<std::string, Actor>;

void place_official(const Descriptions& descriptions, Draft& draft, Officials& officials) {
  if (!draft.person || draft.mention.actors.size() != 1) return;
  const Actor before = draft.mention.actors[0];
  if (before.known()) return;
  const auto known = officials.find(before.node);
  if (known != officials.end()) {
    draft.mention.actors = {known->second};
  } else if (descriptions.resolve_official(draft)) {
    officials.emplace(before.node, draft.mention.actors[0]);
  }
}

// The subject that pronouns before it have waited for is named.
void settle_cataphors(const Draft& named, std::vector<Cataphor>& waiting, std::vector<Draft>& out) {
  std::erase_if(waiting, [&](Cataphor& cataphor) {
    const Mention& mention = named.mention;
    const bool here =
        mention.token_begin <= cataphor.subject && cataphor.subject < mention.token_end;
    if (!here || !cataphor.is_meant(named)) return false;
    cataphor.draft.mention.actors = mention.actors;
    out.push_back(std::move(cataphor.draft));
    return true;
  });
}

// Behind their subject, which names nobody that they could be.
void give_up_cataphors(uint32_t i, std::vector<Cataphor>& waiting, std::vector<Draft>& out) {
  std::erase_if(waiting, [&](Cataphor& cataphor) {
    if (cataphor.subject >= i) return false;
    if (cataphor.before) out.push_back(std::move(*cataphor.before));
    return true;
  });
}

// "The Daily Star (Bangladesh)", and else the country of the outlet's address.
const Entity* state_of_address(const Reading& reading) {
  const auto& [published, outlet, country] = reading.options;
  const auto holds = [&](const Entity& entity) {
    return !published || holds_on(entity, *published);
  };
  const size_t bracket = outlet.ends_with(')') ? outlet.rfind('(') : std::string::npos;
  if (bracket != std::string::npos) {
    const std::string_view inside(outlet.data() + bracket + 1, outlet.size() - bracket - 2);
    for (const Entity& entity : reading.facts.entities) {
      const bool named = entity.kind == EntityKind::state && entity.name == inside;
      if (named && holds(entity)) return &entity;
    }
  }
  for (const StateCode& state : reading.facts.state_codes) {
    const Entity& entity = reading.facts.entities[state.entity];
    const bool fits = state.system == StateCodes::iso2 && !country.empty() && state.code == country;
    if (fits && holds(entity)) return &entity;
  }
  return nullptr;
}

// A paper that names no state writes of its own; agencies and broadcasters write of the world.
const Entity* state_of_outlet(const Reading& reading) {
  std::string_view name = reading.options.outlet;
  if (name.starts_with("The ")) name.remove_prefix(4);
  for (const Entity& entity : reading.facts.entities) {
    if (entity.kind != EntityKind::outlet || entity.name != name) continue;
    return one_of(entity.role, {"newspaper", "magazine", "site"})
               ? reading.facts.entity_of(entity.country)
               : nullptr;
  }
  return state_of_address(reading);
}

}  // namespace

const Entity* home_state(const Reading& reading) {
  std::map<std::string_view, uint32_t> counts;
  uint32_t total = 0;
  for (const Found& name : reading.found) {
    if (name.begin == name.end) continue;
    const Entity& entity = reading.entity(name);
    if (entity.kind == EntityKind::outlet || entity.country.empty()) continue;
    ++counts[entity.country];
    ++total;
  }
  for (const uint32_t entity : reading.inside) {
    ++counts[reading.facts.entities[entity].country];
    ++total;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (total < 3 && (most == counts.end() || most->second < 2)) return state_of_outlet(reading);
  if (most == counts.end() || most->second < 2 || most->second * 2 < total) return nullptr;
  return reading.facts.entity_of(most->first);
}

const Entity* state_of_scene(const Reading& reading, uint32_t i) {
  for (uint32_t t = reading.sentence(i).token_begin; t < i; ++t) {
    const Found* name = reading.name_at(t);
    if (!name) continue;
    const Entity& entity = reading.entity(*name);
    if (entity.kind != EntityKind::state && entity.kind != EntityKind::town) continue;
    if (is_place(reading, *name)) return reading.facts.entity_of(entity.code);
  }
  return reading.home;
}

void resolve_in_context(const Reading& reading, const People& people, const WorldBook& book,
                        std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), comes_before);
  History history(reading);
  Descriptions descriptions(reading, people, book, history);
  std::vector<Draft> pronouns;
  std::vector<Cataphor> waiting;
  Officials officials;
  std::vector<bool> covered(reading.size(), false);
  size_t next = 0;
  for (uint32_t i = 0; i < reading.size(); ++i) {
    for (; next < drafts.size() && drafts[next].mention.token_begin <= i; ++next) {
      Draft& draft = drafts[next];
      expand_collective(reading, book, draft);
      name_member_of_region(reading, history, draft);
      name_neighbour_of_possessor(reading, history, draft);
      if (draft.open) descriptions.resolve(draft);
      place_official(descriptions, draft, officials);
      if (draft.mention.actors.empty()) continue;
      history.add(draft);
      settle_cataphors(draft, waiting, pronouns);
      for (uint32_t t = draft.mention.token_begin; t < draft.mention.token_end; ++t) {
        covered[t] = true;
      }
    }
    give_up_cataphors(i, waiting, pronouns);
    if (covered[i]) continue;
    if (auto cataphor = find_cataphor(reading, history, i)) {
      waiting.push_back(std::move(*cataphor));
      continue;
    }
    auto pronoun = resolve_pronoun(reading, history, i);
    if (!pronoun) pronoun = descriptions.resolve_number(i);
    if (!pronoun) continue;
    history.add(*pronoun);
    settle_cataphors(*pronoun, waiting, pronouns);
    pronouns.push_back(std::move(*pronoun));
  }
  give_up_cataphors(reading.size(), waiting, pronouns);
  for (Draft& draft : pronouns) drafts.push_back(std::move(draft));
}

}  // namespace entente
