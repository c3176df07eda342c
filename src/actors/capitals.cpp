// "the Afghan capital" and "Kenya's capital": a state by the common noun of its seat, as the
// government or as the place. Tested in phrases_test.cpp.
#include "actors/naming.h"
#include "actors/places.h"

namespace entente {

namespace {

// "the Afghan capital": the government or the town, as with its name.
void build_capital(const Reading& reading, const Hit& hit, std::vector<Draft>& out) {
  const uint32_t begin = hit.begin;
  if (reading.low[hit.head()] != "capital" || hit.end - begin != 1) return;
  if (begin == reading.sentence(begin).token_begin) return;
  uint32_t owner = begin - 1;
  if (reading.is_possessive(owner) && owner > 0) --owner;
  const Found* name = reading.name_at(owner);
  if (!name || name->modifier || reading.entity(*name).kind != EntityKind::state) return;
  // "the Tajik capital Dushanbe": the name says it.
  if (reading.same_sentence(begin, hit.end) && reading.name_at(hit.end)) return;
  Draft draft = draft_of(reading, name->begin, hit.end, hit.head());
  Mention& mention = draft.mention;
  mention.how = Resolution::description;
  const Token& head = reading.token(mention.head);
  const bool possessive = reading.same_sentence(begin, hit.end) && reading.is_possessive(hit.end);
  mention.modifier =
      possessive || (is_modifying(head.relation) && head.head >= static_cast<int32_t>(hit.end));
  mention.actors = {actor_of(reading.facts, reading.entity(*name))};
  mention.confidence = 0.9;
  Found whole = *name;
  whole.end = hit.end;
  whole.capital = true;
  whole.proper = false;
  mention.place = is_place(reading, whole);
  draft.owner = name->entity;
  out.push_back(std::move(draft));
}

}  // namespace

void add_capitals(const Reading& reading, std::vector<Draft>& drafts) {
  for (const Hit& hit : reading.hits) build_capital(reading, hit, drafts);
}

}  // namespace entente
