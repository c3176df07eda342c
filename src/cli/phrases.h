// Where quoted phrases stand in their sentence.
#pragma once

#include <string_view>

#include "base/range.h"

namespace entente {

struct PhrasePair {
  Range source;  // empty where the phrase is not in the sentence
  Range target;
};

// Word for word, whatever the case and spacing, else the run of words that shares most with the
// phrase. The two ranges do not overlap where that is possible without a worse fit; the same phrase
// twice gives its first and its second place.
PhrasePair locate_phrases(std::string_view sentence, std::string_view source,
                          std::string_view target);

}  // namespace entente
