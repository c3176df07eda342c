// A sentence cut into the parts that are evidence and those that are not.
#pragma once

#include <string>
#include <vector>

#include "events/events.h"

namespace entente {

enum class EvidenceRole : uint8_t { none, source, deed, target, speaker };

struct EvidencePart {
  std::string text;
  EvidenceRole role = EvidenceRole::none;
};

// The whole sentence in order, as valid one-line UTF-8, whatever the event's ranges are: outside
// the sentence they are cut, inside a character widened; where they overlap the deed wins, then the
// shorter of source and target, then the speaker. Of an event coded elsewhere, whose sentence was
// not seen, one part that says so.
std::vector<EvidencePart> evidence_parts(const Event& event);

}  // namespace entente
