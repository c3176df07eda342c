// Pronouns that stand for an actor named just before.
#pragma once

#include <optional>

#include "actors/history.h"

namespace entente {

// The mention that token `i` is, if it is a personal or possessive pronoun with a likely
// antecedent. Confidence 0.5 to 0.75.
std::optional<Draft> resolve_pronoun(const Reading& reading, const History& history, uint32_t i);

}  // namespace entente
