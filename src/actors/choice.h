// Which entity a name in the text means.
#pragma once

#include <optional>

#include "actors/reading.h"

namespace entente {

// The longest name of the book that begins at token `begin` and ends before `end`.
std::optional<Found> longest_name(const Reading& reading, uint32_t begin, uint32_t end);

}  // namespace entente
