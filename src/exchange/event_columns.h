// The columns of an event with its article, one table for writing and reading: what is not in the
// table is lost in an export, so a member that is added to Event is added here
// (round_trip_test.cpp fails otherwise).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "articles/articles.h"
#include "events/events.h"

namespace entente {

struct EventColumn {
  std::string_view name;
  std::string (*get)(const Event& event, const Article& article);
  // False where the text is no such value. Null for what follows from other columns.
  bool (*set)(std::string_view text, Event& event, Article& article);
};

std::span<const EventColumn> event_columns();

}  // namespace entente
