// The order of the rules: several ("the two countries"), the state itself, organisations and
// outlets named before, the person who holds the office, and last the state that the text is about
// at that point, by how often and how lately it was named. Tested in context_test.cpp.
#include "actors/descriptions.h"

#include <algorithm>

#include "actors/collectives.h"
#include "actors/context.h"
#include "actors/places.h"
#include "actors/titles.h"
#include "base/ascii.h"
#include "base/one_of.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesForState = 3;
constexpr uint32_t kSentencesForOrganisation = 10;
constexpr uint32_t kSentencesForName = 40;

// "its opposition to the deal", "the establishment of a commission": deeds, not actors.
bool is_deed(const Reading& reading, const Draft& draft, std::string_view noun) {
  const uint32_t end = draft.mention.token_end;
  if (!reading.same_sentence(draft.mention.token_begin, end)) return false;
  const std::string_view next = reading.low[end];
  if (noun == "opposition") return next == "to";
  return next == "of" && one_of(noun, {"establishment", "administration", "command", "leadership",
                                       "intelligence", "government", "force", "union"});
}

// "freedom of assembly", "they left court": without "the" no body of anybody's.
bool is_bare_body(const Reading& reading, const Draft& draft, std::string_view noun) {
  if (draft.definite || reading.is_capitalised(draft.mention.head)) return false;
  return one_of(noun, {"assembly", "court", "administration", "command", "council", "commission",
                       "committee", "agency", "department", "establishment"});
}

}  // namespace

Descriptions::Descriptions(const Reading& reading, const People&, const WorldBook& book,
                           const History& history)
    : reading_(reading), book_(book), history_(history) {}

void Descriptions::resolve(Draft& draft) const {
  draft.mention.how = Resolution::description;
  if (draft.hit == kNone) return;
  const Hit& hit = reading_.hits[draft.hit];
  const std::string_view noun = reading_.low[hit.head()];
  if (is_deed(reading_, draft, noun)) return;
  if (draft.possessor != kNone) {
    resolve_by_owner(draft);
    return;
  }
  if (is_predicate(draft)) return;
  if (resolve_several(draft, noun)) return;
  if (is_country_word(noun) && hit.noun.sector.empty()) {
    resolve_country(draft, noun);
    return;
  }
  if (hit.noun.sector == "IGO" || one_of(noun, {"court", "group", "movement", "union", "corps"})) {
    if (resolve_organisation(draft, noun) || hit.noun.sector == "IGO") return;
  }
  if (hit.noun.sector == "JRN") {
    resolve_outlet(draft);
    return;
  }
  if (resolve_subjects_own(draft)) return;
  if (draft.alien) return;
  if (resolve_officer(draft, noun)) return;
  if ((draft.sector == "REB" || draft.sector == "UAF") && resolve_group(draft)) return;
  resolve_part(draft, noun);
}

bool Descriptions::resolve_several(Draft& draft, std::string_view noun) const {
  if (!draft.plural) return false;
  const uint32_t begin = draft.mention.token_begin;
  const size_t count = number_before(reading_, begin);
  const bool states = is_country_word(noun);
  if (count == 0) return false;
  if (!states &&
      !one_of(noun,
              {"sides",       "leaders",    "presidents",  "governments", "ministers", "parties",
               "delegations", "capitals",   "neighbours",  "neighbors",   "allies",    "powers",
               "armies",      "militaries", "negotiators", "diplomats",   "officials", "organs",
               "navies",      "juntas",     "peoples",     "premiers",    "partners",  "rivals",
               "enemies",     "foes",       "parliaments", "signatories"})) {
    return false;
  }
  resolve_group_of(draft, count, !one_of(noun, {"sides", "parties", "rivals", "enemies", "foes"}));
  return true;
}

void Descriptions::resolve_group_of(Draft& draft, size_t count, bool states_only) const {
  const uint32_t begin = draft.mention.token_begin;
  if (count >= 3) {
    if (const Entity* group = history_.last_with_members(begin, count)) {
      draft.mention.actors = members_on_date(*group);
      draft.mention.confidence = 0.7;
      return;
    }
  }
  Group group = history_.just_listed(draft.mention.head, count);
  if (!group.clear) group = history_.salient_group(begin, count, states_only);
  draft.mention.actors = std::move(group.actors);
  draft.mention.confidence = group.clear ? 0.75 : 0.6;
}

std::vector<Actor> Descriptions::members_on_date(const Entity& group) const {
  if (group.kind == EntityKind::organisation) {
    constexpr Date kToday{9999, 1, 1};
    return members_of(book_, group.code, reading_.options.published.value_or(kToday));
  }
  std::vector<Actor> members;
  for (const std::string_view code : list_of(group.members)) {
    const Entity* state = reading_.facts.entity_of(code);
    if (state) members.push_back(actor_of(reading_.facts, *state));
  }
  return members;
}

bool Descriptions::resolve_country(Draft& draft, std::string_view noun) const {
  if (draft.plural || !draft.definite || draft.alien) return false;
  if (one_of(noun, {"member", "state"})) return false;
  SalienceQuestion question = question_for(draft);
  question.noun = noun;
  question.of_subject = true;
  const auto [state, share] = salient_state(reading_, history_, question);
  if (!state || share < 0.4) return false;
  draft.mention.actors = {actor_of(reading_.facts, *state)};
  draft.mention.confidence = 0.5 + 0.25 * share;
  draft.mention.place = stands_for_place(draft, *state);
  return true;
}

// "in the country"
bool Descriptions::stands_for_place(const Draft& draft, const Entity& state) const {
  Found name;
  name.begin = draft.mention.token_begin;
  name.end = draft.mention.token_end;
  name.entity = reading_.facts.by_code.at(state.code);
  name.proper = true;
  return is_place(reading_, name);
}

bool Descriptions::resolve_organisation(Draft& draft, std::string_view noun) const {
  if (!draft.definite || draft.plural || draft.inner_organ) return false;
  // "the health insurance body": of another field than what was named.
  const uint32_t begin = draft.mention.token_begin;
  if (begin > 0 && reading_.token(begin - 1).upos == Upos::noun) return false;
  // "the council of the coastal states" is named by its members.
  const uint32_t end = draft.mention.token_end;
  if (reading_.same_sentence(begin, end) && reading_.low[end] == "of") return false;
  const uint32_t here = draft.mention.sentence;
  // "the Organization", with a capital, is a name for short.
  const bool named = begin > reading_.sentence(begin).token_begin + 1 &&
                     reading_.is_capitalised(draft.mention.head);
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (here - seen->sentence > (named ? kSentencesForName : kSentencesForOrganisation)) {
      return false;
    }
    if (!seen->entity || seen->outlet) continue;
    const Entity* whole = reading_.facts.entity_of(seen->entity->whole);
    const bool organ = whole && seen->entity->kind == EntityKind::organisation;
    const Entity& entity = organ && !kind_fits(noun, *seen->entity) ? *whole : *seen->entity;
    if (entity.kind == EntityKind::state || !kind_fits(noun, entity)) continue;
    draft.mention.actors = {actor_of(reading_.facts, entity)};
    draft.mention.confidence = 0.7;
    return true;
  }
  return false;
}

bool Descriptions::resolve_outlet(Draft& draft) const {
  if (!draft.definite || draft.plural) return false;
  // "the ILNA news agency" is named, though the book does not know it.
  const uint32_t begin = draft.mention.token_begin;
  if (begin > 0 && reading_.token(begin - 1).upos == Upos::propn) return false;
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
    if (!is_same_office(seen->office, noun, here - seen->sentence) || has_field(draft)) continue;
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
    if (seen->entity->sector != draft.sector) continue;
    draft.mention.actors = {actor_of(reading_.facts, *seen->entity)};
    draft.mention.confidence = 0.65;
    return true;
  }
  return false;
}

// "accused their country"
bool Descriptions::resolve_own_country(Draft& draft, const Seen& owner) const {
  const Entity* state = reading_.facts.entity_of(owner.actors[0].country);
  if (!state || draft.plural) return false;
  draft.mention.actors = {actor_of(reading_.facts, *state)};
  draft.mention.confidence = owner.confidence * 0.9;
  draft.mention.place = stands_for_place(draft, *state);
  return true;
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
  if (noun == "counterpart" || noun == "counterparts") {
    if (const Seen* named = history_.in_apposition(draft.possessor)) {
      draft.mention.actors = named->actors;
      draft.mention.confidence = named->confidence * 0.9;
      return true;
    }
    SalienceQuestion question;
    question.token = draft.mention.token_begin;
    const Entity* own = reading_.facts.entity_of(owner->actors[0].country);
    if (!own) return false;
    question.not_this = own->code;
    const auto [other, share] = salient_state(reading_, history_, question);
    if (!other || share < 0.5) return false;
    draft.mention.actors = {part_of(reading_.facts, *other, draft.sector)};
    draft.mention.confidence = 0.5 + 0.2 * share;
    return true;
  }
  if (one_of(noun, {"side", "figure", "source", "sources", "member", "members", "mission", "team",
                    "executive", "neighbours", "neighbors", "state"})) {
    return false;
  }
  if (is_country_word(noun)) return resolve_own_country(draft, *owner);
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

// "to send troops".
bool Descriptions::is_sent(uint32_t head) const {
  const Token& token = reading_.token(head);
  return token.relation == Relation::obj && token.head != kNoToken &&
         is_said_of_own(reading_.token(static_cast<uint32_t>(token.head)).lemma);
}

// "Russia keeps seven thousand soldiers in Tajikistan".
bool Descriptions::resolve_subjects_own(Draft& draft) const {
  const Hit& hit = reading_.hits[draft.hit];
  if (hit.noun.kind != NounKind::force || draft.definite || !draft.plural) return false;
  const Token& head = reading_.token(draft.mention.head);
  if (head.relation != Relation::obj || head.head == kNoToken) return false;
  const auto verb = static_cast<uint32_t>(head.head);
  if (!is_said_of_own(reading_.token(verb).lemma)) return false;
  const Seen* subject = history_.subject_of(verb);
  if (!subject || subject->actors.size() != 1) return false;
  const Entity* state = reading_.facts.entity_of(subject->actors[0].country);
  if (!state) return false;
  draft.mention.actors = {part_of(reading_.facts, *state, draft.sector)};
  draft.mention.confidence = 0.8;
  return true;
}

// "the director general of immigration" is not the director general named before.
bool Descriptions::has_field(const Draft& draft) const {
  const uint32_t end = draft.mention.token_end;
  return reading_.same_sentence(draft.mention.token_begin, end) &&
         one_of(reading_.low[end], {"of", "for"});
}

void Descriptions::resolve_part(Draft& draft, std::string_view noun) const {
  const Hit& hit = reading_.hits[draft.hit];
  const bool acts = node_of("X", draft.sector) == "X" && !draft.sector.empty();
  bool fits = false;
  switch (hit.noun.kind) {
    case NounKind::office: fits = acts && draft.definite && !draft.plural && !draft.of_other; break;
    case NounKind::role:
      fits = (acts && is_public_role(noun) &&
              (draft.definite || !one_of(noun, {"leadership", "authority"}))) ||
             (draft.sector == "OPP" && draft.inner_organ);
      break;
    case NounKind::organ:
      fits = (acts || draft.sector == "OPP") && !one_of(noun, {"state", "intelligence"}) &&
             !(noun == "regime" && draft.described) && !is_bare_body(reading_, draft, noun) &&
             !draft.indefinite && !stands_after_in(draft) &&
             (!draft.plural || noun == "authorities") && (draft.definite || !draft.described);
      break;
    case NounKind::force:
      fits = acts && (draft.plural || draft.definite) && !draft.indefinite &&
             (noun != "force" || hit.end > hit.begin + 1);
      break;
    case NounKind::people:
      fits = is_public_people(noun) || draft.sector == "OPP" || draft.ethnic;
      break;
    default: break;
  }
  if (!fits || draft.former) return;
  SalienceQuestion question = question_for(draft);
  question.noun = noun;
  // "the kingdom's ambassador".
  for (uint32_t t = draft.mention.token_begin; t < hit.head(); ++t) {
    if (!states_styled(reading_.facts, reading_.low[t]).empty()) question.noun = reading_.low[t];
  }
  Salience salience = salient_state(reading_, history_, question);
  if (draft.sector == "REB" || draft.sector == "OPP") settle_by_partner(draft, salience);
  const auto [state, share] = salience;
  // Bare "soldiers" are new to the reader and may be anybody's.
  const bool bare =
      hit.noun.kind == NounKind::force && !draft.definite && !is_sent(draft.mention.head);
  if (!state || share < (bare ? 0.65 : 0.5)) return;
  draft.mention.actors = {part_of(reading_.facts, *state, draft.sector)};
  draft.mention.confidence = 0.4 + 0.3 * share;
}

// "recognised him as the only legitimate president", "is the new president", "diplomats in three
// capitals".
bool Descriptions::is_predicate(const Draft& draft) const {
  uint32_t begin = draft.mention.token_begin;
  const uint32_t first = reading_.sentence(begin).token_begin;
  const uint32_t end = draft.mention.token_end;
  const NounKind kind = reading_.hits[draft.hit].noun.kind;
  const bool elsewhere = draft.plural && (kind == NounKind::role || kind == NounKind::office) &&
                         !draft.inner_organ && !draft.definite &&
                         reading_.same_sentence(begin, end) &&
                         one_of(reading_.low[end], {"in", "from", "across"});
  if (elsewhere) return true;
  while (begin > first && (reading_.token(begin - 1).upos == Upos::det ||
                           reading_.token(begin - 1).upos == Upos::adj)) {
    --begin;
  }
  if (begin == first || !draft.person) return false;
  const std::string_view before = reading_.low[begin - 1];
  return before == "as" || one_of(reading_.token(begin - 1).lemma, {"be", "become", "remain"});
}

// "those in opposition", "still in force".
bool Descriptions::stands_after_in(const Draft& draft) const {
  const uint32_t begin = draft.mention.token_begin;
  return begin > reading_.sentence(begin).token_begin && !draft.definite &&
         one_of(reading_.low[begin - 1], {"in", "into", "by"});
}

// "Deputy Foreign Minister Sergei Ryabkov": of the state that the text is about there.
bool Descriptions::resolve_official(Draft& draft) const {
  if (draft.possessor != kNone) {
    const std::string name = draft.mention.actors[0].name;
    if (!resolve_by_owner(draft)) return false;
    draft.mention.actors[0].name = name;
    return true;
  }
  if (draft.hit == kNone || !draft.has_name() || draft.of_other) return false;
  const bool acts = !draft.sector.empty() && node_of("X", draft.sector) == "X";
  const NounKind kind = reading_.hits[draft.hit].noun.kind;
  // Deputies of whom no state is said are those of the state under discussion; judges try
  // foreigners as well.
  const bool deputy = kind == NounKind::role && draft.sector == "LEG";
  const bool official =
      one_of(reading_.low[reading_.hits[draft.hit].head()],
             {"official", "spokesman", "spokeswoman", "spokesperson", "diplomat", "envoy"});
  if (!acts || (kind != NounKind::office && !draft.inner_organ && !deputy && !official)) {
    return false;
  }
  SalienceQuestion question = question_for(draft);
  question.noun = reading_.low[reading_.hits[draft.hit].head()];
  question.looks_ahead = true;
  const auto [state, share] = salient_state(reading_, history_, question);
  // Generals retire and admirals visit: their rank says less than an office.
  const bool rank = draft.sector != "GOV";
  if (!state || share < (rank ? 0.75 : 0.6)) return false;
  Actor actor = part_of(reading_.facts, *state, draft.former ? "ELI" : draft.sector);
  actor.name = draft.mention.actors[0].name;
  draft.mention.actors = {actor};
  draft.mention.confidence = 0.4 + 0.3 * share;
  return true;
}

SalienceQuestion Descriptions::question_for(const Draft& draft) const {
  SalienceQuestion question;
  question.token = draft.mention.token_begin;
  question.home = reading_.home;
  const Token& head = reading_.token(draft.mention.head);
  const bool object = head.relation == Relation::obj || head.relation == Relation::obl;
  if (!object || head.head == kNoToken) return question;
  const auto verb = static_cast<uint32_t>(head.head);
  if (one_of(reading_.token(verb).lemma, {"tell", "ask", "urge", "address", "order", "instruct",
                                          "dissolve", "summon", "command", "call"})) {
    const Seen* speaker = history_.subject_of(verb);
    const Entity* own = speaker && speaker->actors.size() == 1
                            ? reading_.facts.entity_of(speaker->actors[0].country)
                            : nullptr;
    if (own) question.own = own->code;
  }
  // "Turkey accused the country": another; but "the president left the country".
  const bool country = one_of(reading_.low[draft.mention.head], {"country", "nation"});
  if (!country && !one_of(reading_.token(verb).lemma,
                          {"meet", "visit", "host", "receive", "greet", "welcome", "telephone",
                           "phone", "invite", "recognise", "recognize", "negotiate", "confer"})) {
    return question;
  }
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (seen->sentence < draft.mention.sentence) break;
    const Token& subject = reading_.token(seen->head);
    if (!is_subject(subject.relation) || subject.head != head.head) continue;
    const bool acts = seen->actors.size() == 1 && !(country && seen->person) &&
                      seen->actors[0].node == seen->actors[0].country;
    const Entity* state = acts ? reading_.facts.entity_of(seen->actors[0].country) : nullptr;
    if (state) question.not_this = state->code;
    break;
  }
  return question;
}

// "the Philippine government and the communist rebels": of the state beside them.
void Descriptions::settle_by_partner(const Draft& draft, Salience& salience) const {
  constexpr uint32_t kTokensBetween = 5;
  for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
    if (seen->sentence < draft.mention.sentence) return;
    if (seen->actors.size() != 1 || seen->modifier || seen->actors[0].country.empty()) continue;
    const bool joined = reading_.token(draft.mention.head).relation == Relation::conj &&
                        reading_.token(draft.mention.head).head == static_cast<int32_t>(seen->head);
    bool beside = seen->head < draft.mention.token_begin &&
                  draft.mention.token_begin - seen->head <= kTokensBetween;
    bool with_and = false;
    for (uint32_t t = seen->head + 1; beside && t < draft.mention.token_begin; ++t) {
      with_and = with_and || one_of(reading_.low[t], {"and", "with", "against"});
      if (reading_.token(t).upos == Upos::verb) beside = false;
    }
    if (!joined && !(beside && with_and)) continue;
    salience = {reading_.facts.entity_of(seen->actors[0].country), 0.8};
    return;
  }
}

std::optional<Draft> Descriptions::resolve_number(uint32_t i) const {
  const std::string_view low = reading_.low[i];
  size_t count = number_from(low);
  if (count == 0 || count > 3 || low == "2" || low == "3") return std::nullopt;
  const Token& token = reading_.token(i);
  if (!is_argument(token.relation)) return std::nullopt;
  const uint32_t first = reading_.sentence(i).token_begin;
  const bool known =
      low == "both" || (i > first && one_of(reading_.low[i - 1], {"the", "these", "those", "all"}));
  if (!known) return std::nullopt;
  if (reading_.same_sentence(i, i + 1)) {
    const bool of_them = reading_.same_sentence(i, i + 2) && reading_.low[i + 2] == "them";
    const Upos next = reading_.token(i + 1).upos;
    if (next == Upos::noun || next == Upos::propn || next == Upos::adj || next == Upos::num ||
        (next == Upos::adp && reading_.low[i + 1] == "of" && !of_them)) {
      return std::nullopt;
    }
  }
  Draft draft = draft_of(reading_, i, i + 1, i);
  draft.plural = true;
  Mention& mention = draft.mention;
  mention.how = Resolution::description;
  mention.modifier = token.relation == Relation::nmod_poss;
  Group group = history_.just_listed(i, count);
  if (!group.clear) group = history_.salient_group(i, count, false);
  if (group.actors.empty() || !group.clear) return std::nullopt;
  mention.actors = std::move(group.actors);
  mention.confidence = 0.6;
  return draft;
}

}  // namespace entente
