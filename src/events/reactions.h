// Deeds that are named again: "Cairo condemned the memorandum", "Oslo welcomed it". Whoever reacts
// to a deed reacts to those who did it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/matching.h"

namespace entente {

// An entry that holds at `head` and has sources, but whose target no word of the sentence names.
struct OpenDeed {
  uint32_t entry = 0;
  uint32_t head = 0;
  std::vector<Filler> sources;
};

// The word in a target slot of `open` that points back to a deed: a definite noun of the class
// @acts without an owner, or "it", "this", "that". None for entries that do not react.
std::optional<uint32_t> pointer_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                                   const OpenDeed& open);

// Completes the open deeds from `deeds` (sorted by head) and from owners of the same noun earlier
// in the text. Deeds for which nothing is found are dropped.
std::vector<Deed> resolve_reactions(const Syntax& syntax, const Participants& participants,
                                    const DeedLexicon::Entries& lexicon,
                                    const std::vector<Deed>& deeds,
                                    const std::vector<OpenDeed>& open);

}  // namespace entente
