// The preposition decides, found by word order: the nearest one to the left of the name and of what
// is coordinated before it. "to", "from" and "of" also ask what they belong to. A dateline
// ("TASHKENT, July 18") is a place. Tested in places_test.cpp.
#include "actors/places.h"

#include <algorithm>
#include <array>

#include "actors/people.h"
#include "base/one_of.h"

namespace entente {

namespace {

bool is_locative(std::string_view low) {
  return one_of(
      low, {"in", "into", "inside", "within", "near", "across", "throughout", "around", "outside",
            "through", "via", "at", "inside", "across", "via", "onto", "over"});
}

bool is_motion(std::string_view low) {
  return one_of(
      low,
      {"travel",     "fly",      "arrive",  "go",       "return",    "head",       "flee",
       "escape",     "trip",     "flight",  "journey",  "move",      "come",       "relocate",
       "drive",      "flew",     "fled",    "went",     "travelled", "traveled",   "returned",
       "arrived",    "headed",   "came",    "travels",  "returning", "heading",    "traveling",
       "travelling", "flying",   "fleeing", "road",     "train",     "route",      "back",
       "migrate",    "emigrate", "deport",  "deported", "extradite", "extradited", "evacuate",
       "evacuated",  "bus",      "flights", "trips",    "way",       "walk",       "march",
       "motorway",   "highway",  "smuggle", "ferry",    "exile",     "banish",     "banished"});
}

// "came under fire from Turkey": from somebody.
bool is_pressure(std::string_view low) {
  return one_of(low, {"criticism", "pressure", "fire", "attack", "threat", "threats", "suspicion",
                      "scrutiny", "bombardment", "shelling", "praise", "blame"});
}

bool is_visit(std::string_view low) {
  return one_of(low, {"visit", "visits", "tour", "trip", "mission", "fly", "dispatch"});
}

// "the streets of Kabul", "the fall of Kabul".
bool is_part_of_town(std::string_view low) {
  return one_of(
      low, {"city",      "capital",       "outskirts",    "street",     "streets",    "suburb",
            "suburbs",   "airport",       "centre",       "center",     "north",      "south",
            "east",      "west",          "port",         "region",     "district",   "area",
            "part",      "parts",         "town",         "province",   "university", "resident",
            "residents", "mayor",         "fall",         "siege",      "capture",    "bombing",
            "shelling",  "neighbourhood", "neighborhood", "square",     "northern",   "southern",
            "coast",     "kilometres",    "kilometers",   "km",         "miles",      "southeast",
            "southwest", "northeast",     "northwest",    "archbishop", "bishop"});
}

// "According to reports in Paris, Berlin asked ..."
bool begins_clause(const Reading& reading, uint32_t i) {
  const Found* name = reading.name_at(i);
  const Relation relation = reading.token(name ? name->end - 1 : i).relation;
  const Relation first = reading.token(i).relation;
  return relation == Relation::nsubj || relation == Relation::nsubj_pass ||
         first == Relation::nsubj || first == Relation::nsubj_pass;
}

// Back over coordinated names, determiners and adjectives to what stands before them.
uint32_t before_phrase(const Reading& reading, uint32_t begin) {
  const uint32_t first = reading.sentence(begin).token_begin;
  uint32_t i = begin;
  while (i > first) {
    const uint32_t t = i - 1;
    const Upos upos = reading.token(t).upos;
    if (upos == Upos::det || (upos == Upos::adj && !reading.name_at(t)) ||
        one_of(reading.low[t], {"northern", "southern", "eastern", "western", "central",
                                "neighbouring", "neighboring", "both", "downtown"})) {
      i = t;
      continue;
    }
    if (one_of(reading.low[t], {"and", "or", ","}) && t > first && !begins_clause(reading, i)) {
      uint32_t other = t - 1;
      if (reading.low[other] == "," && other > first) --other;
      const Found* name = reading.name_at(other);
      if (name && name->end <= t && !name->adjective) {
        i = name->begin;
        continue;
      }
    }
    break;
  }
  return i;
}

bool is_town(const Found& name) { return name.capital && !name.proper; }

// "left Moscow on Monday", but not "left Moscow isolated": a town that somebody goes away from.
bool is_left(const Reading& reading, const Found& name, uint32_t at) {
  if (!one_of(reading.token(at).lemma, {"leave", "flee", "quit", "depart", "reach", "enter"})) {
    return false;
  }
  if (name.end >= reading.sentence(at).token_end) return true;
  const Upos next = reading.token(name.end).upos;
  return next != Upos::adj && next != Upos::verb && next != Upos::det && next != Upos::part;
}

// "on a plane to Costa Rica".
bool is_aboard(const Reading& reading, uint32_t at) {
  const uint32_t first = reading.sentence(at).token_begin;
  return at >= first + 3 &&
         one_of(reading.low[at - 1], {"plane", "jet", "aircraft", "helicopter", "boat", "ship"}) &&
         reading.token(at - 2).upos == Upos::det &&
         one_of(reading.low[at - 3], {"on", "aboard", "onto", "by", "boarded", "board", "took"});
}

// The word that the preposition at `at` hangs on: its governor's governor, or the word before.
std::string_view anchor(const Reading& reading, const Found& name, uint32_t at, bool parsed) {
  if (parsed) {
    const uint32_t head = reading.head_of(name.begin, name.end, name.end - 1);
    const int32_t up = reading.token(head).head;
    return up == kNoToken ? std::string_view()
                          : std::string_view(reading.token(static_cast<uint32_t>(up)).lemma);
  }
  if (at <= reading.sentence(at).token_begin) return {};
  return reading.low[at - 1];
}

bool is_dateline(const Reading& reading, const Found& name) {
  const Sentence& sentence = reading.sentence(name.begin);
  if (name.begin != sentence.token_begin || name.end + 1 >= sentence.token_end) return false;
  const std::string_view next = reading.low[name.end];
  const std::string_view after = reading.low[name.end + 1];
  if (next == "(" && !reading.is_capitalised(name.end + 1)) return false;  // "(which votes in May)"
  if (next == "(" || next == "--" || next == "\u2013" || next == "\u2014" || next == ":") {
    return next != ":" || sentence.heading;
  }
  if (next == "-") return !reading.adjoins(name.end - 1);
  return next == "," && (is_calendar_word(after) || (after[0] >= '0' && after[0] <= '9'));
}

// "Nairobi, Kenya" and "Lagos, Nigeria,": the state places the town before it.
bool follows_town(const Reading& reading, const Found& name) {
  const uint32_t first = reading.sentence(name.begin).token_begin;
  if (name.begin < first + 2 || reading.low[name.begin - 1] != ",") return false;
  const uint32_t town = name.begin - 2;
  if (reading.token(town).upos != Upos::propn) return false;
  const bool closed =
      name.end >= reading.sentence(name.begin).token_end ||
      one_of(reading.low[name.end], {",", ".", ")", ";", ":", "and", "on", "in", "when", "where"});
  const Found* other = reading.name_at(town);
  if (other) {
    const Entity& entity = reading.entity(*other);
    const bool town_itself = entity.kind == EntityKind::town && closed;
    return (town_itself || (entity.kind == EntityKind::state && is_town(*other))) &&
           entity.country == reading.entity(name).country;
  }
  if (!closed) return false;  // "After the killings in Andijan, Tashkent expelled ..."
  uint32_t begin = town;
  while (begin > first && reading.token(begin - 1).upos == Upos::propn) --begin;
  return begin > first && one_of(reading.low[begin - 1], {"in", "at", "near", "from", "of", "to"});
}

// "the Tajik capital Dushanbe", "Kazakhstan's capital, Astana".
bool follows_territory(const Reading& reading, const Found& name) {
  const uint32_t first = reading.sentence(name.begin).token_begin;
  uint32_t at = name.begin;
  if (at > first && reading.low[at - 1] == ",") --at;
  if (at <= first) return false;
  const Hit* hit = reading.noun_at(at - 1);
  return hit && hit->noun.kind == NounKind::territory;
}

// "a visit by the president of Tajikistan, Emomali Rahmon, to Tehran".
bool visited_before(const Reading& reading, uint32_t at) {
  constexpr uint32_t kTokens = 14;
  const uint32_t first = reading.sentence(at).token_begin;
  for (uint32_t i = at; i > first && at - i < kTokens; --i) {
    const std::string_view low = reading.low[i - 1];
    if (is_visit(low) || is_motion(low)) return true;
    if (low == "to" || reading.is_capitalised(i - 1) || low == ",") continue;
    if (reading.token(i - 1).upos == Upos::verb) return false;
  }
  return false;
}

}  // namespace

bool is_place(const Reading& reading, const Found& name) {
  const EntityKind kind = reading.entity(name).kind;
  if (kind != EntityKind::organisation && is_dateline(reading, name)) return true;
  if (kind == EntityKind::town) return true;
  if (kind != EntityKind::state && kind != EntityKind::organ && kind != EntityKind::organisation &&
      kind != EntityKind::region) {
    return false;
  }
  if (kind == EntityKind::state && follows_town(reading, name)) return true;
  if (is_town(name) && follows_territory(reading, name)) return true;
  const uint32_t start = before_phrase(reading, name.begin);
  if (start <= reading.sentence(name.begin).token_begin) return false;
  const uint32_t at = start - 1;
  const std::string_view word = reading.low[at];
  if (kind == EntityKind::organisation && !is_town(name)) return word == "at";
  if (kind == EntityKind::organ || (name.metonym && !name.capital)) {
    return one_of(word, {"at", "in", "inside", "outside", "near"});
  }
  // "fired rockets at Israel", "anger at Russia": nobody is at a state.
  if (word == "at" && kind == EntityKind::state && name.proper) return false;
  if (is_locative(word)) {
    // "confidence in Moscow" hangs on a feeling; rare enough to be left to the parse.
    return true;
  }
  const bool town = is_town(name);
  if (town && start == name.begin && is_left(reading, name, at)) return true;
  if (word == "to" || word == "from" || word == "for" || word == "toward" || word == "towards") {
    const std::string_view near = anchor(reading, name, at, false);
    const std::string_view up = anchor(reading, name, at, true);
    if (is_pressure(near)) return false;
    if (is_motion(near) || is_motion(up) || is_aboard(reading, at)) return true;
    if (town && word == "to" && visited_before(reading, at)) return true;
    return town && word != "for" && (is_visit(near) || is_visit(up));
  }
  if (word == "of") {
    const std::string_view near = anchor(reading, name, at, false);
    return is_part_of_town(near) || (town && one_of(near, {"occupation", "control"}));
  }
  return false;
}

}  // namespace entente
