// Where two given phrases stand in a sentence. Both are cut into words (letters and digits, in
// lower case) and every run of as many words is scored by the words that it shares with the phrase,
// at the same place counting more; the pair of runs that do not overlap and score best wins.
// Tested by phrases_test.cpp.
#include "cli/phrases.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace entente {

namespace {

struct Word {
  std::string low;
  Range range;
};

bool is_word_byte(char c) {
  const char low = to_lower(c);
  return (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (uint32_t at = 0; at < text.size();) {
    uint32_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at) words.push_back({lower(text.substr(at, end - at)), {at, end}});
    at = std::max(end, at + 1);
  }
  return words;
}

struct Place {
  size_t first = 0, last = 0;  // words of the sentence, both included
  double score = 0;            // 1: word for word
};

// The run of words at `first` as one reading of `phrase`; words that are not the phrase's are cut
// off its ends.
Place place_at(const std::vector<Word>& sentence, const std::vector<Word>& phrase, size_t first) {
  Place place{sentence.size(), 0, 0};
  for (size_t i = 0; i < phrase.size() && first + i < sentence.size(); ++i) {
    const std::string& word = sentence[first + i].low;
    const bool here = word == phrase[i].low;
    const bool somewhere =
        here || std::any_of(phrase.begin(), phrase.end(),
                            [&](const Word& other) { return other.low == word; });
    if (!somewhere) continue;
    const double length = static_cast<double>(word.size());
    place.score += (here ? 1.0 : 0.6) * length;
    place.first = std::min(place.first, first + i);
    place.last = first + i;
  }
  double total = 0;
  for (const Word& word : phrase) total += static_cast<double>(word.low.size());
  place.score = total == 0 ? 0 : place.score / total;
  return place;
}

// The readings of a phrase, best first; only the best few matter to a pair.
std::vector<Place> places_of(const std::vector<Word>& sentence, const std::vector<Word>& phrase) {
  constexpr size_t kMost = 50;
  std::vector<Place> places;
  for (size_t first = 0; first < sentence.size(); ++first) {
    const Place place = place_at(sentence, phrase, first);
    if (place.score > 0) places.push_back(place);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.score > b.score; });
  if (places.size() > kMost) places.resize(kMost);
  return places;
}

// What closes the phrase ("the U.S.") closes its range, too.
Range range_of(std::string_view sentence, const std::vector<Word>& words, const Place& place,
               std::string_view phrase) {
  Range range = {words[place.first].range.begin, words[place.last].range.end};
  size_t end = phrase.size();
  while (end > 0 && !is_word_byte(phrase[end - 1])) --end;
  const std::string_view closing = trim(phrase.substr(end));
  if (!closing.empty() && sentence.substr(range.end).starts_with(closing)) {
    range.end += static_cast<uint32_t>(closing.size());
  }
  return range;
}

}  // namespace

PhrasePair locate_phrases(std::string_view sentence, std::string_view source,
                          std::string_view target) {
  const std::vector<Word> words = words_of(sentence);
  const std::vector<Place> sources = places_of(words, words_of(source));
  const std::vector<Place> targets = places_of(words, words_of(target));
  PhrasePair pair;
  double best = -1;
  for (const Place& a : sources) {
    for (const Place& b : targets) {
      const bool apart = a.last < b.first || b.last < a.first;
      const bool same = a.first == b.first && a.last == b.last;
      // A phrase inside the other one is a fair reading ("the US" in "the US Congress").
      const double score = a.score + b.score - (same ? 1.0 : apart ? 0.0 : 0.3);
      if (score <= best) continue;
      best = score;
      pair = {range_of(sentence, words, a, source), range_of(sentence, words, b, target)};
    }
  }
  if (best >= 0) return pair;
  if (!sources.empty()) pair.source = range_of(sentence, words, sources[0], source);
  if (!targets.empty()) pair.target = range_of(sentence, words, targets[0], target);
  return pair;
}

}  // namespace entente
