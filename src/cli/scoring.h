// How well events found fit events that a careful coder finds.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/gold.h"
#include "events/events.h"

namespace entente {

struct Hits {
  size_t gold = 0, found = 0, right = 0;
  double precision() const;  // 0-1; 0 where nothing was found
  double recall() const;
  double f1() const;
};

// A share of cases.
struct Share {
  size_t right = 0, of = 0;
  double value() const {
    return of == 0 ? 0 : static_cast<double>(right) / static_cast<double>(of);
  }
};

struct EventScore {
  // Right: type, source and target are. A mutual event, given or found, fits in either order.
  std::array<Hits, kEventTypes> by_type;
  Hits all;
  Hits with_status;      // right, and the status is
  Hits pairs_with_sign;  // source, target and sign are right, whatever the type: what ties are made
                         // of
  // One part alone, whatever the rest of the event: each sentence's sources (of mutual events both
  // sides), targets, types, statuses and signs are compared as bags.
  Hits sources, targets, types, statuses, signs;
  // Of the gold events that were found in part: those with the same pair or type and one
  // participant.
  Share source, target, type, sign, status, mode, mutual;
  Share said_by;            // of right events with a speaker: the last one is named alike
  Share silent;             // sentences without events in which none was found
  size_t false_events = 0;  // found in sentences without events
  size_t sentences = 0;
};

void add(EventScore& score, const GoldSentence& gold, const std::vector<Event>& found);

// A table for the terminal.
std::string score_text(const EventScore& score);

// One line a missing or wrong event, for those who improve the coder: "" where all is right.
std::string misses_text(const GoldSentence& gold, const std::vector<Event>& found);

}  // namespace entente
