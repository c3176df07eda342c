// Lexicon entries laid over a parsed document.
#pragma once

#include <cstdint>
#include <vector>

#include "events/lexicon.h"
#include "events/participants.h"
#include "events/syntax.h"

namespace entente {

struct Deed {
  uint32_t entry = 0;  // index into DeedLexicon::Entries::list
  uint32_t head = 0;   // token
  Filler source, target;
  uint32_t parties = 2;  // how many actors take part in a mutual deed
  double confidence = 0;
  bool implied = false;  // no word says that this is the target
};

// Entries whose head and constraints hold at `head`, most specific first.
std::vector<uint32_t> entries_at(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                                 uint32_t head);

// All deeds with both participants, in order of their heads; of several entries for the same head
// and pair the most specific. A noun that a verb's entry has used up is not matched again.
std::vector<Deed> match_deeds(const Syntax& syntax, const Participants& participants,
                              const DeedLexicon::Entries& lexicon);

// The tokens that a slot's path leads to.
std::vector<uint32_t> slot_tokens(const Syntax& syntax, const Slot& slot, uint32_t head);

// The participants that one side of an entry yields at `head`.
// With `places`, a thing may belong to the state in which it lies.
std::vector<Filler> fill_slots(const Syntax& syntax, const Participants& participants,
                               const std::vector<Slot>& slots, uint32_t head, bool places = false);

}  // namespace entente
