// Lemmas as the deed lexicon spells them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {

// `lemma` where `words` has it; else the first base form that `word` ("blockaded", tagged `xpos`)
// may be an inflection of and that `words` has; else `lemma`. All in lower case.
std::string repaired_lemma(std::string_view word, std::string_view lemma, std::string_view xpos,
                           const std::unordered_set<std::string>& words);

}  // namespace entente
