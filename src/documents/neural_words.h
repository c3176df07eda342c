// What the neural engine sees of a word: keys of its normal form, beginnings, endings and shape.
// tools/neural/words.py does the same, byte for byte.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Never 0, which stands for a free slot.
uint32_t neural_key(char kind, std::string_view bytes);

// In lower case, digits as 0, quotes and dashes as ASCII, cut to 48 bytes.
std::string neural_normal_form(std::string_view form);

// 0 as usual, 1 Title Case, 2 CAPITALS, 3 no capitals.
int neural_casing(const std::vector<std::string_view>& forms);

struct NeuralWord {
  uint32_t word = 0;     // key of the normal form
  uint32_t lexicon = 0;  // key in the lexicon of verbs and names
  bool lower_case = false;
  std::array<uint32_t, 10> affixes = {};  // beginnings, endings and shapes
  size_t affix_count = 0;
};
NeuralWord neural_word(std::string_view form, bool first, int casing);

}  // namespace entente
