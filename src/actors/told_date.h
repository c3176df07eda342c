// When an undated text was written, by what it tells.
#pragma once

#include <optional>

#include "base/date.h"
#include "documents/documents.h"

namespace entente {

// A text is no older than the last date that it tells of: the latest of its full dates ("July 26,
// 2022") and, as their last days, its years ("in 2019"). Dates that are still to come ("by 2030",
// or later than the world book) do not count. None where the text names no year since 1945.
std::optional<Date> last_date_told(const Document& document);

}  // namespace entente
