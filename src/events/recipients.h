// Gifts whose recipient the sentence leaves to the one before: "Romania sold Moldova electricity.
// Germany has delivered armoured vehicles."
#pragma once

#include <vector>

#include "events/reactions.h"

namespace entente {

// Completes open deeds of giving and selling from `deeds` (sorted by head): who was helped last, in
// the two sentences before, is helped again, as long as no word says whom else and no heading
// stands between; else the one whom the article has most helped (aimed_at.h).
std::vector<Deed> resolve_recipients(const Syntax& syntax, const Participants& participants,
                                     const DeedLexicon::Entries& lexicon,
                                     const std::vector<Deed>& deeds,
                                     const std::vector<OpenDeed>& open);

}  // namespace entente
