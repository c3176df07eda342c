// How well attributions found fit those that readers marked, as brat writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/scoring.h"
#include "events/events.h"

namespace entente {

// Parts may lie apart: a quotation that "he said" interrupts.
struct MarkedAttribution {
  std::vector<Range> source, cue, content;  // bytes; an empty source: none is named
};

struct MarkedText {
  std::string text;  // with plain quotation marks, as articles are cleaned
  std::vector<MarkedAttribution> attributions;
  std::vector<Problem> problems;  // lines that are left out
};

// `annotation` is brat's standoff format: T lines with spans in characters, E lines that bind
// Source, Cue and Content. `origin` names it in messages.
MarkedText read_marked_text(std::string_view text, std::string_view annotation,
                            std::string_view origin);

// Marked and found are paired one to one by the words that they share. The score is over those that
// name a source.
struct AttributionScore {
  Hits source;               // sources overlap
  Hits source_with_content;  // and so do the contents
  size_t texts = 0;
};
void add(AttributionScore& score, const MarkedText& marked, const std::vector<Attribution>& found);
std::string score_text(const AttributionScore& score);

// One line a missing or wrong attribution.
std::string misses_text(const MarkedText& marked, const std::vector<Attribution>& found);

}  // namespace entente
