// Folding by a table of the Latin letters U+00C0 to U+024F: two characters a letter, "?" where no
// plain letter stands for it. Other scripts keep their bytes. Tested in folding_test.cpp.
#include "actors/folding.h"

namespace entente {

namespace {

constexpr std::string_view kLatin =
    "A A A A A A AEC E E E E I I I I D N O O O O O ? O U U U U Y Thssa a a a a a aec e e e e "
    "i i i i d n o o o o o ? o u u u u y thy A a A a A a C c C c C c C c D d D d E e E e E e "
    "E e E e G g G g G g G g H h H h I i I i I i I i I i IJijJ j K k k L l L l L l L l L l N "
    "n N n N n n N n O o O o O o OEoeR r R r R r S s S s S s S s T t T t T t U u U u U u U u "
    "U u U u W w Y y Y Z z Z z Z z s ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? A ? ? ? ? ? ? ? ? ? ? ? ? "
    "? ? ? ? O o ? ? ? ? ? ? ? ? ? ? ? ? ? U u ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? "
    "? ? ? ? ? A a I i O o U u U u U u U u U u ? A a A a ? ? ? ? G g K k O o O o ? ? j ? ? ? "
    "G g ? ? N n A a ? ? ? ? A a A a E e E e I i I i O o O o R r R r U u U u S s T t ? ? H h "
    "? ? ? ? ? ? A a E e O o O o O o O o Y y ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? "
    "? ? ? ? ";
constexpr uint32_t kFirst = 0xC0;
constexpr uint32_t kLast = 0x24F;
static_assert(kLatin.size() == 2 * (kLast - kFirst + 1));

bool is_ascii_word(uint8_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

uint8_t sequence_size(uint8_t lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

FoldedLetter as(char c, uint8_t size) {
  FoldedLetter letter;
  letter.size = size;
  letter.count = 1;
  letter.bytes[0] = c;
  return letter;
}

FoldedLetter fold_latin(uint32_t point) {
  FoldedLetter letter;
  letter.size = 2;
  letter.word = true;
  const char* plain = kLatin.data() + 2 * (point - kFirst);
  if (plain[0] == '?') return letter;
  letter.count = plain[1] == ' ' ? 1 : 2;
  letter.bytes[0] = plain[0];
  letter.bytes[1] = plain[1];
  return letter;
}

}  // namespace

FoldedLetter fold_letter(std::string_view text, size_t at) {
  FoldedLetter letter;
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : uint8_t{0};
  };
  const uint8_t lead = byte(0);
  if (lead < 0x80) {
    letter.word = is_ascii_word(lead);
    letter.nothing = lead == '.';
    return letter;
  }
  uint8_t size = sequence_size(lead);
  if (at + size > text.size()) size = 1;
  if (size == 2) {
    const uint32_t point = (lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    if (point >= kFirst && point <= kLast) return fold_latin(point);
    if (point == 0xA0) return as(' ', 2);
    if (point == 0x2BB || point == 0x2BC) return as('\'', 2);
  }
  if (size == 3 && lead == 0xE2 && byte(1) == 0x80) {
    const uint8_t last = byte(2);
    if (last >= 0x90 && last <= 0x95) return as('-', 3);
    if (last == 0x98 || last == 0x99) return as('\'', 3);
    if (last <= 0x8A) return as(' ', 3);
    return as('"', 3);
  }
  letter.size = size;
  letter.word = true;
  return letter;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 4);
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const FoldedLetter letter = fold_letter(text, at);
    const size_t begin = at;
    at += letter.size;
    if (letter.nothing) continue;
    const char first = letter.count ? letter.bytes[0] : text[begin];
    if (!letter.word && static_cast<uint8_t>(first) <= ' ') {
      gap = true;
      continue;
    }
    if ((gap || !letter.word) && !out.empty()) out += ' ';
    gap = !letter.word;
    if (letter.count) {
      out.append(letter.bytes, letter.count);
    } else {
      out.append(text.substr(begin, letter.size));
    }
  }
  return out;
}

}  // namespace entente
