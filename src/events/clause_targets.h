// Targets that no slot of an entry reaches: "praised the role played by the Kingdom".
#pragma once

#include <vector>

#include "events/reactions.h"

namespace entente {

// Completes open deeds of verbs and adjectives by the only other known actor of their clause. They
// are marked as implied: no word names him as the target, so that somebody has to judge. Meetings,
// deals, sanctions and retreats are left out, of whose kind clauses name too many.
std::vector<Deed> resolve_in_clause(const Syntax& syntax, const Participants& participants,
                                    const DeedLexicon::Entries& lexicon,
                                    const std::vector<Deed>& deeds,
                                    const std::vector<OpenDeed>& open);

}  // namespace entente
