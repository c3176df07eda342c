// Two given phrases as the only mentions of a document.
#pragma once

#include <vector>

#include "actors/actors.h"

namespace entente {

// The mentions of source and target, with the nodes "?source" and "?target"; none where one of the
// ranges holds no word.
std::vector<Mention> given_pair(const Document& document, Range source, Range target);

}  // namespace entente
