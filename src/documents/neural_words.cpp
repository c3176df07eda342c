// Normal forms and hashed keys of words for the embedding tables. Bytes above 127 count as small
// letters. Tested in neural_words_test.cpp, against keys made by the trainer.
#include "documents/neural_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr size_t kBytesMax = 48;

constexpr std::array<std::array<std::string_view, 2>, 7> kReplaced = {{{"\u2019", "'"},
                                                                       {"\u2018", "'"},
                                                                       {"\u201c", "\""},
                                                                       {"\u201d", "\""},
                                                                       {"\u2013", "-"},
                                                                       {"\u2014", "--"},
                                                                       {"\u2026", "..."}}};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) > 127; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 0 no letters, 1 lower, 2 Capital, 3 CAPITALS, 4 one capital, 5 mixed.
int letter_case(std::string_view bytes) {
  const auto letters = std::count_if(bytes.begin(), bytes.end(), is_letter);
  const auto upper = std::count_if(bytes.begin(), bytes.end(), is_upper);
  if (letters == 0) return 0;
  if (upper == 0) return 1;
  if (upper == letters) return upper > 1 ? 3 : 4;
  return upper == 1 && is_upper(*std::find_if(bytes.begin(), bytes.end(), is_letter)) ? 2 : 5;
}

char code(int value) { return static_cast<char>('0' + value); }

}  // namespace

uint32_t neural_key(char kind, std::string_view bytes) {
  uint32_t h = (0x811C9DC5u ^ static_cast<unsigned char>(kind)) * 0x01000193u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  h = (h ^ h >> 16) * 0x85EBCA6Bu;
  h = (h ^ h >> 13) * 0xC2B2AE35u;
  h ^= h >> 16;
  return h == 0 ? 1 : h;
}

std::string neural_normal_form(std::string_view form) {
  std::string out;
  for (size_t i = 0; i < form.size() && out.size() < kBytesMax;) {
    const auto replaced = std::find_if(kReplaced.begin(), kReplaced.end(), [&](const auto& pair) {
      return form.substr(i).starts_with(pair[0]);
    });
    if (replaced != kReplaced.end()) {
      out += (*replaced)[1];
      i += (*replaced)[0].size();
    } else {
      const char c = to_lower(form[i++]);
      out += is_digit(c) ? '0' : c;
    }
  }
  out.resize(std::min(out.size(), kBytesMax));
  return out;
}

int neural_casing(const std::vector<std::string_view>& forms) {
  int words = 0, capitals = 0, with_capitals = 0, long_words = 0, long_capitals = 0;
  for (const std::string_view form : forms) {
    const std::string_view bytes = form.substr(0, kBytesMax);
    const int letters = letter_case(bytes);
    if (letters == 0) continue;
    ++words;
    with_capitals += letters != 1;
    capitals += letters == 3;
    long_words += bytes.size() >= 4;
    long_capitals += bytes.size() >= 4 && letters != 1;
  }
  if (words < 3) return 0;
  if (capitals * 10 >= words * 7) return 2;
  if (long_words >= 3 && long_capitals * 10 >= long_words * 8) return 1;
  return with_capitals > 0 ? 0 : 3;
}

NeuralWord neural_word(std::string_view form, bool first, int casing) {
  const std::string_view bytes = form.substr(0, kBytesMax);
  const std::string normal = neural_normal_form(form);
  const std::string_view text = normal;
  NeuralWord word;
  word.word = neural_key('w', text);
  word.lexicon = neural_key('l', text);
  word.lower_case = !bytes.empty() && is_lower(bytes.front());
  const auto add = [&](char kind, std::string_view part) {
    word.affixes[word.affix_count++] = neural_key(kind, part);
  };
  for (size_t n = 1; n <= 3 && n <= text.size(); ++n) add('p', text.substr(0, n));
  for (size_t n = 1; n <= 5 && n <= text.size(); ++n) add('s', text.substr(text.size() - n));
  const int letters = letter_case(bytes);
  const bool digits = std::any_of(bytes.begin(), bytes.end(), is_digit);
  const auto inside = [&](char c) { return bytes.find(c, 1) != std::string_view::npos; };
  const int marks = (inside('-') ? 1 : 0) + (inside('.') ? 2 : 0);
  const char shape[] = {code(letters),
                        code(!digits   ? 0
                             : letters ? 2
                                       : 1),
                        code(marks), code(first), code(casing)};
  add('C', {shape, 2});
  add('S', {shape, 5});
  return word;
}

}  // namespace entente
