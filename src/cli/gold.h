// Gold files: sentences and the events that a careful coder finds in them (gold/events.txt tells
// the format).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "events/events.h"

namespace entente {

struct GoldEvent {
  EventType type = EventType::consult;
  std::string mode;  // "": any mode is right
  EventStatus status = EventStatus::happened;
  std::string source, target;  // nodes: "UZB", "BLR CVL", "?Name"
  bool mutual = false;
  std::vector<std::string> said_by;  // outermost first
  std::string issue;
};

struct GoldSentence {
  std::string text;
  std::optional<Date> published;
  std::vector<GoldEvent> events;  // empty: none is to be found
  std::string place;              // "gold/events.txt:51"
};

struct GoldSet {
  std::vector<GoldSentence> sentences;
  std::vector<Problem> problems;  // lines that follow no rule of the format; they are left out
};

// The text format of gold/events.txt, or JSON Lines (docs/events_format.md, "Gold") where the first
// character is a brace.
GoldSet read_gold(std::string_view text, std::string_view origin);

}  // namespace entente
