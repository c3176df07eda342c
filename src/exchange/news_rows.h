// Data sets that machines coded from news.
#pragma once

#include <span>

#include "exchange/row_coder.h"

namespace entente {

std::span<const RowFormat> news_formats();

}  // namespace entente
