// Whether a deed happened, was denied, is planned, demanded or only imagined; and what PLOVER
// makes of a deed that did not happen.
#pragma once

#include <cstdint>
#include <string>

#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

EventStatus status_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t head);

struct Coding {
  EventType type;
  std::string mode;
};
// PLOVER manual: future CONSULT, SUPPORT, COOPERATE, AID -> AGREE; future RETREAT -> CONCEDE;
// future or hypothetical ASSAULT, SANCTION, COERCE -> THREATEN.
Coding recode(Coding coding, EventStatus status);

}  // namespace entente
