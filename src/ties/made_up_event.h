// Short ways to write events in tests.
#pragma once

#include <string>

#include "ties/ties.h"

namespace entente {

inline Event made_up_event(const std::string& source, EventType type, const std::string& target) {
  Event event;
  event.document = "article";
  event.source.actor.code = event.source.actor.node = source;
  event.target.actor.code = event.target.actor.node = target;
  event.type = type;
  return event;
}

inline Event dated(Event event, Date day) {
  event.date.range = {day, day, DatePrecision::day};
  event.date.basis = DateBasis::explicit_;
  return event;
}

inline Event in_document(Event event, const std::string& document) {
  event.document = document;
  return event;
}

inline Event with_status(Event event, EventStatus status) {
  event.status = status;
  return event;
}

inline Event mutually(Event event) {
  event.mutual = true;
  return event;
}

inline Event said_by(Event event, const std::vector<std::string>& speakers) {
  for (const std::string& name : speakers) event.said_by.push_back({name, {}});
  return event;
}

}  // namespace entente
