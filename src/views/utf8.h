// Reading UTF-8 of any quality, one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

inline constexpr const char* kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct CodePoint {
  char32_t code = 0xFFFD;
  size_t size = 1;  // bytes, at least 1
  bool valid = false;
};

inline bool continues_utf8(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The code point at `at` < text.size(); an invalid byte counts as one U+FFFD.
inline CodePoint decode_utf8(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {};
  char32_t code = first & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) {
    if (!continues_utf8(text[at + i])) return {};
    code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kLeast[size] || code > 0x10FFFF || surrogate) return {};
  return {code, size, true};
}

// The largest boundary between code points that is not after `at`.
inline size_t boundary_before(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  for (int back = 0; back < 3 && at > 0 && continues_utf8(text[at]); ++back) --at;
  return at;
}

}  // namespace entente
