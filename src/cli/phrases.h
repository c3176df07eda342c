// Where quoted phrases stand in their sentence.
#pragma once

#include <string_view>

#include "base/range.h"

namespace entente {

struct PhrasePair {
  Range source;  // empty where the phrase is not in the sentence
  Range target;
};

// Verbatim if it can be, else ignoring case and spacing, else the run of words that shares most
// with the phrase. The same phrase twice gives its first and its second place.
PhrasePair locate_phrases(std::string_view sentence, std::string_view source,
                          std::string_view target);

}  // namespace entente
