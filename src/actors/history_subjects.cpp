// The part of History that follows subjects: who does a verb, and whom the last clause was about.
// Tested in context_test.cpp.
#include <algorithm>

#include "actors/history.h"
#include "base/one_of.h"

namespace entente {

const Seen* History::last_subject(uint32_t i, const SubjectQuestion& asked) const {
  const uint32_t here = reading_.sentence_of[i];
  const int32_t clause = reading_.token(i).head;
  for (uint32_t t = i; t-- > 0;) {
    if (reading_.sentence_of[t] + 1 < here) return nullptr;
    const Token& token = reading_.token(t);
    if (!is_subject(token.relation)) continue;
    if (!asked.same_clause && token.head == clause && reading_.sentence_of[t] == here) continue;
    const Seen* seen = headed_by(t);
    if (!seen) seen = antecedent_of(t);
    if (seen) {
      if (!asked.several && seen->plural) continue;
      // "Greek officials say that Turkey attacked their ships": one state is hardly "they".
      const bool one_state = seen->actors.size() == 1 && !seen->plural && !seen->modifier &&
                             (!seen->entity || seen->entity->kind != EntityKind::group) &&
                             coordinated(*seen).size() == 1;
      if (asked.several && one_state && seen->sentence == here) continue;
      return seen;
    }
    if (reading_.is_nominal(t) || token.upos == Upos::adj) {
      if (const Seen* topic = topic_of(t)) return topic;
      // "uprisings ... its"; "the affair ... It regards"
      if (is_plural(t) != asked.several || asked.acts) continue;
      return possessor_of(t);
    }
    if (token.upos != Upos::pron || one_of(reading_.low[t], {"which", "who", "that"})) continue;
    const bool it = one_of(reading_.low[t], {"it", "this"});
    const bool they = one_of(reading_.low[t], {"they", "these", "those"});
    if (asked.several ? they : it) return nullptr;  // one that nobody could resolve
  }
  return nullptr;
}

bool History::is_plural(uint32_t noun) const {
  return reading_.token(noun).features.number == Number::plural;
}

// "Israel's main aim is to keep its lands": whose the subject is.
const Seen* History::possessor_of(uint32_t subject) const {
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[subject]) break;
    const Token& head = reading_.token(seen->head);
    const bool owns =
        head.relation == Relation::nmod_poss && reading_.is_possessive(seen->head + 1);
    if (owns && head.head == static_cast<int32_t>(subject)) return &*seen;
  }
  return nullptr;
}

// "Washington, which has resumed its aid"
const Seen* History::antecedent_of(uint32_t pronoun) const {
  if (!one_of(reading_.low[pronoun], {"which", "who", "that"})) return nullptr;
  if (reading_.token(pronoun).head == kNoToken) return nullptr;
  const auto verb = static_cast<uint32_t>(reading_.token(pronoun).head);
  const Token& clause = reading_.token(verb);
  if (clause.relation != Relation::acl_relcl || clause.head == kNoToken) return nullptr;
  return headed_by(static_cast<uint32_t>(clause.head));
}

// "Togo, a member of ECOWAS, has kept ...": parsers take the apposition for the subject.
const Seen* History::topic_of(uint32_t subject) const {
  const uint32_t first = reading_.sentence(subject).token_begin;
  for (const Seen& seen : seen_) {
    if (seen.token != first || seen.modifier || seen.head >= subject) continue;
    const uint32_t next = seen.head + 1;
    return next < subject && reading_.low[next] == "," && subject - next <= 3 ? &seen : nullptr;
  }
  return nullptr;
}

const Seen* History::subject_of(uint32_t verb) const {
  const uint32_t here = reading_.sentence_of[verb];
  for (int step = 0; step < 3; ++step) {
    for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence == here; ++seen) {
      const Token& head = reading_.token(seen->head);
      if (is_subject(head.relation) && head.head == static_cast<int32_t>(verb)) return &*seen;
    }
    const Token& token = reading_.token(verb);
    const bool goes_on = token.relation == Relation::conj || token.relation == Relation::xcomp;
    if (!goes_on || token.head == kNoToken) return nullptr;
    // "asked them to withdraw": they would.
    const auto upper = static_cast<uint32_t>(token.head);
    for (uint32_t t = upper + 1; token.relation == Relation::xcomp && t < verb; ++t) {
      const Token& object = reading_.token(t);
      const bool is_object = object.relation == Relation::obj || object.relation == Relation::iobj;
      if (is_object && object.head == token.head) return headed_by(t);
    }
    verb = upper;
  }
  return nullptr;
}

// The subject; else who stands before the verb and hangs on it, for parsers take subjects behind
// long adverbials for adverbials.
const Seen* History::doer_of(uint32_t verb) const {
  if (const Seen* subject = subject_of(verb)) return subject;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[verb]) return nullptr;
    const bool hangs = reading_.token(seen->head).head == static_cast<int32_t>(verb);
    if (seen->person && !seen->modifier && hangs && seen->head < verb) return &*seen;
  }
  return nullptr;
}

}  // namespace entente
