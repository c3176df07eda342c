// The pairs of mentions that may take part in one deed, and what the scorer sees of them.
#pragma once

#include <cstdint>
#include <vector>

#include "events/participants.h"
#include "events/syntax.h"

namespace entente {

struct MentionPair {
  uint32_t source = 0, target = 0;  // indices of mentions
};

// Ordered pairs within one sentence whose mentions neither overlap nor name the same node; outlets,
// and modifiers inside a phrase for the same actor, are left out. Sentences with very many mentions
// give the pairs that stand near each other.
std::vector<MentionPair> candidate_pairs(const Syntax& syntax, const Participants& participants);

}  // namespace entente
