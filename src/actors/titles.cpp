// See titles.h. Tested in phrases_test.cpp.
#include "actors/titles.h"

#include <algorithm>
#include <array>

#include "actors/people.h"
#include "base/one_of.h"

namespace entente {

namespace {

// What ministries are of.
constexpr std::array<std::string_view, 59> kFields = {"state",
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
                                                      "treasury"};

}  // namespace

bool is_out_of_office(std::string_view low) {
  return one_of(low, {"former", "ex", "late", "ousted", "deposed", "toppled", "overthrown",
                      "incoming", "onetime", "one time", "erstwhile", "exiled", "future"});
}

uint32_t elect_end(const Reading& reading, uint32_t end) {
  if (end == 0 || !reading.same_sentence(end - 1, end)) return end;
  const uint32_t word = reading.low[end] == "-" ? end + 1 : end;
  if (!reading.same_sentence(end - 1, word)) return end;
  if (word == end && reading.is_capitalised(end - 1) != reading.is_capitalised(end)) return end;
  const bool elect = one_of(reading.low[word], {"elect", "designate", "nominate", "apparent"});
  return elect ? word + 1 : end;
}

bool is_of_club(std::string_view noun) {
  return one_of(noun, {"chairman", "president", "director", "captain", "manager", "owner"});
}

bool is_in_capitals(const Reading& reading, const Found& name) {
  const std::string_view text = reading.text_of(name.begin, name.end);
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_banishment(const Reading& reading, const Hit& hit) {
  if (reading.low[hit.head()] != "exile" || hit.begin == 0) return false;
  return reading.same_sentence(hit.begin - 1, hit.head()) &&
         (reading.token(hit.begin - 1).upos == Upos::adp ||
          reading.token(hit.begin - 1).upos == Upos::verb);
}

// Whether the place where they are says whose they are: "officials in Kabul", but not "the
// embassy in Kabul" or "the foreign ministers in Kabul".
bool belongs_where_it_is(const Reading& reading, const Hit& hit, std::string_view preposition) {
  if (!one_of(preposition, {"in", "across", "from", "throughout"})) return false;
  const std::string_view noun = reading.low[hit.head()];
  // "migrants from Iraq", but not "migrants in Iraq".
  if (one_of(noun, {"refugees", "exiles", "exile", "migrants", "expatriates"}))
    return preposition == "from";
  if (one_of(noun, {"reporters",   "journalists", "correspondents", "embassy",     "embassies",
                    "ambassador",  "ambassadors", "envoy",          "envoys",      "consulate",
                    "consul",      "mission",     "missions",       "diplomat",    "diplomats",
                    "delegation",  "delegations", "negotiator",     "negotiators", "mediator",
                    "mediators",   "emissary",    "inspector",      "inspectors",  "counterpart",
                    "counterparts"})) {
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
  return std::find(kFields.begin(), kFields.end(), reading.low[t]) != kFields.end();
}

bool is_indefinite(std::string_view low) {
  return one_of(low, {"a", "an", "any", "no", "another", "each", "every", "some", "either",
                      "neither", "what", "which"});
}

bool is_alien(std::string_view low) {
  // "the 20th country".
  if (low.size() > 2 && low[0] >= '0' && low[0] <= '9' && low.back() > '9') return true;
  return one_of(low, {"foreign",  "international", "other",        "outside",     "enemy",
                      "rival",    "hostile",       "neighbouring", "neighboring", "allied",
                      "visiting", "unknown",       "unidentified", "only",        "first",
                      "second",   "third",         "next",         "largest",     "biggest",
                      "richest",  "poorest",       "same",         "invading",    "occupying"});
}

bool is_ethnic(std::string_view low) {
  return one_of(low,
                {"kurdish",  "kurd",      "tuareg", "baloch", "baluch",  "pashtun",   "hazara",
                 "druze",    "alawite",   "shia",   "shiite", "shi ite", "sunni",     "yazidi",
                 "coptic",   "christian", "muslim", "jewish", "sikh",    "hindu",     "tamil",
                 "berber",   "amazigh",   "hmong",  "karen",  "kachin",  "roma",      "crimean",
                 "tigrayan", "oromo",     "amhara", "tutsi",  "hutu",    "indigenous"});
}

namespace {

bool is_name_word(const Reading& reading, uint32_t t) {
  return reading.is_capitalised(t) &&
         (reading.is_nominal(t) || reading.token(t).upos == Upos::adj) &&
         !is_calendar_word(reading.low[t]);
}

bool goes_on_with(const Reading& reading, uint32_t t) {
  return is_name_word(reading, t) && !reading.name_at(t);
}

}  // namespace

std::pair<uint32_t, uint32_t> proper_name_around(const Reading& reading, const Hit& hit,
                                                 bool may_go_on) {
  const uint32_t head = hit.head();
  const bool named = hit.noun.kind == NounKind::organ && reading.is_capitalised(head) &&
                     reading.styles[reading.sentence_of[head]] == Style::running;
  if (!named) return {head, head};
  const Sentence& sentence = reading.sentence(head);
  uint32_t begin = hit.begin;
  while (begin > sentence.token_begin && is_name_word(reading, begin - 1)) --begin;
  uint32_t end = hit.end;
  const bool more = may_go_on && end + 1 < sentence.token_end &&
                    one_of(reading.low[end], {"of", "for"}) && goes_on_with(reading, end + 1);
  if (more) {
    ++end;
    while (end < sentence.token_end &&
           (goes_on_with(reading, end) ||
            (one_of(reading.low[end], {"and", "of", "for"}) && end + 1 < sentence.token_end &&
             goes_on_with(reading, end + 1)))) {
      ++end;
    }
  }
  return {begin, end};
}

// "Pakistan and Afghanistan's services": the parse knows whether Pakistan owns them, too.
bool own_together(const Reading& reading, const Found& other, const Found& first) {
  if (!reading.same_sentence(first.begin, first.end) || !reading.is_possessive(first.end)) {
    return false;
  }
  const uint32_t head = reading.head_of(other.begin, other.end, other.end - 1);
  const uint32_t joined = reading.head_of(first.begin, first.end, first.end - 1);
  return reading.token(head).relation == Relation::nmod_poss &&
         reading.token(joined).relation == Relation::conj &&
         reading.token(joined).head == static_cast<int32_t>(head);
}

bool begins_longer_name(const Reading& reading, const Found& name) {
  const uint32_t next = name.end;
  if (name.adjective && !name.proper) return false;
  return reading.same_sentence(name.begin, next) && reading.is_capitalised(next) &&
         reading.token(next).upos == Upos::propn && !reading.name_at(next) &&
         !reading.noun_at(next) && !is_calendar_word(reading.low[next]) &&
         reading.styles[reading.sentence_of[next]] == Style::running;
}

bool leads_to_ministry(const Reading& reading, uint32_t i) {
  constexpr uint32_t kWords = 4;
  for (uint32_t t = i; t < i + kWords && reading.same_sentence(i, t); ++t) {
    if (!reading.is_capitalised(t)) return false;
    if (one_of(reading.low[t], {"ministry", "presidency", "cabinet", "treasury"})) return true;
  }
  return false;
}

bool is_same_office(std::string_view before, std::string_view now, uint32_t back) {
  constexpr uint32_t kSentences = 4;
  const auto is_rank = [](std::string_view noun) {
    return one_of(noun, {"general", "colonel", "captain", "major", "lieutenant", "admiral",
                         "commander", "brigadier", "marshal", "officer", "soldier", "strongman"});
  };
  return before == now || (back <= kSentences && is_rank(before) && is_rank(now));
}

// Common nouns that without a state's name still mean a part of the state under discussion.
bool is_public_role(std::string_view low) {
  return one_of(low,
                {"official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokesmen",
                 "diplomat", "diplomats", "envoy", "negotiator", "negotiators", "authority",
                 "authorities", "leadership", "commander", "commanders", "general", "generals"});
}

// "keeps seven thousand soldiers": whose soldiers they are.
bool is_said_of_own(std::string_view verb) {
  return one_of(
      verb, {"keep", "send", "deploy", "station", "mobilise", "mobilize", "maintain", "withdraw",
             "pull", "move", "lose", "commit", "dispatch", "mass", "call", "have", "rush"});
}

bool is_public_people(std::string_view low) {
  return one_of(low, {"protesters", "demonstrators", "protestors", "rebels", "insurgents",
                      "militants", "separatists", "guerrillas", "lawmakers", "legislators",
                      "senators", "mps", "deputies", "judges", "prosecutors", "opposition"});
}

// "a group of Turkish soldiers": what is counted says more.
bool is_measure(const Reading& reading, const Hit& hit) {
  return one_of(reading.low[hit.head()], {"group", "groups", "crowd", "crowds", "convoy", "team",
                                          "band", "column", "columns", "coalition"}) &&
         reading.same_sentence(hit.head(), hit.end) && reading.low[hit.end] == "of";
}

// What "agency" and "movement" are when they belong to a state.
std::string_view sector_of_body(const Reading& reading, const Hit& hit, bool named) {
  const std::string_view noun = reading.low[hit.head()];
  if (one_of(noun, {"group", "groups", "movement", "front", "faction", "factions", "union"}))
    return "SOC";
  if (one_of(noun, {"alliance", "bloc", "pact", "coalition", "grouping", "confederation"})) {
    return named ? "SOC" : "";
  }
  return "GOV";
}

}  // namespace entente
