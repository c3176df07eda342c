// Words of a block of text in the conventions of UD English (EWT, GUM).
#pragma once

#include <string_view>
#include <vector>

#include "base/range.h"

namespace entente {

// The words of text[block], in order; none is empty and none overlap. White space and control
// characters belong to no word, every other byte to exactly one.
std::vector<Range> tokenize(std::string_view text, Range block);

// Whether a word that ends in a period is an abbreviation (or initials) rather than the last word
// of a sentence: "Gen.", "U.S.", "K.".
bool is_abbreviation(std::string_view form);

// A word that is written onto the one before it: "n't", "'s", "'ll".
bool is_clitic(std::string_view form);

}  // namespace entente
