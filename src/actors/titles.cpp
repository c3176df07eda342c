// See titles.h. Tested in mentions_test.cpp.
#include "actors/titles.h"

#include <algorithm>

namespace entente {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// Whether the place where they are says whose they are: "officials in Kabul", but not "the
// embassy in Kabul" or "the foreign ministers in Kabul".
bool belongs_where_it_is(const Reading& reading, const Hit& hit, std::string_view preposition) {
  if (!one_of(preposition, {"in", "across", "from", "throughout"})) return false;
  const std::string_view noun = reading.low[hit.head()];
  if (one_of(noun,
             {"embassy",    "embassies",   "ambassador",  "ambassadors", "envoy",    "envoys",
              "consulate",  "consul",      "mission",     "missions",    "diplomat", "diplomats",
              "delegation", "delegations", "negotiator",  "negotiators", "mediator", "mediators",
              "emissary",   "inspector",   "inspectors",  "refugees",    "exile",    "exiles",
              "migrants",   "expatriates", "counterpart", "counterparts"})) {
    return false;
  }
  switch (hit.noun.kind) {
    case NounKind::people: return hit.plural || preposition != "from";
    case NounKind::office: return !hit.plural && preposition == "in";
    case NounKind::force: return hit.noun.sector == "COP" && preposition == "in";
    default:
      return preposition == "in" &&
             one_of(hit.noun.sector, {"GOV", "LEG", "OPP", "REB", "JUD", "COP"});
  }
}

// "north of", "streets of".
bool leads_to_place(const Reading& reading, uint32_t i, uint32_t last) {
  if (i + 2 >= last || reading.low[i + 1] != "of") return false;
  const Hit* hit = reading.noun_at(i);
  if (hit) return hit->noun.kind == NounKind::territory;
  return one_of(reading.low[i], {"north", "south", "east", "west", "centre", "center", "parts",
                                 "streets", "outskirts", "suburbs", "northeast", "northwest",
                                 "southeast", "southwest", "most", "much"});
}

bool is_field_word(const Reading& reading, const Hit& hit, uint32_t t) {
  if (reading.name_at(t)) return false;
  const bool lower_title = !reading.is_capitalised(hit.head());
  if (reading.token(t).upos == Upos::propn && lower_title) return false;
  if (one_of(reading.low[t], {"and", "the", "of"})) {
    return t + 1 < reading.size() && !reading.name_at(t + 1) &&
           reading.is_capitalised(t + 1) == reading.is_capitalised(hit.end + 1) &&
           (reading.is_capitalised(t + 1) || reading.low[t] == "the");
  }
  return one_of(reading.low[t], {"state",
                                 "defence",
                                 "defense",
                                 "foreign",
                                 "affairs",
                                 "interior",
                                 "intelligence",
                                 "finance",
                                 "trade",
                                 "energy",
                                 "oil",
                                 "petroleum",
                                 "justice",
                                 "economy",
                                 "health",
                                 "education",
                                 "information",
                                 "transport",
                                 "agriculture",
                                 "culture",
                                 "labour",
                                 "labor",
                                 "commerce",
                                 "industry",
                                 "security",
                                 "national",
                                 "international",
                                 "cooperation",
                                 "external",
                                 "home",
                                 "internal",
                                 "relations",
                                 "science",
                                 "technology",
                                 "tourism",
                                 "environment",
                                 "water",
                                 "irrigation",
                                 "works",
                                 "public",
                                 "communications",
                                 "planning",
                                 "development",
                                 "war",
                                 "mines",
                                 "sport",
                                 "sports",
                                 "religious",
                                 "humanitarian",
                                 "african",
                                 "integration",
                                 "abroad",
                                 "law",
                                 "order",
                                 "economic",
                                 "social",
                                 "citizens",
                                 "nationals",
                                 "treasury"});
}

// "a group of Turkish soldiers": what is counted says more.
bool is_measure(const Reading& reading, const Hit& hit) {
  return one_of(reading.low[hit.head()], {"group", "groups", "crowd", "crowds", "convoy", "team",
                                          "band", "column", "columns", "coalition"}) &&
         reading.same_sentence(hit.head(), hit.end) && reading.low[hit.end] == "of";
}

// What "agency" and "movement" are when they belong to a state.
std::string_view sector_of_body(const Reading& reading, const Hit& hit) {
  const std::string_view noun = reading.low[hit.head()];
  if (one_of(noun, {"group", "groups", "movement", "front", "faction", "factions", "union"}))
    return "SOC";
  if (one_of(noun, {"alliance", "bloc", "pact", "coalition", "grouping"})) return "";
  return "GOV";
}

}  // namespace entente
