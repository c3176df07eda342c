// "Ireland, Norway and Spain": names that stand in one list, read off the surface, because parsers
// lose the members of lists more often than anything else in the news.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/actors.h"
#include "events/syntax.h"

namespace entente {

// For each mention the mentions of its list, itself included, in order; alone, an empty vector.
// Modifiers and outlets stand in no list. A list has a conjunction before its last member.
std::vector<std::vector<uint32_t>> actor_lists(const Syntax& syntax,
                                               const std::vector<Mention>& mentions);

}  // namespace entente
