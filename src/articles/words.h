// The frequent word forms and names of English, to tell a split word from a compound.
#pragma once

#include <string_view>

namespace entente {

// Whether `word` (lower case) is in data/words.txt as it stands. Hyphenated forms are in it where
// the hyphen belongs to the word.
bool is_listed_word(std::string_view word);

// The same, or a regular inflection of a listed word ("deployments", "normalising").
bool is_known_word(std::string_view word);

}  // namespace entente
