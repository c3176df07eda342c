// When a deed happened, as far as its clause says.
#pragma once

#include <cstdint>
#include <optional>

#include "events/events.h"
#include "events/syntax.h"

namespace entente {

// An explicit date ("on 5 May 2021", "in 2017"), a date relative to publication ("on Monday",
// "last month", "three days ago") in the clause of the deed, else the day of publication, else
// none. `future` deeds take the next Monday and not the last one.
EventDate date_of(const Syntax& syntax, uint32_t head, std::optional<Date> published, bool future);

}  // namespace entente
