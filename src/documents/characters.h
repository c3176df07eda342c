// Classes of UTF-8 characters, as far as tokens need them.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

enum class CharClass : uint8_t { space, letter, digit, mark };

struct Character {
  char32_t code = 0;
  uint8_t bytes = 1;
  CharClass kind = CharClass::mark;
};

// The character that begins at text[at]; a broken byte is a mark of its own.
Character character_at(std::string_view text, size_t at);

inline bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == '`'; }
bool is_upper_case(char32_t code);
bool is_lower_case(char32_t code);
// A quote or bracket that can follow the end of a sentence and belong to it.
bool is_closer(char32_t code);
bool is_opener(char32_t code);

}  // namespace entente
