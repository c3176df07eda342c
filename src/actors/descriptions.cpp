// The order of the rules: several ("the two countries"), the state itself, organisations and
// outlets named before, the person who holds the office, and last the state that the text is about
// at that point, by how often and how lately it was named. Tested in context_test.cpp.
#include "actors/descriptions.h"

#include <algorithm>
#include <array>
#include <map>

#include "actors/context.h"
#include "actors/places.h"
#include "base/ascii.h"

namespace entente {

namespace {

constexpr size_t kMembersMax = 8;
constexpr uint32_t kSentencesForState = 3;
constexpr uint32_t kSentencesForOrganisation = 6;

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_country_word(std::string_view low) {
  return one_of(low, {"country", "countries", "nation", "nations", "state", "states", "republic",
                      "republics", "kingdom", "kingdoms", "members", "member"});
}

// Common nouns that without a state's name still mean a part of the state under discussion.
bool is_public_role(std::string_view low) {
  return one_of(low,
                {"official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokesmen",
                 "diplomat", "diplomats", "envoy", "negotiator", "negotiators", "authority",
                 "authorities", "leadership", "commander", "commanders", "general", "generals"});
}

bool is_public_people(std::string_view low) {
  return one_of(low, {"protesters", "demonstrators", "protestors", "rebels", "insurgents",
                      "militants", "separatists", "guerrillas", "lawmakers", "legislators",
                      "senators", "mps", "deputies", "judges", "prosecutors", "opposition"});
}

bool kind_fits(std::string_view noun, const Entity& entity) {
  const std::string_view kind = entity.role;
  if (lower(entity.name).find(noun) != std::string::npos) return true;
  if (noun == "alliance" || noun == "pact") return kind == "alliance";
  if (noun == "bloc" || noun == "grouping") return kind == "bloc" || kind == "alliance";
  if (noun == "organisation" || noun == "organization" || noun == "body") {
    return entity.kind == EntityKind::organisation;
  }
  if (noun == "agency" || noun == "watchdog") return kind == "agency";
  if (noun == "group") return entity.kind == EntityKind::group || kind == "bloc";
  if (noun == "movement" || noun == "faction") return entity.kind == EntityKind::group;
  return false;
}

// "Armenia, a member of the CSTO", "both are members": says of others that they belong to it.
bool is_membership(const Reading& reading, const Draft& draft, std::string_view noun,
                   const Entity& owner) {
  if (owner.kind != EntityKind::organisation || !one_of(noun, {"member", "members"})) return false;
  switch (reading.token(draft.mention.head).relation) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::iobj:
    case Relation::obl:
    case Relation::obl_agent:
    case Relation::nmod:
    case Relation::nmod_poss:
    case Relation::compound:
    case Relation::conj: return !draft.plural && !draft.has_name();
    default: return !draft.has_name();
  }
}

}  // namespace

Descriptions::Descriptions(const Reading& reading, const People&, const WorldBook& book,
                           const History& history)
    : reading_(reading), book_(book), history_(history), home_(home_state(reading)) {}

void Descriptions::resolve(Draft& draft) const {
  draft.mention.how = Resolution::description;
  if (draft.hit == kNone) return;
  const Hit& hit = reading_.hits[draft.hit];
  const std::string_view noun = reading_.low[hit.head()];
  if (draft.possessor != kNone) {
    resolve_by_owner(draft);
    return;
  }
  if (resolve_several(draft, noun)) return;
  if (is_country_word(noun) && hit.noun.sector.empty()) {
    resolve_country(draft, noun);
    return;
  }
  if (hit.noun.sector == "IGO" || one_of(noun, {"court", "group", "movement"})) {
    if (resolve_organisation(draft, noun) || hit.noun.sector == "IGO") return;
  }
  if (hit.noun.sector == "JRN") {
    resolve_outlet(draft);
    return;
  }
  if (resolve_officer(draft, noun)) return;
  if ((draft.sector == "REB" || draft.sector == "UAF") && resolve_group(draft)) return;
  resolve_part(draft, noun);
}

bool Descriptions::resolve_several(Draft& draft, std::string_view noun) const {
  if (!draft.plural) return false;
  const uint32_t begin = draft.mention.token_begin;
  const uint32_t first = reading_.sentence(begin).token_begin;
  size_t count = 0;
  for (uint32_t back = 1; back <= 3 && begin >= first + back; ++back) {
    const std::string_view low = reading_.low[begin - back];
    if (low == "two" || low == "both") count = 2;
    if (low == "three") count = 3;
  }
  if (count == 0) return false;
  if (!is_country_word(noun) &&
      !one_of(noun, {"sides", "leaders", "presidents", "governments", "ministers", "parties",
                     "delegations", "capitals", "neighbours", "neighbors", "allies", "powers",
                     "armies", "militaries", "negotiators", "diplomats", "officials", "organs"})) {
    return false;
  }
  draft.mention.actors = history_.last_nodes(begin, count);
  draft.mention.confidence = history_.last_nodes(begin, count + 1).empty() ? 0.75 : 0.6;
  return true;
}

bool Descriptions::resolve_country(Draft& draft, std::string_view noun) const {
  if (draft.plural || !draft.definite || one_of(noun, {"member", "state", "republic"}))
    return false;
  double share = 0;
  const Entity* state = salient_state(draft.mention.token_begin, share);
  if (!state || share < 0.4) return false;
  draft.mention.actors = {actor_of(reading_.facts, *state)};
  draft.mention.confidence = 0.5 + 0.25 * share;
  Found name;
  name.begin = draft.mention.token_begin;
  name.end = draft.mention.token_end;
  name.entity = reading_.facts.by_code.at(state->code);
  name.proper = true;
  draft.mention.place = is_place(reading_, name);
  return true;
}

bool Descriptions::resolve_organisation(Draft& draft, std::string_view noun) const {
  if (!draft.definite || draft.plural || draft.inner_organ) return false;
  const uint32_t here = draft.mention.sentence;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (here - seen->sentence > kSentencesForOrganisation) return false;
    if (!seen->entity || !kind_fits(noun, *seen->entity)) continue;
    if (seen->entity->kind == EntityKind::state || seen->outlet) continue;
    draft.mention.actors = {actor_of(reading_.facts, *seen->entity)};
    draft.mention.confidence = 0.7;
    return true;
  }
  return false;
}

bool Descriptions::resolve_outlet(Draft& draft) const {
  if (!draft.definite || draft.plural) return false;
  const uint32_t here = draft.mention.sentence;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (here - seen->sentence > kSentencesForOrganisation) return false;
    if (!seen->outlet) continue;
    draft.mention.actors = seen->actors;
    draft.mention.outlet = true;
    draft.mention.confidence = 0.7;
    return true;
  }
  return false;
}

bool Descriptions::resolve_officer(Draft& draft, std::string_view noun) const {
  if (!draft.person || draft.plural || !draft.definite || draft.former) return false;
  const uint32_t here = draft.mention.sentence;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (here - seen->sentence > 2 * kSentencesForOrganisation) return false;
    if (!seen->person || seen->plural || seen->actors.size() != 1) continue;
    if (seen->office != noun) continue;
    draft.mention.actors = seen->actors;
    draft.mention.confidence = 0.7;
    draft.gender = seen->gender;
    return true;
  }
  return false;
}

bool Descriptions::resolve_group(Draft& draft) const {
  if (!draft.definite) return false;
  const uint32_t here = draft.mention.sentence;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (here - seen->sentence > kSentencesForState) return false;
    if (!seen->entity || seen->entity->kind != EntityKind::group) continue;
    draft.mention.actors = {actor_of(reading_.facts, *seen->entity)};
    draft.mention.confidence = 0.65;
    return true;
  }
  return false;
}

// "his foreign minister": of the state that he stands for.
bool Descriptions::resolve_by_owner(Draft& draft) const {
  const Seen* owner = nullptr;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (seen->sentence < draft.mention.sentence) break;
    if (seen->token == draft.possessor && seen->actors.size() == 1) owner = &*seen;
  }
  if (!owner) return false;
  const std::string_view noun = reading_.low[reading_.hits[draft.hit].head()];
  if (one_of(noun, {"side", "figure", "source", "sources", "member", "members", "mission", "team",
                    "executive", "country", "neighbours", "neighbors", "state"})) {
    return false;
  }
  const bool acts = node_of("X", draft.sector) == "X";
  if (!acts && !one_of(noun, {"people", "citizens", "companies", "opposition", "refugees"})) {
    return false;
  }
  const Actor& actor = owner->actors[0];
  const Entity* whole = reading_.facts.entity_of(
      actor.country.empty() ? std::string_view(actor.code) : std::string_view(actor.country));
  if (!whole || !actor.known()) return false;
  draft.mention.actors = {part_of(reading_.facts, *whole, draft.former ? "ELI" : draft.sector)};
  draft.mention.confidence = owner->confidence * 0.9;
  return true;
}

void Descriptions::resolve_part(Draft& draft, std::string_view noun) const {
  const Hit& hit = reading_.hits[draft.hit];
  const bool acts = node_of("X", draft.sector) == "X" && !draft.sector.empty();
  bool fits = false;
  switch (hit.noun.kind) {
    case NounKind::office: fits = acts && draft.definite && !draft.plural; break;
    case NounKind::role:
      fits = acts && is_public_role(noun) && (draft.definite || noun != "leadership");
      break;
    case NounKind::organ:
      fits = (acts || draft.sector == "OPP") && noun != "state" &&
             (!draft.plural || noun == "authorities") && (draft.definite || !draft.described);
      break;
    case NounKind::force: fits = acts; break;
    case NounKind::people: fits = is_public_people(noun); break;
    default: break;
  }
  if (!fits || draft.former) return;
  double share = 0;
  const Entity* state = salient_state(draft.mention.token_begin, share);
  if (!state || share < 0.5) return;
  draft.mention.actors = {part_of(reading_.facts, *state, draft.sector)};
  draft.mention.confidence = 0.4 + 0.3 * share;
}

const Entity* Descriptions::salient_state(uint32_t i, double& share) const {
  const uint32_t here = reading_.sentence_of[i];
  std::map<std::string_view, double> scores;
  double total = 0;
  const auto vote = [&](std::string_view country, double weight) {
    scores[country] += weight;
    total += weight;
  };
  constexpr std::array<double, kSentencesForState + 1> recency = {1.0, 0.8, 0.5, 0.3};
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    const uint32_t back = here - seen->sentence;
    if (back > kSentencesForState) break;
    if (seen->outlet || seen->actors.size() != 1 || seen->actors[0].country.empty()) continue;
    double weight = recency[back];
    if (seen->subject) weight *= 1.3;
    if (seen->place) weight *= 1.3;
    vote(seen->actors[0].country, weight);
  }
  if (home_) vote(home_->code, 0.8);
  const auto best =
      std::max_element(scores.begin(), scores.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == scores.end()) return nullptr;
  share = best->second / total;
  return reading_.facts.entity_of(best->first);
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
  if (!draft.plural) return;
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
  if (members.empty() || members.size() > kMembersMax) return;
  draft.mention.actors = std::move(members);
  draft.mention.confidence = 0.7;
}

}  // namespace entente
