// See collectives.h. Tested in context_test.cpp.
#include "actors/collectives.h"

#include <algorithm>

#include "actors/salience.h"
#include "base/ascii.h"
#include "base/one_of.h"

namespace entente {

namespace {

constexpr size_t kMembersMax = 8;

// "Armenia, a member of the CSTO", "both are members": says of others that they belong to it.
bool is_membership(const Reading& reading, const Draft& draft, std::string_view noun,
                   const Entity& owner) {
  if (owner.kind != EntityKind::organisation || !one_of(noun, {"member", "members"})) return false;
  const Relation relation = reading.token(draft.mention.head).relation;
  const bool takes_part =
      is_argument(relation) || relation == Relation::compound || relation == Relation::conj;
  return !draft.has_name() && !(takes_part && draft.plural);
}

// "West African leaders" in a text about ECOWAS: their bloc acts.
void speak_through_bloc(const Reading& reading, const Entity& region, std::string_view noun,
                        Draft& draft) {
  if (region.kind != EntityKind::region || region.whole.empty()) return;
  const Entity* bloc = reading.facts.entity_of(region.whole);
  const bool organisation = reading.hits[draft.hit].noun.sector == "IGO" &&
                            !one_of(noun, {"agency", "watchdog", "court", "body"});
  if (!organisation && !is_country_word(noun) &&
      !one_of(noun, {"leaders", "presidents", "governments", "ministers", "heads"})) {
    return;
  }
  const auto named = [&](const Found& name) {
    return name.begin != name.end && reading.entity(name).code == bloc->code;
  };
  if (!organisation && std::none_of(reading.found.begin(), reading.found.end(), named)) return;
  draft.mention.actors = {actor_of(reading.facts, *bloc)};
  draft.mention.confidence = 0.7;
}

// "Afghanistan's neighbours" are the states around it, "Chad's neighbour" nobody knows which.
void name_neighbours(const Reading& reading, const Entity& owner, Draft& draft) {
  draft.mention.actors.clear();
  draft.open = false;
  const auto codes = list_of(owner.members);
  if (!draft.plural || codes.size() > kMembersMax) return;
  const Date date = reading.options.published.value_or(Date{9999, 1, 1});
  for (const std::string_view code : codes) {
    const Entity* state = reading.facts.entity_of(code);
    if (state && holds_on(*state, date)) {
      draft.mention.actors.push_back(actor_of(reading.facts, *state));
    }
  }
  draft.mention.confidence = 0.7;
}

}  // namespace

bool is_country_word(std::string_view low) {
  return one_of(low, {"country", "countries", "nation", "nations", "state", "states", "republic",
                      "republics", "kingdom", "kingdoms", "emirate", "sultanate", "sheikhdom",
                      "emirates", "members", "member"});
}

size_t number_from(std::string_view low) {
  if (one_of(low, {"two", "both", "2"})) return 2;
  if (one_of(low, {"three", "3"})) return 3;
  if (low == "four") return 4;
  if (low == "five") return 5;
  if (low == "six") return 6;
  return 0;
}

// The number of a known group in front of token `begin`: "the two", "both", "all three", but not
// "two countries", which are new to the reader.
size_t number_before(const Reading& reading, uint32_t begin) {
  const uint32_t first = reading.sentence(begin).token_begin;
  size_t count = 0;
  for (uint32_t back = 1; back <= 4 && begin >= first + back; ++back) {
    const std::string_view low = reading.low[begin - back];
    if (count == 0) count = number_from(low);
    if (low == "both") return 2;
    const bool known = one_of(low, {"the", "all", "these", "those", "its", "their"});
    if (known) return count;
    if (reading.token(begin - back).upos == Upos::verb) return 0;
  }
  return 0;
}

bool kind_fits(std::string_view noun, const Entity& entity) {
  const std::string_view kind = entity.role;
  if (lower(entity.name).find(noun) != std::string::npos) return true;
  if (noun == "alliance" || noun == "pact") return kind == "alliance";
  if (one_of(noun, {"bloc", "grouping", "club", "community", "union", "confederation"})) {
    return kind == "bloc" || kind == "alliance" || (kind == "igo" && entity.code != "UN");
  }
  if (noun == "organisation" || noun == "organization" || noun == "body") {
    return entity.kind == EntityKind::organisation;
  }
  if (noun == "agency" || noun == "watchdog") return kind == "agency";
  if (noun == "group") return entity.kind == EntityKind::group || kind == "bloc";
  if (noun == "movement" || noun == "faction" || noun == "militia")
    return entity.kind == EntityKind::group;
  return false;
}

void name_member_of_region(const Reading& reading, const History& history, Draft& draft) {
  constexpr double kShare = 0.45;
  if (draft.hit == kNone || draft.owner == kNone || draft.mention.actors.size() != 1) return;
  if (draft.plural || draft.has_name() || !draft.definite || draft.alien || draft.named) return;
  const Entity& region = reading.facts.entities[draft.owner];
  if (region.kind != EntityKind::region || region.members.empty()) return;
  const Hit& hit = reading.hits[draft.hit];
  if (!is_country_word(reading.low[hit.head()]) && hit.noun.kind != NounKind::office &&
      !one_of(reading.low[hit.head()], {"leader", "giant", "power"})) {
    return;
  }
  SalienceQuestion question;
  question.token = draft.mention.token_begin;
  question.among = list_of(region.members);
  question.of_subject = true;
  const auto [state, share] = salient_state(reading, history, question);
  if (!state || share < kShare) return;
  draft.mention.actors = {part_of(reading.facts, *state, draft.sector)};
  draft.mention.confidence = 0.5 + 0.25 * share;
}

void name_neighbour_of_possessor(const Reading& reading, const History& history, Draft& draft) {
  constexpr double kShare = 0.6;
  if (!draft.open || draft.possessor == kNone || draft.hit == kNone || draft.plural) return;
  if (!one_of(reading.low[reading.hits[draft.hit].head()], {"neighbour", "neighbor"})) return;
  draft.open = false;
  const Seen* owner = nullptr;
  for (auto seen = history.seen().rbegin(); seen != history.seen().rend() && !owner; ++seen) {
    if (seen->token == draft.possessor && seen->actors.size() == 1) owner = &*seen;
  }
  const Entity* own = owner ? reading.facts.entity_of(owner->actors[0].country) : nullptr;
  if (!own || own->members.empty()) return;
  SalienceQuestion question;
  question.token = draft.mention.token_begin;
  question.not_this = own->code;
  question.among = list_of(own->members);
  const auto [state, share] = salient_state(reading, history, question);
  if (!state || share < kShare) return;
  draft.mention.actors = {actor_of(reading.facts, *state)};
  draft.mention.how = Resolution::description;
  draft.mention.confidence = 0.4 + 0.25 * share;
}

void expand_collective(const Reading& reading, const WorldBook& book, Draft& draft) {
  if (draft.hit == kNone || draft.owner == kNone || draft.mention.actors.size() != 1) return;
  const Entity& owner = reading.facts.entities[draft.owner];
  const std::string_view noun = reading.low[reading.hits[draft.hit].head()];
  if (is_membership(reading, draft, noun, owner)) {
    draft.mention.actors.clear();
    draft.open = false;
    return;
  }
  if (one_of(noun, {"neighbours", "neighbors", "neighbour", "neighbor"}) &&
      owner.kind == EntityKind::state) {
    name_neighbours(reading, owner, draft);
    return;
  }
  if (!draft.plural) {
    if (reading.hits[draft.hit].noun.sector == "IGO") {
      speak_through_bloc(reading, owner, noun, draft);
    }
    return;
  }
  // "the two Latin American nations", of twenty, are two that were spoken of.
  const size_t number = number_before(reading, draft.mention.token_begin);
  if (owner.kind == EntityKind::region && is_country_word(noun) && number > 0 &&
      number < list_of(owner.members).size()) {
    draft.mention.actors.clear();
    draft.owner = kNone;
    draft.open = true;
    return;
  }
  std::vector<Actor> members;
  if (owner.kind == EntityKind::organisation && is_country_word(noun)) {
    constexpr Date kToday{9999, 1, 1};
    members = members_of(book, owner.code, reading.options.published.value_or(kToday));
  } else if (owner.kind == EntityKind::region &&
             (is_country_word(noun) ||
              one_of(noun, {"leaders", "presidents", "governments", "ministers"}))) {
    for (const std::string_view code : list_of(owner.members)) {
      const Entity* state = reading.facts.entity_of(code);
      if (state) members.push_back(part_of(reading.facts, *state, draft.sector));
    }
  }
  if (members.empty() || members.size() > kMembersMax) {
    speak_through_bloc(reading, owner, noun, draft);
    return;
  }
  draft.mention.actors = std::move(members);
  draft.mention.confidence = 0.7;
}

}  // namespace entente
