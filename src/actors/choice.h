// Which entity a name in the text means.
#pragma once

#include <optional>
#include <tuple>

#include "actors/reading.h"

namespace entente {

// How likely a name is to mean what it may mean; smaller is better. The parts decide in this order:
// fixed phrases and the user's corrections, what exists on the date, the order of kinds, nearness
// of the reign in years.
using Rank = std::tuple<int, int, int, int>;
Rank rank_of(const Alias& alias, const Entity& thing, const std::optional<Date>& date);

// The longest name of the book that begins at token `begin` and ends before `end`.
std::optional<Found> longest_name(const Reading& reading, uint32_t begin, uint32_t end);

}  // namespace entente
