// Where a deed happened, as far as its clause says.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "events/syntax.h"

namespace entente {

// "in Samarkand", "near the border town of X" below the deed or the verb that governs it. The range
// points into the document's text. Empty where nothing is stated.
EventPlace place_of(const Syntax& syntax, const std::vector<Mention>& mentions, uint32_t head);

}  // namespace entente
