// Words are runs of letters, digits and bytes above 127; the rest separates. Tested in
// phrases_test.cpp.
#include "cli/phrases.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace entente {

namespace {

struct Word {
  Range range;
  std::string text;  // lower case
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (size_t i = 0; i < text.size();) {
    const auto is_part = [&](size_t at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      return byte > 127 || std::isalnum(byte) != 0;
    };
    if (!is_part(i)) {
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < text.size() && is_part(i)) ++i;
    words.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(i)},
                     lower(text.substr(begin, i - begin))});
  }
  return words;
}

// The window of as many words as the phrase has that shares most of them; earlier windows first,
// windows that overlap `taken` last.
Range best_window(const std::vector<Word>& sentence, const std::vector<Word>& phrase, Range taken) {
  const size_t length = std::min(phrase.size(), sentence.size());
  Range best;
  size_t most = 0;
  for (size_t i = 0; length > 0 && i + length <= sentence.size(); ++i) {
    const Range range = {sentence[i].range.begin, sentence[i + length - 1].range.end};
    size_t shared = 0;
    for (size_t k = 0; k < length; ++k) shared += sentence[i + k].text == phrase[k].text ? 2 : 0;
    for (size_t k = 0; k < length; ++k) {
      shared += std::any_of(phrase.begin(), phrase.end(),
                            [&](const Word& word) { return word.text == sentence[i + k].text; });
    }
    if (range.overlaps(taken) || shared <= most) continue;
    most = shared;
    best = range;
  }
  return best;
}

Range locate(std::string_view sentence, const std::vector<Word>& words, std::string_view phrase,
             Range taken) {
  for (size_t at = sentence.find(phrase); !phrase.empty() && at != std::string_view::npos;
       at = sentence.find(phrase, at + 1)) {
    const Range range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + phrase.size())};
    if (!range.overlaps(taken)) return range;
  }
  return best_window(words, words_of(phrase), taken);
}

}  // namespace

PhrasePair locate_phrases(std::string_view sentence, std::string_view source,
                          std::string_view target) {
  const std::vector<Word> words = words_of(sentence);
  PhrasePair pair;
  pair.source = locate(sentence, words, source, {});
  pair.target = locate(sentence, words, target, pair.source);
  return pair;
}

}  // namespace entente
