// Sentences of a block of text, from its words.
#pragma once

#include <string_view>
#include <vector>

#include "base/range.h"

namespace entente {

// The number of words at which each sentence ends, ascending; the last is words.size(). Takes the
// final period off an abbreviation that ends a sentence ("U.S" "."), so `words` can grow.
std::vector<size_t> split_sentences(std::string_view text, std::vector<Range>& words);

}  // namespace entente
