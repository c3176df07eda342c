// Tables of ties: a header with source, target and sign or weight in any order, or none and the
// columns in that order; comma, tab, semicolon or blanks between. Tested in networks_test.cpp.
#pragma once

#include "networks/tie_rows.h"

namespace entente {

// Errors: no column tells the sign.
Result<Done> read_table(std::string_view text, const std::string& name, TieRows& rows);

}  // namespace entente
