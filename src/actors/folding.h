// Text as names are compared: without dots, accents and typographic apostrophes, split into atoms.
// "U.S." and "US" fold to one atom, "Côte d'Ivoire" to "Cote", "d", "'", "Ivoire".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// Dots dropped, Latin accents removed, apostrophes straight, white space as one blank, each other
// punctuation mark set off by blanks. Case is kept.
std::string fold(std::string_view text);

// Hashes of atoms in lower case, so that a longer key grows from a shorter one.
class AtomHasher {
 public:
  static constexpr uint64_t kSeed = 1469598103934665603u;

  // Calls `visit(uint64_t key)` after each atom with the key of all atoms so far; stops when it
  // gives false. Returns the last key, or 0 if stopped.
  template <typename Visit>
  static uint64_t walk(std::string_view text, uint64_t key, Visit&& visit);
};

// One code point of `text` at byte `at`: how many bytes it takes and what it folds to.
struct FoldedLetter {
  uint8_t size = 1;
  bool word = false;     // part of a word
  bool nothing = false;  // leaves no trace (a dot)
  uint8_t count = 0;     // bytes in `bytes`; 0 means the bytes as they are
  char bytes[2] = {0, 0};
};
FoldedLetter fold_letter(std::string_view text, size_t at);

template <typename Visit>
uint64_t AtomHasher::walk(std::string_view text, uint64_t key, Visit&& visit) {
  constexpr uint64_t kPrime = 1099511628211u;
  bool open = false;
  const auto put = [&](char c) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    key = (key ^ static_cast<uint8_t>(low)) * kPrime;
  };
  const auto close = [&] {
    open = false;
    key = (key ^ 0xff) * kPrime;
    return visit(key ^ (key >> 29));
  };
  for (size_t at = 0; at < text.size();) {
    const auto plain = static_cast<uint8_t>(text[at]);
    if ((plain | 0x20) >= 'a' && (plain | 0x20) <= 'z') {  // by far the most letters
      open = true;
      put(text[at++]);
      continue;
    }
    const FoldedLetter letter = fold_letter(text, at);
    const size_t begin = at;
    at += letter.size;
    if (letter.nothing) continue;
    if (!letter.word) {
      if (open && !close()) return 0;
      const char c = letter.count ? letter.bytes[0] : text[begin];
      if (static_cast<uint8_t>(c) <= ' ') continue;
      put(c);
      if (!close()) return 0;
      continue;
    }
    open = true;
    if (letter.count) {
      for (uint8_t i = 0; i < letter.count; ++i) put(letter.bytes[i]);
    } else {
      for (uint8_t i = 0; i < letter.size; ++i) put(text[begin + i]);
    }
  }
  if (open && !close()) return 0;
  return key;
}

}  // namespace entente
