// Events as CSV, PLOVER JSON Lines and the table of POLECAT.
#pragma once

#include <string>

#include "exchange/exchange.h"

namespace entente {

std::string events_csv(const Holdings& holdings);
std::string plover_lines(const Holdings& holdings);
std::string polecat_table(const Holdings& holdings);
// Not events but what they add up to: who stands how on which issue.
std::string positions_csv(const Holdings& holdings);

// The event's article, or one that is empty but for its id.
const Article& article_of(const Holdings& holdings, const Event& event, Article& none);

}  // namespace entente
