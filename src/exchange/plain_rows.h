// Tables in no known format, by names of columns or by a map of them, and our own tables.
#pragma once

#include <span>

#include "exchange/row_coder.h"

namespace entente {

std::span<const RowFormat> own_formats();
std::span<const RowFormat> plain_formats();

}  // namespace entente
