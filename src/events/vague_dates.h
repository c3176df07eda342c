// Times that name more than a day: seasons, decades, quarters, parts of a year, spans.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "events/events.h"

namespace entente {

// What the lower-cased `words` say around word `i`, the one that carries the time ("spring",
// "1990s", "2014" of "since 2014", "weeks" of "in recent weeks"); nothing where that is no such
// word. Relative ones need the day of publication. `future` takes the next spring, not the last.
std::optional<EventDate> read_vague_date(const std::vector<std::string>& words, size_t i,
                                         std::optional<Date> published, bool future);

}  // namespace entente
