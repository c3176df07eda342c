// Reading filtered events from the tables.
#pragma once

#include <vector>

#include "store/sqlite_connection.h"
#include "store/store.h"

namespace entente {

Result<std::vector<Event>> select_events(const Connection& connection, const std::string& path,
                                         const EventFilter& filter);
// One after the other, until `take` is false.
Result<Done> each_event(const Connection& connection, const std::string& path,
                        const EventFilter& filter, const std::function<bool(Event&&)>& take);
Result<size_t> count_events(const Connection& connection, const EventFilter& filter);

// Words as SQLite's full-text search takes them.
std::string match_of(std::string_view words);

}  // namespace entente
