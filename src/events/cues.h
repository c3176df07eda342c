// The word that says so: verbs, nouns and "according to", each with whose words they are and what
// those say, sentence by sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

// In tokens, both ends included.
struct Span {
  uint32_t first = 0, last = 0;
};

struct Cue {
  uint32_t token = 0;  // "said", "according", "claim", ":"
  // Head of the phrase that names who; none for "it is said".
  std::optional<uint32_t> source;
  std::optional<Span> content;  // none: what is said stands in another sentence
  AttributionKind kind = AttributionKind::speech;
};

// The cues of one sentence, in order.
std::vector<Cue> cues_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                         uint32_t sentence);

bool is_quotation_mark(std::string_view word);

// The words from the first to the last that hang on `head`, itself included.
Span phrase_of(const Syntax& syntax, uint32_t head);

}  // namespace entente
