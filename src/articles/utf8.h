// Code points in and out of UTF-8, for the readers of articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// The code point that begins at `at` < text.size(). `size` is 0 where the bytes are no valid UTF-8
// (overlong forms, surrogates and truncated sequences included).
struct TextCharacter {
  char32_t code = 0;
  uint32_t size = 0;
};
TextCharacter utf8_character_at(std::string_view text, size_t at);

void append_character(std::string& text, char32_t code);

}  // namespace entente
