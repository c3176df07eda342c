// Attributions of a document whose tree is already read; see find_attributions.
#pragma once

#include <vector>

#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

std::vector<Attribution> attributions_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon);

}  // namespace entente
