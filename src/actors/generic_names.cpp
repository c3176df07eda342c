// Names of organs and parties that many states share: "Foreign Office", "Democratic Party",
// "Constitutional Court". The book knows whose they are when the text is about that state; in a
// text that never names the state the name falls back to its common noun, and the context decides.
// Tested in mentions_test.cpp.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "actors/context.h"
#include "actors/naming.h"
#include "base/ascii.h"

namespace entente {

namespace {

// Words of which such names are made. Sorted.
constexpr std::array<std::string_view, 74> kWords = {
    "action",       "affairs",      "alliance",       "and",          "army",
    "assembly",     "bank",         "central",        "christian",    "citizen",
    "civil",        "commission",   "committee",      "commons",      "communist",
    "congress",     "conservative", "constitutional", "council",      "court",
    "defence",      "defense",      "democratic",     "development",  "electoral",
    "federal",      "for",          "force",          "forces",       "foreign",
    "freedom",      "front",        "government",     "grand",        "guard",
    "home",         "house",        "independent",    "intelligence", "interior",
    "justice",      "labor",        "labour",         "left",         "liberal",
    "liberation",   "military",     "movement",       "national",     "new",
    "of",           "office",       "parliament",     "party",        "patriotic",
    "people",       "peoples",      "popular",        "power",        "progressive",
    "republican",   "resistance",   "revolutionary",  "senate",       "shura",
    "social",       "socialist",    "state",          "supreme",      "the",
    "transitional", "union",        "united",         "workers"};

bool is_generic_word(std::string_view low) {
  return std::binary_search(kWords.begin(), kWords.end(), low);
}

bool is_generic(const Reading& reading, const Found& name) {
  if (name.begin == name.end) return false;
  const Entity& entity = reading.entity(name);
  if (entity.kind != EntityKind::organ && entity.kind != EntityKind::group) return false;
  if (entity.country.empty() || name.end - name.begin < 2) return false;
  for (uint32_t t = name.begin; t < name.end; ++t) {
    const std::string_view low = reading.low[t];
    if (!reading.is_possessive(t) && low != "'" && !is_generic_word(low)) return false;
  }
  return true;
}

}  // namespace

void settle_generic_names(Reading& reading) {
  std::set<std::string_view> named;
  bool any = false;
  for (const Found& name : reading.found) {
    if (name.begin == name.end) continue;
    if (is_generic(reading, name)) {
      any = true;
    } else if (reading.entity(name).kind != EntityKind::outlet) {
      named.insert(reading.entity(name).country);
    }
  }
  if (!any || named.empty()) return;
  bool dropped = false;
  for (Found& name : reading.found) {
    if (!is_generic(reading, name) || named.count(reading.entity(name).country)) continue;
    for (uint32_t t = name.begin; t < name.end; ++t) reading.found_at[t] = kNone;
    name.begin = name.end = 0;
    dropped = true;
  }
  if (dropped) reading.find_nouns();
}

}  // namespace entente
