// Features of the bag-of-words kind, by region as in relation extraction since Zhou and others 2005
// ("Exploring various knowledge in relation extraction"), hashed into a fixed table (Weinberger and
// others 2009). Words are runs of letters and digits in lower case, anything else stands alone; no
// tree is asked, so that a misread sentence still has its words. Tested in scorer_words_test.cpp.
#include "events/scorer_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/fnv.h"

namespace entente {

namespace {

constexpr size_t kWordsAround = 40;  // before the first phrase, and after the second
constexpr size_t kPairsAfter = 6;

enum class Part : uint8_t { before, first, between, second, after };

struct Word {
  std::string_view text;
  Part part;
};

// Quotation marks, dashes and the like of UTF-8.
bool is_general_punctuation(std::string_view text, size_t at) {
  return text.substr(at, 2) == "\xE2\x80" && at + 3 <= text.size();
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || byte == '_' || ('0' <= c && c <= '9') || ('a' <= c && c <= 'z');
}

size_t length_at(std::string_view text, size_t at) {
  if (is_general_punctuation(text, at)) return 3;
  size_t end = at;
  while (end < text.size() && is_letter(text[end]) && !is_general_punctuation(text, end)) ++end;
  return std::max<size_t>(end - at, 1);
}

Part part_of(size_t begin, size_t end, Range first, Range second) {
  if (end <= first.begin) return Part::before;
  if (begin < first.end) return Part::first;
  if (end <= second.begin) return Part::between;
  return begin < second.end ? Part::second : Part::after;
}

std::vector<Word> words_of(std::string_view text, Range first, Range second) {
  std::vector<Word> words;
  for (size_t at = 0; at < text.size();) {
    const size_t length = length_at(text, at);
    const bool blank = static_cast<unsigned char>(text[at]) <= ' ';
    const Part part = part_of(at, at + length, first, second);
    if (!blank) words.push_back({text.substr(at, length), part});
    at += length;
  }
  return words;
}

class Marks {
 public:
  explicit Marks(bool source_first) : order_(source_first ? 's' : 't') {}

  void add(std::string_view kind, std::string_view word, std::string_view next = {}) {
    uint64_t sum = kFnvStart;
    for (const std::string_view part : {kind, word, next}) sum = fnv1a("\xff", fnv1a(part, sum));
    marks_.push_back(static_cast<uint16_t>((sum ^ sum >> 32) % kWordMarks));
  }
  // With which of the two stands first.
  void add_placed(char kind, std::string_view word, std::string_view next = {}) {
    add(std::string{order_, kind}, word, next);
  }
  std::vector<uint16_t> sorted() {
    std::sort(marks_.begin(), marks_.end());
    marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
    return std::move(marks_);
  }

 private:
  char order_;
  std::vector<uint16_t> marks_;
};

// Where the two phrases begin and end, counted in words.
struct Phrases {
  size_t first_begin, first_end, second_begin, second_end;
};

Phrases phrases_in(const std::vector<Word>& words) {
  const auto begin_of = [&](Part part) {
    const auto at = std::find_if(words.begin(), words.end(),
                                 [&](const Word& word) { return word.part >= part; });
    return static_cast<size_t>(at - words.begin());
  };
  return {begin_of(Part::first), begin_of(Part::between), begin_of(Part::second),
          begin_of(Part::after)};
}

void add_word(const std::vector<Word>& words, size_t i, const Phrases& at, Marks& marks) {
  constexpr std::array<char, 5> kinds = {'b', '1', 'm', '2', 'a'};
  const Part part = words[i].part;
  const std::string_view text = words[i].text;
  marks.add("", text);
  marks.add_placed(kinds[static_cast<size_t>(part)], text);
  const bool follows = i + 1 < words.size() && words[i + 1].part == part;
  const std::string_view next = follows ? words[i + 1].text : "";
  if (part == Part::between) marks.add_placed('M', text, next);
  if (part == Part::after && i < at.second_end + kPairsAfter) marks.add_placed('A', text, next);
  if (part == Part::after && i < at.second_end + 3) marks.add_placed('4', text);
  if (part == Part::between && i + 2 >= at.second_begin) marks.add_placed('3', text);
  if (part == Part::between && i < at.first_end + 2) marks.add_placed('2', text);
  if (part == Part::before && i + 3 >= at.first_begin) marks.add_placed('1', text);
}

size_t gap_class(size_t gap) { return gap < 5 ? gap : gap <= 10 ? 5 : gap <= 20 ? 6 : 7; }

}  // namespace

std::vector<uint16_t> word_marks(std::string_view text, Range source, Range target) {
  const bool source_first = source < target;
  const std::string small = lower(text);
  const std::vector<Word> words =
      source_first ? words_of(small, source, target) : words_of(small, target, source);
  const Phrases at = phrases_in(words);
  Marks marks(source_first);
  for (size_t i = 0; i < words.size(); ++i) {
    const bool is_first = words[i].part == Part::first;
    if (is_first || words[i].part == Part::second) {
      marks.add(is_first == source_first ? "source" : "target", words[i].text);
    } else if (i + kWordsAround >= at.first_begin && i < at.second_end + kWordsAround) {
      add_word(words, i, at, marks);
    }
  }
  marks.add_placed('g', std::to_string(gap_class(at.second_begin - at.first_end)));
  return marks.sorted();
}

}  // namespace entente
