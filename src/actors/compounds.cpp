// Names that are not what they seem because of their neighbours: halves of hyphen compounds, and
// parts of longer names that the book does not know ("Michael Jordan", "Clinton Foundation").
// Tested in phrases_test.cpp.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "actors/draft.h"
#include "actors/folding.h"

namespace entente {

namespace {

struct CombiningForm {
  std::string_view form;
  std::string_view code;
};

constexpr std::array<CombiningForm, 9> kCombining = {{{"anglo", "GBR"},
                                                      {"austro", "AUT"},
                                                      {"franco", "FRA"},
                                                      {"greco", "GRC"},
                                                      {"indo", "IND"},
                                                      {"italo", "ITA"},
                                                      {"russo", "RUS"},
                                                      {"sino", "CHN"},
                                                      {"turko", "TUR"}}};

bool hyphen_at(const Reading& reading, uint32_t i) {
  return i < reading.size() && reading.low[i] == "-" && i > 0 && reading.adjoins(i - 1) &&
         reading.adjoins(i);
}

void drop(Reading& reading, Found& name) {
  for (uint32_t t = name.begin; t < name.end; ++t) reading.found_at[t] = kNone;
  name.begin = name.end = 0;
}

// A capitalised word of no known meaning.
bool is_foreign_word(const Reading& reading, uint32_t i) {
  return reading.token(i).upos == Upos::propn && reading.is_capitalised(i) && !reading.name_at(i) &&
         !reading.noun_at(i);
}

bool is_flat_with(const Reading& reading, uint32_t i, uint32_t head) {
  return reading.token(i).relation == Relation::flat &&
         reading.token(i).head == static_cast<int32_t>(head);
}

// The first token of the run of unknown capitalised words before `i`.
uint32_t run_begin(const Reading& reading, uint32_t i) {
  uint32_t begin = i;
  const uint32_t first = reading.sentence(i).token_begin;
  while (begin > first && is_foreign_word(reading, begin - 1)) --begin;
  return begin;
}

// "Serguei Lavrov" for the book's "Sergei Lavrov": given names vary, their first letters do not.
bool is_spelt_otherwise(const Reading& reading, const Found& name) {
  const uint32_t begin = run_begin(reading, name.begin);
  const Entity& person = reading.entity(name);
  if (begin == name.begin || name.begin - begin > 2) return false;
  if (name.end < reading.sentence(begin).token_end && is_foreign_word(reading, name.end)) {
    return false;
  }
  const std::string given = fold(reading.form(begin));
  const std::string known = fold(person.name);
  return given.size() > 1 && known.size() > 1 && given[0] == known[0] &&
         known.find(' ') != std::string::npos;
}

bool belongs_to_longer_name(const Reading& reading, const Found& name) {
  if (name.end - name.begin > 1 ||
      reading.styles[reading.sentence_of[name.begin]] != Style::running)
    return false;
  const EntityKind kind = reading.entity(name).kind;
  const uint32_t first = reading.sentence(name.begin).token_begin;
  const uint32_t last = reading.sentence(name.begin).token_end;
  const uint32_t i = name.begin;
  const bool before = i > first && is_foreign_word(reading, i - 1);
  const bool after = name.end < last && is_foreign_word(reading, name.end);
  if (kind == EntityKind::person) return before || after;
  if (kind == EntityKind::town) return before || after;
  if (kind != EntityKind::state || !(name.proper || name.capital)) return false;
  return (before && is_flat_with(reading, i, i - 1)) ||
         (after && is_flat_with(reading, name.end, i));
}

void add_combining_forms(Reading& reading) {
  std::vector<Found> more;
  for (uint32_t i = 0; i + 2 < reading.size(); ++i) {
    if (reading.name_at(i) && reading.entity(*reading.name_at(i)).kind != EntityKind::person)
      continue;
    if (!hyphen_at(reading, i + 1) || !reading.is_capitalised(i)) continue;
    const Found* next = reading.name_at(i + 2);
    if (!next || reading.entity(*next).kind != EntityKind::state) continue;
    const auto form = std::find_if(kCombining.begin(), kCombining.end(),
                                   [&](const auto& pair) { return pair.form == reading.low[i]; });
    if (form == kCombining.end()) continue;
    const auto entity = reading.facts.by_code.find(form->code);
    if (entity == reading.facts.by_code.end()) continue;
    Found name;
    name.begin = i;
    name.end = i + 1;
    name.entity = entity->second;
    name.adjective = true;
    more.push_back(name);
  }
  for (const Found& name : more) {
    reading.found_at[name.begin] = static_cast<uint32_t>(reading.found.size());
    reading.found.push_back(name);
  }
}

bool is_opposing_prefix(std::string_view low) {
  constexpr std::array<std::string_view, 10> prefixes = {"anti", "pro",  "non",   "ex",    "pan",
                                                         "post", "semi", "inter", "trans", "un"};
  return std::find(prefixes.begin(), prefixes.end(), low) != prefixes.end();
}

// A surname that the text gives to somebody else ("Shigeaki Mori") is no longer the book's "Mori",
// unless the text names him in full, too.
void settle_people(Reading& reading) {
  std::set<std::string> taken;
  std::set<std::string_view> in_full;
  for (uint32_t n = 0; n < reading.found.size(); ++n) {
    Found& name = reading.found[n];
    if (name.begin == name.end || reading.entity(name).kind != EntityKind::person) continue;
    if (name.end - name.begin > 1) {
      in_full.insert(reading.entity(name).name);
    } else if (is_spelt_otherwise(reading, name)) {
      const uint32_t begin = run_begin(reading, name.begin);
      for (uint32_t t = begin; t < name.begin; ++t) reading.found_at[t] = n;
      name.begin = begin;
      in_full.insert(reading.entity(name).name);
    } else if (belongs_to_longer_name(reading, name)) {
      taken.insert(reading.low[name.begin]);
      drop(reading, name);
    }
  }
  if (taken.empty()) return;
  for (Found& name : reading.found) {
    if (name.end - name.begin != 1 || !taken.count(reading.low[name.begin])) continue;
    const Entity& entity = reading.entity(name);
    if (entity.kind == EntityKind::person && !in_full.count(entity.name)) drop(reading, name);
  }
}

}  // namespace

void mark_compounds(Reading& reading) {
  add_combining_forms(reading);
  settle_people(reading);
  for (Found& name : reading.found) {
    if (name.begin == name.end) continue;
    if (belongs_to_longer_name(reading, name)) {
      drop(reading, name);
      continue;
    }
    if (hyphen_at(reading, name.end)) {
      const uint32_t next = name.end + 1;
      const Upos upos = reading.token(next).upos;
      const bool bound = upos == Upos::verb || upos == Upos::adj || upos == Upos::noun ||
                         reading.name_at(next) != nullptr;
      name.modifier = name.modifier || bound;
    }
    if (name.begin > 0 && hyphen_at(reading, name.begin - 1)) {
      const uint32_t previous = name.begin - 2;
      if (name.begin >= 2 &&
          (is_opposing_prefix(reading.low[previous]) || reading.name_at(previous) != nullptr)) {
        name.modifier = true;
      }
    }
  }
}

}  // namespace entente
