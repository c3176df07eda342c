// Deeds told in a word: "and so did Lithuania", "Lithuania followed suit".
#pragma once

#include <vector>

#include "events/matching.h"

namespace entente {

// The deeds of `deeds` (in order of their heads) that such words repeat, done by whom they name.
std::vector<Deed> echoed_deeds(const Syntax& syntax, const Participants& participants,
                               const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds);

}  // namespace entente
