// Who says so: the chain of speakers between the article and the deed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

// Outermost first: the outlet (empty range) where there is one, "as Kommersant reported",
// "according to", then the subjects of the speech verbs (@speech) above the deed. Ranges point
// into the document's text.
std::vector<Speaker> speakers_of(const Syntax& syntax, const std::vector<Mention>& mentions,
                                 const DeedLexicon::Entries& lexicon, uint32_t head,
                                 std::string_view outlet);

// The speaker whom `range` names; a pronoun by the name of whom it stands for.
Speaker named_speaker(const Document& document, const std::vector<Mention>& mentions, Range range);

}  // namespace entente
