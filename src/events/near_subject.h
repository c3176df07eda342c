// The subject of a finite verb for which the tree has none, read off the surface.
#pragma once

#include <cstdint>
#include <optional>

#include "documents/documents.h"

namespace entente {

// The last token of the noun phrase right before the verb, or before an island of commas that the
// verb follows: "Moldova, squeezed between two wars, has asked". Nothing after a preposition.
std::optional<uint32_t> noun_before_verb(const Document& document, const Sentence& sentence,
                                         uint32_t verb);

}  // namespace entente
