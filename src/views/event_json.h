// The stable machine-readable form of an event (docs/events_format.md).
#pragma once

#include <string>

#include "events/events.h"
#include "views/records.h"

namespace entente {

// One JSON object on one line, without a line break at its end; valid UTF-8 whatever the event
// holds.
std::string event_json(const Event& event);

// Flat rows for csv and tsv: one column a value, "source_code", "date_from" ...
Records event_records(const std::vector<Event>& events);

// A JSON array of events, indented.
std::string event_json_array(const std::vector<Event>& events);

}  // namespace entente
