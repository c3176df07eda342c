// Blows whose victim the sentence leaves to what was told before: "Chad expelled the Sudanese
// envoy. Khartoum recalled its ambassador."
#pragma once

#include <vector>

#include "events/reactions.h"

namespace entente {

// Completes open sanctions and restrictions of states from `deeds` (sorted by head): who was just
// struck strikes back at whom struck it, one sentence back, if one alone struck; else the blow
// falls on the one whom the article has most struck (aimed_at.h). Nothing where a word says against
// whom.
std::vector<Deed> resolve_retaliation(const Syntax& syntax, const Participants& participants,
                                      const DeedLexicon::Entries& lexicon,
                                      const std::vector<Deed>& deeds,
                                      const std::vector<OpenDeed>& open);

}  // namespace entente
