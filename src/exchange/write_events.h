// Events as CSV, PLOVER JSON Lines and the table of POLECAT.
#pragma once

#include <string>

#include "exchange/exchange.h"

namespace entente {

// All events of the holdings, in one of the formats that exports_events() names.
std::string write_events(ExportFormat format, const Holdings& holdings);
// Not events but what they add up to: who stands how on which issue.
std::string positions_csv(const Holdings& holdings);

// The event's article, or one that is empty but for its id.
const Article& article_of(const Holdings& holdings, const Event& event, Article& none);

}  // namespace entente
