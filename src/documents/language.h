// Is a text English? Only clear cases of other languages count; names, numbers and headlines do
// not.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

struct LanguageCounts {
  size_t words = 0, small = 0;       // words, those that begin with a small letter
  size_t english = 0, foreign = 0;   // function words
  size_t letters = 0, accented = 0;  // Latin letters, those outside ASCII
  size_t other_scripts = 0;          // letters that are not Latin

  LanguageCounts& operator+=(const LanguageCounts& other);
};

LanguageCounts count_language(std::string_view text);
bool is_clearly_not_english(const LanguageCounts& counts);

}  // namespace entente
