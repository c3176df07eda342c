// Not a Unicode database: blocks of punctuation and symbols are marks, everything else above ASCII
// is a letter. Enough to keep words of any script together. Tested in tokenizer_test.cpp.
#include "documents/characters.h"

namespace entente {
namespace {

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 ||
         c == 0xFEFF || c == 0xAD;
}

bool is_mark(char32_t c) {
  if (c < 0x80) {
    return !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
  }
  return (c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
         (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
         (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x060C || c == 0x061B || c == 0x061F ||
         c == 0x0964 || c == 0xFFFD;
}

CharClass class_of(char32_t c) {
  if (is_space(c)) return CharClass::space;
  if (c >= '0' && c <= '9') return CharClass::digit;
  return is_mark(c) ? CharClass::mark : CharClass::letter;
}

int length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

}  // namespace

Character character_at(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const int length = length_of(first);
  if (length == 0 || at + static_cast<size_t>(length) > text.size())
    return {0xFFFD, 1, CharClass::mark};
  char32_t code = length == 1 ? first : first & (0xFF >> (length + 1));
  for (int k = 1; k < length; ++k) {
    const auto next = static_cast<unsigned char>(text[at + static_cast<size_t>(k)]);
    if ((next & 0xC0) != 0x80) return {0xFFFD, 1, CharClass::mark};
    code = code << 6 | (next & 0x3F);
  }
  return {code, static_cast<uint8_t>(length), class_of(code)};
}

bool is_upper_case(char32_t c) {
  if (c >= 'A' && c <= 'Z') return true;
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x17F) return c % 2 == (c >= 0x139 && c <= 0x148 ? 1 : 0) && c != 0x138;
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F) || (c >= 0x400 && c <= 0x40F);
}

bool is_lower_case(char32_t c) {
  if (c >= 'a' && c <= 'z') return true;
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  if (c >= 0x100 && c <= 0x17F) return !is_upper_case(c);
  return (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x45F);
}

bool is_closer(char32_t c) {
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool is_opener(char32_t c) {
  return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0xAB;
}

}  // namespace entente
