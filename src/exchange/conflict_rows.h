// Data sets that people coded from history: disputes, alliances, deadly violence.
#pragma once

#include <span>

#include "exchange/row_coder.h"

namespace entente {

std::span<const RowFormat> conflict_formats();
std::span<const RowFormat> alliance_formats();

}  // namespace entente
