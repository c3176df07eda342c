// A stable name for an event.
#pragma once

#include <string>

#include "events/events.h"

namespace entente {

// From document, place, actors, type and status: the same article gives the same ids.
std::string event_id(const Event& event);

}  // namespace entente
