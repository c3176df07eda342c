// Whether a deed happened, was denied, is planned, demanded or only imagined; and what PLOVER
// makes of a deed that did not happen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

struct Modality {
  EventStatus status = EventStatus::happened;
  bool refused = false;  // denied for the future: "will not send weapons"
  // The word that demands that the deed be not done: "urged them not to host American troops".
  std::optional<uint32_t> veto = {};
  std::optional<uint32_t> wish = {};  // the word that demands that it be done
};
Modality modality_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t head);

struct Coding {
  EventType type;
  std::string mode;
  EventStatus status;
};
// PLOVER manual: future CONSULT, SUPPORT, COOPERATE, AID -> AGREE; future RETREAT -> CONCEDE;
// future or hypothetical ASSAULT, SANCTION, COERCE -> THREATEN; a refusal of what would be
// friendly -> REJECT, which has happened.
Coding recode(EventType type, const std::string& mode, Modality modality);

}  // namespace entente
