// The pairs of actors that a sentence may tell something of.
#pragma once

#include <cstdint>
#include <vector>

#include "events/participants.h"
#include "events/syntax.h"

namespace entente {

struct ActorPair {
  Filler source, target;
};

// One for each ordered pair of different nodes in the sentence, with those mentions that stand
// nearest in the tree; the source is one who can act in politics. None where the sentence names too
// many actors for it to be about each two of them.
std::vector<ActorPair> actor_pairs(const Syntax& syntax, const Participants& participants,
                                   uint32_t sentence);

}  // namespace entente
