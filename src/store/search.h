// Words that are looked for in texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The words of a query in lower case (ASCII), those in quotes as one term with single blanks.
// Whatever is no letter or figure only separates.
std::vector<std::string> search_terms(std::string_view query);

// All terms stand in the text as whole words; false where there are none.
bool holds_all(std::string_view text, const std::vector<std::string>& terms);

// The sentence of `text` that holds most of the terms, the first of several.
std::string best_sentence(std::string_view text, const std::vector<std::string>& terms);

}  // namespace entente
