// The word that says so: verbs, nouns and "according to", each with whose words they are and what
// those say, sentence by sentence.
#pragma once

#include <algorithm>
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

// The words from the first to the last that hang on `head`, itself included, less those that
// `left_out(i, parent)` names with all that hangs on them.
template <typename LeftOut>
Span phrase_without(const Syntax& syntax, uint32_t head, const LeftOut& left_out) {
  Span span{head, head};
  std::vector<uint32_t> open = {head};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    span.first = std::min(span.first, at);
    span.last = std::max(span.last, at);
    for (const uint32_t i : syntax.children(at)) {
      if (!left_out(i, at)) open.push_back(i);
    }
  }
  return span;
}

// The same with nothing left out.
Span phrase_of(const Syntax& syntax, uint32_t head);

}  // namespace entente
