// Blocks of terminal text that several views print: camps, ties, tensions, contested actors.
#pragma once

#include <string>
#include <vector>

#include "views/display.h"
#include "views/table.h"
#include "views/wording.h"

namespace entente {

// The number that people see: 1 or 2, or 0 for an actor in no camp.
int camp_number(const System& system, uint32_t actor);
// Members of camp 1 or 2, or (0) of none, heaviest first.
std::vector<uint32_t> camp_members(const System& system, int number);
// Indices of ties, strongest first; those of equal strength by the names' order.
std::vector<uint32_t> ties_by_strength(const System& system);
// Share of the signed weight that the camps explain, 0-1; 1 for a network without signed ties.
double explained_share(const Balance& balance);
// "2021-06", "2021-06 – 2021-07", "" for a tie of undated events.
std::string months(const Tie& tie);
Ink relation_ink(int sign);
Ink camp_ink(int number);
// A small picture of a tie: friends "───", enemies "╌╌╌", mixed "─╌─", unclear "···".
std::string_view relation_mark(const Tie& tie);

// Each begins with a heading line and is "" where there is nothing to say.
std::string camps_section(const System& system, Terminal terminal);
std::string ties_section(const System& system, Terminal terminal, size_t most);
std::string tensions_section(const System& system, Terminal terminal, size_t most);
std::string contested_section(const System& system, Terminal terminal, size_t most);
std::string implied_section(const System& system, Terminal terminal, size_t most);

// Rows for the ties at `indices`; `bar` adds a bar of the strength.
Table ties_table(const System& system, const std::vector<uint32_t>& indices, bool bar);

}  // namespace entente
