// Look-up in data/words.txt, which is sorted by bytes and built into the program: bisection on the
// bytes themselves, so that nothing is built at the start. Tested by hyphens_test.cpp.
#include "articles/words.h"

#include <array>
#include <string>

extern "C" const char entente_words[];
extern "C" const char entente_words_end[];

namespace entente {
namespace {

bool is_stem(std::string_view stem) {
  if (stem.size() < 3) return false;
  if (is_listed_word(stem) || is_listed_word(std::string(stem) + "e")) return true;
  const bool doubled = stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2];
  return doubled && is_listed_word(stem.substr(0, stem.size() - 1));
}

}  // namespace

bool is_listed_word(std::string_view word) {
  if (word.empty()) return false;
  std::string_view list(entente_words, static_cast<size_t>(entente_words_end - entente_words));
  while (!list.empty()) {
    const size_t half = list.size() / 2;
    const size_t before = half == 0 ? std::string_view::npos : list.rfind('\n', half - 1);
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const size_t end = list.find('\n', begin);
    const std::string_view line = list.substr(begin, end - begin);
    if (line == word) return true;
    if (word < line) {
      list = list.substr(0, begin);
    } else {
      list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
  }
  return false;
}

bool is_known_word(std::string_view word) {
  if (is_listed_word(word)) return true;
  if (word.ends_with("ies") || word.ends_with("ied")) {
    if (is_listed_word(std::string(word.substr(0, word.size() - 3)) + "y")) return true;
  }
  constexpr std::array<std::string_view, 7> kEndings = {"s", "es", "ed", "ing", "ings", "ly", "er"};
  for (const std::string_view ending : kEndings) {
    if (word.ends_with(ending) && is_stem(word.substr(0, word.size() - ending.size()))) return true;
  }
  return false;
}

}  // namespace entente
