// Names that are not what they seem because of their neighbours: halves of hyphen compounds, and
// parts of longer names that the book does not know ("Michael Jordan", "Clinton Foundation").
// Tested in phrases_test.cpp.
#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "actors/draft.h"
#include "actors/folding.h"
#include "actors/people.h"

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
  if (reading.entity(name).kind == EntityKind::state) reading.inside.push_back(name.entity);
  name.begin = name.end = 0;
}

// A capitalised word of no known meaning.
bool is_foreign_word(const Reading& reading, uint32_t i) {
  return reading.token(i).upos == Upos::propn && reading.is_capitalised(i) && !reading.name_at(i) &&
         !reading.noun_at(i) && !is_calendar_word(reading.low[i]);
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

// Of two given names: letters to insert, drop or change, as a share of the longer one.
double difference(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return static_cast<double>(row.back()) / static_cast<double>(std::max(a.size(), b.size()));
}

// "Serguei Lavrov" for the book's "Sergei Lavrov": given names vary, their first letters do not.
bool is_spelt_otherwise(const Reading& reading, const Found& name) {
  const uint32_t begin = run_begin(reading, name.begin);
  const Entity& person = reading.entity(name);
  if (begin == name.begin || name.begin - begin > 2 || hyphen_at(reading, name.end)) return false;
  if (name.end < reading.sentence(begin).token_end && is_foreign_word(reading, name.end)) {
    return false;
  }
  constexpr double kDifferenceMax = 0.45;
  const std::string given = fold(reading.form(begin));
  std::string known = fold(person.name);
  const size_t blank = known.find(' ');
  if (blank == std::string::npos || given.size() < 2 || given[0] != known[0]) return false;
  known.resize(blank);
  const bool initial = given.size() == 2 && given[1] == '.';
  constexpr size_t kShort = 3;  // "Liu" is another than "Lim"
  if (!initial && std::min(given.size(), known.size()) <= kShort) return given == known;
  return initial || difference(given, known) <= kDifferenceMax;
}

// "East", "Northern": they place a state and are no part of a name.
bool is_direction(std::string_view low) {
  constexpr std::array<std::string_view, 17> words = {
      "east",     "west",     "north",   "south",        "eastern",  "western",
      "northern", "southern", "central", "greater",      "mainland", "inner",
      "outer",    "upper",    "lower",   "neighbouring", "post"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

// "China Moly", "Air France": the parse binds the state's name and a word of no known meaning.
bool is_bound_to(const Reading& reading, uint32_t i, uint32_t head) {
  const Token& token = reading.token(i);
  return token.relation == Relation::compound && token.head == static_cast<int32_t>(head);
}

// "Brew-Hammond" is another surname than "Hammond"; "Trump-Putin" are two people.
bool is_half_of_surname(const Reading& reading, const Found& name) {
  const uint32_t first = reading.sentence(name.begin).token_begin;
  const auto stranger = [&](uint32_t i) {
    return reading.is_capitalised(i) && !reading.name_at(i) && !reading.noun_at(i);
  };
  const bool before =
      name.begin >= first + 2 && hyphen_at(reading, name.begin - 1) && stranger(name.begin - 2);
  if (!hyphen_at(reading, name.end)) return before;
  // "Hoi-yan"
  const bool syllable = reading.token(name.end + 1).upos == Upos::propn &&
                        !reading.name_at(name.end + 1) && name.begin > first &&
                        is_foreign_word(reading, name.begin - 1);
  return before || syllable || stranger(name.end + 1);
}

// "Jericho Social Hall", "University College London": houses and schools that bear a town's name.
bool is_venue(const Reading& reading, const Found& name) {
  constexpr std::array<std::string_view, 13> houses = {
      "hall",   "stadium", "street",  "road",    "avenue", "hotel",    "school",
      "church", "airport", "theatre", "theater", "museum", "cathedral"};
  const uint32_t first = reading.sentence(name.begin).token_begin;
  const uint32_t last = reading.sentence(name.begin).token_end;
  if (name.begin > first && reading.form(name.begin - 1) == "College") return true;
  for (uint32_t t = name.end; t < std::min(last, name.end + 3); ++t) {
    if (!reading.is_capitalised(t)) return false;
    if (std::find(houses.begin(), houses.end(), reading.low[t]) != houses.end()) return true;
  }
  return false;
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
  if (kind == EntityKind::person) return before || after || is_half_of_surname(reading, name);
  if (kind == EntityKind::town) return before || after || is_venue(reading, name);
  if (kind == EntityKind::state && name.capital && !name.proper && is_venue(reading, name)) {
    return true;
  }
  if (kind != EntityKind::state || !(name.proper || name.capital)) return false;
  if (before && is_direction(reading.low[i - 1])) return false;
  // "Bangladesh Mahila Parishad", but not "in Kenya Raila Odinga said".
  const bool two_more = after && name.proper && name.end + 1 < last &&
                        is_foreign_word(reading, name.end + 1) &&
                        (i == first || reading.token(i - 1).upos != Upos::adp ||
                         reading.low[i - 1] == "of" || reading.low[i - 1] == "by");
  if (two_more) return true;
  return (before && (is_flat_with(reading, i, i - 1) || is_bound_to(reading, i - 1, i))) ||
         (after && (is_flat_with(reading, name.end, i) || is_bound_to(reading, i, name.end)));
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

bool may_be_surname(const Entity& entity) {
  return entity.kind == EntityKind::person || entity.kind == EntityKind::organ ||
         entity.kind == EntityKind::group || entity.kind == EntityKind::town;
}

// "Sboniso Duma" is no parliament.
bool is_surname_of_stranger(const Reading& reading, const Found& name) {
  const Entity& entity = reading.entity(name);
  if (name.end - name.begin > 1 || entity.kind == EntityKind::person || !may_be_surname(entity)) {
    return false;
  }
  const uint32_t i = name.begin;
  const uint32_t first = reading.sentence(i).token_begin;
  if (i <= first || reading.styles[reading.sentence_of[i]] != Style::running) return false;
  const std::string_view form = reading.form(i);
  const bool acronym = form.size() > 1 && form[1] >= 'A' && form[1] <= 'Z';
  return !acronym && is_foreign_word(reading, i - 1) && is_flat_with(reading, i, i - 1);
}

// A surname that the text gives to somebody else ("Shigeaki Mori") is no longer the book's "Mori",
// unless the text names him in full, too.
void settle_people(Reading& reading) {
  std::set<std::string> taken;
  std::set<std::string_view> in_full;
  for (uint32_t n = 0; n < reading.found.size(); ++n) {
    Found& name = reading.found[n];
    if (name.begin == name.end) continue;
    if (is_surname_of_stranger(reading, name)) {
      taken.insert(reading.low[name.begin]);
      drop(reading, name);
      continue;
    }
    if (reading.entity(name).kind != EntityKind::person) continue;
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
    if (may_be_surname(entity) && !in_full.count(entity.name)) drop(reading, name);
  }
}

// "China Moly" once is "China Moly" everywhere, however the parser reads it there.
void settle_longer_names(Reading& reading) {
  std::set<std::string> longer;
  const auto with_next = [&](const Found& name) {
    const bool next = name.end < reading.size() && is_foreign_word(reading, name.end);
    return next ? reading.low[name.begin] + ' ' + reading.low[name.end] : std::string();
  };
  for (const bool again : {false, true}) {
    for (Found& name : reading.found) {
      if (name.begin == name.end) continue;
      const std::string pair = with_next(name);
      const bool known = again && !pair.empty() && longer.count(pair);
      if (!known && !belongs_to_longer_name(reading, name)) continue;
      if (!pair.empty() && reading.entity(name).kind == EntityKind::state) longer.insert(pair);
      drop(reading, name);
    }
  }
}

}  // namespace

void mark_compounds(Reading& reading) {
  add_combining_forms(reading);
  settle_people(reading);
  settle_longer_names(reading);
  for (Found& name : reading.found) {
    if (name.begin == name.end) continue;
    if (hyphen_at(reading, name.end)) {
      const uint32_t next = name.end + 1;
      const Upos upos = reading.token(next).upos;
      const bool bound = upos == Upos::verb || upos == Upos::adj || upos == Upos::noun ||
                         reading.name_at(next) != nullptr;
      name.modifier = name.modifier || bound;
    }
    // "French speaking Algerians"
    if (name.adjective && reading.same_sentence(name.begin, name.end) &&
        (reading.low[name.end] == "speaking" || reading.low[name.end] == "speaker" ||
         reading.low[name.end] == "speakers")) {
      name.modifier = true;
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
