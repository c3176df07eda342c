// Pronouns that stand for an actor named just before.
#pragma once

#include <optional>

#include "actors/history.h"

namespace entente {

// The mention that token `i` is, if it is a personal or possessive pronoun with a likely
// antecedent. Confidence 0.5 to 0.75.
std::optional<Draft> resolve_pronoun(const Reading& reading, const History& history, uint32_t i);

// "In *her* first statement the minister said": a pronoun in a phrase before the subject.
struct Cataphor {
  uint32_t subject = 0;         // the token that it waits for
  Draft draft;                  // without actors
  std::optional<Draft> before;  // who else it is, if the subject names nobody; none if a human does

  // Whether the subject, now that it is named, is who is meant.
  bool is_meant(const Draft& named) const;
};

// None if token `i` is no such pronoun, or if somebody is named before it in its sentence.
std::optional<Cataphor> find_cataphor(const Reading& reading, const History& history, uint32_t i);

}  // namespace entente
