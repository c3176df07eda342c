// Events together with the deeds that they were made of.
#pragma once

#include <vector>

#include "events/events.h"
#include "events/matching.h"

namespace entente {

struct ExtractedEvent {
  Event event;
  Deed deed;
};

// In no order that means anything; `scorer` may be null.
std::vector<ExtractedEvent> extract(const Article& article, const Document& document,
                                    const std::vector<Mention>& mentions,
                                    const DeedLexicon& lexicon, const Scorer* scorer,
                                    const ScoringOptions& options);

}  // namespace entente
