// Names of organs and parties that many states share: "Foreign Office", "Democratic Party",
// "Constitutional Court". The book knows whose they are when the text is about that state; in a
// text that never names the state the name falls back to its common noun, and the context decides.
// Tested in phrases_test.cpp.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "actors/collectives.h"
#include "actors/context.h"
#include "actors/folding.h"
#include "actors/naming.h"
#include "base/ascii.h"

namespace entente {

namespace {

// Words of which such names are made. Sorted.
constexpr std::array<std::string_view, 88> kWords = {"action",       "administration",
                                                     "affairs",      "agency",
                                                     "alliance",     "and",
                                                     "army",         "assembly",
                                                     "authority",    "bank",
                                                     "board",        "bureau",
                                                     "central",      "chamber",
                                                     "christian",    "citizen",
                                                     "civil",        "commission",
                                                     "committee",    "commons",
                                                     "communist",    "congress",
                                                     "conservative", "constitutional",
                                                     "council",      "court",
                                                     "customs",      "defence",
                                                     "defense",      "democratic",
                                                     "department",   "development",
                                                     "directorate",  "electoral",
                                                     "federal",      "for",
                                                     "force",        "forces",
                                                     "foreign",      "freedom",
                                                     "front",        "government",
                                                     "grand",        "guard",
                                                     "home",         "house",
                                                     "independent",  "intelligence",
                                                     "interior",     "justice",
                                                     "labor",        "labour",
                                                     "left",         "liberal",
                                                     "liberation",   "military",
                                                     "ministry",     "movement",
                                                     "national",     "new",
                                                     "of",           "office",
                                                     "parliament",   "party",
                                                     "patriotic",    "people",
                                                     "peoples",      "police",
                                                     "popular",      "power",
                                                     "progressive",  "public",
                                                     "republican",   "resistance",
                                                     "revenue",      "revolutionary",
                                                     "senate",       "shura",
                                                     "social",       "socialist",
                                                     "state",        "supreme",
                                                     "the",          "transitional",
                                                     "tribunal",     "union",
                                                     "united",       "workers"};

bool is_generic_word(std::string_view low) {
  return std::binary_search(kWords.begin(), kWords.end(), low);
}

bool is_acronym(const Reading& reading, const Found& name) {
  const std::string_view form = reading.form(name.begin);
  return name.end - name.begin == 1 && form.size() >= 2 && form.size() <= 5 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_partisan(std::string_view low) {
  constexpr std::array<std::string_view, 8> words = {"democrats", "republicans", "conservatives",
                                                     "liberals",  "greens",      "socialists",
                                                     "labour",    "democrat"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

// "Congress": a parliament in most states, a party in one.
bool is_congress(const Reading& reading, const Found& name) {
  return name.end - name.begin == 1 && reading.low[name.begin] == "congress";
}

bool is_generic(const Reading& reading, const Found& name) {
  if (name.begin == name.end) return false;
  const Entity& entity = reading.entity(name);
  if (entity.kind != EntityKind::organ && entity.kind != EntityKind::group) return false;
  if (entity.country.empty() || entity.corrected) return false;
  // "PRD" is a party of several states, "INEC" a bureau of several; "CIA" is known everywhere.
  if (name.end - name.begin < 2) {
    const bool domestic =
        entity.sector == "PTY" || (entity.kind == EntityKind::organ && entity.sector != "MIL" &&
                                   entity.sector != "SPY" && entity.sector != "COP");
    return (domestic && is_acronym(reading, name)) ||
           (entity.sector == "PTY" && is_partisan(reading.low[name.begin])) ||
           is_congress(reading, name);
  }
  for (uint32_t t = name.begin; t < name.end; ++t) {
    const std::string_view low = reading.low[t];
    if (!reading.is_possessive(t) && low != "'" && !is_generic_word(low)) return false;
  }
  return true;
}

// "Democratic Party" after "Democratic Party of Korea" is that party; nullptr if none is named so.
const Found* named_in_full(const Reading& reading, const Found& name) {
  for (const Found& other : reading.found) {
    if (other.end - other.begin <= name.end - name.begin || other.begin == other.end) continue;
    const EntityKind kind = reading.entity(other).kind;
    if (kind != EntityKind::organ && kind != EntityKind::group) continue;
    bool same = true;
    for (uint32_t t = 0; t < name.end - name.begin; ++t) {
      same = same && reading.low[name.begin + t] == reading.low[other.begin + t];
    }
    if (same) return &other;
  }
  return nullptr;
}

// "Upazila Nirbahi Officer (UNO)": the text makes an acronym of its own, whatever the book knows.
bool is_introduced_anew(const Reading& reading, const Found& name) {
  const uint32_t first = reading.sentence(name.begin).token_begin;
  if (!is_acronym(reading, name) || name.begin < first + 3) return false;
  if (reading.low[name.begin - 1] != "(" || reading.low[name.end] != ")") return false;
  const std::string_view wanted = reading.low[name.begin];
  size_t left = wanted.size();
  uint32_t last = name.begin - 1;
  // "Black Soldier Fly larvae (BSF)"
  constexpr uint32_t kSmallWords = 2;
  while (last > first + wanted.size() && name.begin - last <= kSmallWords &&
         !reading.is_capitalised(last - 1)) {
    --last;
  }
  for (uint32_t t = last; t > first && left > 0; --t) {
    const Found* known = reading.name_at(t - 1);
    if (known && known->entity == name.entity) return false;
    const std::string_view low = reading.low[t - 1];
    if (low == "of" || low == "and" || low == "for" || low == "the") continue;
    if (!reading.is_capitalised(t - 1) || low[0] != wanted[left - 1]) return false;
    --left;
  }
  return left == 0;
}

void drop_acronyms(Reading& reading, bool& dropped) {
  std::set<std::string_view> anew;
  for (const Found& name : reading.found) {
    if (name.begin == name.end || name.end >= reading.size()) continue;
    if (reading.entity(name).kind == EntityKind::state) continue;
    if (is_introduced_anew(reading, name)) anew.insert(reading.low[name.begin]);
  }
  for (Found& name : reading.found) {
    if (name.end - name.begin != 1 || !anew.count(reading.low[name.begin])) continue;
    reading.found_at[name.begin] = kNone;
    name.begin = name.end = 0;
    dropped = true;
  }
}

// "The Central African nation" lies in Central Africa; it is the republic of that name only where
// the text names the republic.
void settle_shared_adjectives(Reading& reading) {
  for (Found& name : reading.found) {
    if (name.end - name.begin < 2 || name.proper || !name.adjective) continue;
    const bool country = name.end < reading.size() && is_country_word(reading.low[name.end]);
    if (!country || reading.entity(name).kind != EntityKind::state) continue;
    const bool named =
        std::any_of(reading.found.begin(), reading.found.end(), [&](const Found& other) {
          return other.entity == name.entity && (other.proper || other.capital);
        });
    if (named) continue;
    const std::string_view text = reading.text_of(name.begin, name.end);
    uint64_t last = 0;
    AtomHasher::walk(text, AtomHasher::kSeed, [&](uint64_t key) {
      last = key;
      return true;
    });
    const NameTable& names = reading.facts.names;
    const NameTable::Slot* slot = names.find(last);
    for (int32_t at = slot ? slot->first : -1; at >= 0; at = names.alias(at).next) {
      const Alias& alias = names.alias(at);
      const EntityKind kind = reading.facts.entities[alias.entity].kind;
      if (kind != EntityKind::region || alias.form != NameForm::adjective) continue;
      if (!reads_as(alias.text, text, false)) continue;
      name.entity = alias.entity;
      name.demonym = name.demonyms = false;
      break;
    }
  }
}

}  // namespace

void settle_generic_names(Reading& reading) {
  settle_shared_adjectives(reading);
  bool dropped = false;
  drop_acronyms(reading, dropped);
  std::set<std::string_view> named, hinted;
  for (const Found& name : reading.found) {
    if (name.begin == name.end) continue;
    const Entity& entity = reading.entity(name);
    if (entity.kind == EntityKind::outlet || is_congress(reading, name)) continue;
    hinted.insert(entity.country);
    const bool tells = entity.kind != EntityKind::group && !is_generic(reading, name);
    if (tells && !entity.country.empty()) named.insert(entity.country);
  }
  for (Found& name : reading.found) {
    if (!is_generic(reading, name)) continue;
    if (const Found* full = named_in_full(reading, name)) {
      name.entity = full->entity;
      continue;
    }
    const bool at_home = named.count(reading.entity(name).country) > 0;
    const bool party = hinted.count(reading.entity(name).country) && !named.count("USA");
    if (is_congress(reading, name) ? party : named.empty() || at_home) continue;
    for (uint32_t t = name.begin; t < name.end; ++t) reading.found_at[t] = kNone;
    name.begin = name.end = 0;
    dropped = true;
  }
  if (dropped) reading.find_nouns();
}

}  // namespace entente
