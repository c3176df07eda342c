// Parsers hang the phrase on the subject, on "together", or on the verb. Tested in
// companions_test.cpp.
#include "events/companions.h"

#include <algorithm>

namespace entente {

namespace {

bool is_joining(const Syntax& syntax, uint32_t token) {
  const std::string_view lemma = syntax.lemma(token);
  return lemma == "together" || lemma == "along" || lemma == "jointly";
}

// The first word of the phrase: its preposition, articles and so on.
uint32_t beginning_of(const Syntax& syntax, uint32_t token) {
  uint32_t first = token;
  for (const uint32_t i : syntax.children(token))
    if (syntax.token(i).upos != Upos::punct) first = std::min(first, i);
  return first;
}

bool follows_as_well_as(const Syntax& syntax, uint32_t token) {
  return token > 2 && syntax.lemma(token - 3) == "as" && syntax.lemma(token - 2) == "well" &&
         syntax.lemma(token - 1) == "as";
}

bool is_companion(const Syntax& syntax, uint32_t token) {
  const std::string_view preposition = syntax.preposition(token);
  if (preposition == "alongside" || preposition == "along") return true;
  const uint32_t first = beginning_of(syntax, token);
  if (follows_as_well_as(syntax, first)) return true;
  return preposition == "with" && first > 0 && is_joining(syntax, first - 1);
}

// "Greece as well as Cyprus condemned": parsers take both for subjects.
bool precedes_as_well_as(const Syntax& syntax, uint32_t token) {
  return token + 4 < syntax.document().tokens.size() && follows_as_well_as(syntax, token + 4);
}

// "Egypt, like Sudan, ...": a comparison, not "states like Sudan".
bool is_likened(const Syntax& syntax, uint32_t token) {
  if (syntax.preposition(token) != "like") return false;
  const uint32_t first = beginning_of(syntax, token);
  const bool opens = first == syntax.document().sentences[syntax.sentence_of(token)].token_begin;
  return opens || syntax.lemma(first - 1) == ",";
}

// "Russia was joined by China in vetoing the text"
std::optional<uint32_t> joining_in(const Syntax& syntax, uint32_t head) {
  const Token& here = syntax.token(head);
  if (here.relation != Relation::advcl || syntax.preposition(head) != "in") return std::nullopt;
  const auto verb = static_cast<uint32_t>(here.head);
  if (syntax.lemma(verb) != "join" || !syntax.is_passive(verb)) return std::nullopt;
  return syntax.child(verb, Relation::obl_agent);
}

}  // namespace

std::vector<uint32_t> companions_of(const Syntax& syntax, uint32_t head) {
  std::vector<uint32_t> found;
  const auto subject = syntax.surface_subject(head);
  if (!subject || syntax.is_passive(head)) return found;
  const auto look_below = [&](uint32_t governor) {
    for (const uint32_t i : syntax.children(governor)) {
      const Relation relation = syntax.token(i).relation;
      const bool other = relation == Relation::nsubj && i != *subject;
      if (other && precedes_as_well_as(syntax, i)) found.push_back(i);
      if (relation != Relation::nmod && relation != Relation::obl) continue;
      if (is_companion(syntax, i) || is_likened(syntax, i)) found.push_back(i);
    }
  };
  look_below(*subject);
  look_below(head);
  if (const auto other = joining_in(syntax, head)) found.push_back(*other);
  for (const uint32_t above : {*subject, head})
    for (const uint32_t i : syntax.children(above))
      if (is_joining(syntax, i)) look_below(i);
  std::ranges::sort(found);
  return found;
}

}  // namespace entente
