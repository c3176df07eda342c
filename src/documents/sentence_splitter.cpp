// Final marks end a sentence together with the closing quotes and brackets on them, unless a
// lower-case word goes on. After an abbreviation only a word that often opens sentences makes an
// end: "the U.S. The" against "U.S. Army". Tested in sentence_splitter_test.cpp.
#include "documents/sentence_splitter.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "documents/abbreviations.h"
#include "documents/characters.h"
#include "documents/tokenizer.h"

namespace entente {
namespace {

constexpr std::string_view kOpeners[] = {
    "The",     "A",       "An",      "In",     "On",       "At",     "He",        "She",
    "It",      "They",    "We",      "I",      "You",      "This",   "That",      "These",
    "Those",   "There",   "But",     "And",    "If",       "When",   "While",     "As",
    "For",     "However", "After",   "Before", "Since",    "His",    "Her",       "Its",
    "Their",   "Our",     "My",      "By",     "With",     "From",   "To",        "What",
    "Who",     "Why",     "How",     "Where",  "Although", "Though", "According", "Some",
    "Many",    "Most",    "All",     "Both",   "Each",     "No",     "Not",       "So",
    "Then",    "Yet",     "Under",   "During", "Despite",  "Last",   "Earlier",   "Meanwhile",
    "Another", "Also",    "Because", "Such",   "Several",  "One",    "Two",       "Or",
    "Nor",     "Once",    "Until",   "Instead"};

enum class End { none, mark, abbreviation };

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Range>& words) : text_(text), words_(words) {}

  End end_at(size_t i) const {
    const std::string_view form = slice(text_, words_[i]);
    const char last = form.back();
    if (form == "…") return End::mark;
    if (last != '.' && last != '?' && last != '!') return End::none;
    if (form.find_first_not_of(".?!") == std::string_view::npos) return End::mark;
    return is_abbreviation(form) ? End::abbreviation : End::none;
  }

  // The word behind the closing marks that stick to the one before `i`.
  size_t skip_closers(size_t i) const {
    while (i < words_.size() && touches(i) && is_closing(i)) ++i;
    return i;
  }

  bool opens_sentence(size_t i, End end, size_t last) const {
    if (i == words_.size()) return true;
    size_t first = i;
    while (first + 1 < words_.size() && is_opener(first_of(first).code)) ++first;
    const Character c = first_of(first);
    const std::string_view form = slice(text_, words_[first]);
    if (end == End::abbreviation) {
      return std::find(std::begin(kOpeners), std::end(kOpeners), form) != std::end(kOpeners) &&
             !is_title(slice(text_, words_[last]));
    }
    if (is_glued_title(last)) return false;
    if (is_lower_case(c.code)) return slice(text_, words_[last]) == "." && is_known_lower(form);
    if (c.kind == CharClass::mark)
      return form == "-" || form == "--" || form == "–" || form == "—"
                 ? !touches(i) && slice(text_, words_[last]) == "."
                 : c.code == '$' || c.code == '#' || c.code == '@' || c.code >= 0xA0 ||
                       c.code == '*';
    return true;
  }

 private:
  Character first_of(size_t i) const { return character_at(text_, words_[i].begin); }
  bool touches(size_t i) const { return i > 0 && words_[i - 1].end == words_[i].begin; }
  bool is_closing(size_t i) const {
    const std::string_view form = slice(text_, words_[i]);
    if (form == "''") return true;
    const Character c = first_of(i);
    if (c.bytes != form.size() || !is_closer(c.code)) return false;
    // A straight quote that sticks to the next word opens.
    const bool straight = c.code == '"' || c.code == '\'';
    const bool sticks = i + 1 < words_.size() && words_[i].end == words_[i + 1].begin &&
                        first_of(i + 1).kind != CharClass::mark;
    return !(straight && sticks);
  }
  // Names that begin small do begin sentences.
  static bool is_known_lower(std::string_view form) {
    return form == "al" || form == "iPhone" || form == "eBay" || form == "iPad";
  }
  // "Ms.Audrey Azoulay", written without a blank.
  bool is_glued_title(size_t period) const {
    return period > 0 && touches(period) && period + 1 < words_.size() && touches(period + 1) &&
           slice(text_, words_[period]) == "." &&
           is_title(std::string(slice(text_, words_[period - 1])) + ".");
  }
  static bool is_title(std::string_view form) {
    const std::string low = lower(form.substr(0, form.size() - 1));
    return std::find(std::begin(kTitles), std::end(kTitles), low) != std::end(kTitles);
  }

  std::string_view text_;
  const std::vector<Range>& words_;
};

}  // namespace

std::vector<size_t> split_sentences(std::string_view text, std::vector<Range>& words) {
  const Splitter splitter(text, words);
  std::vector<size_t> ends;
  std::vector<Range> result;
  size_t copied = 0;
  const auto copy_until = [&](size_t end) {
    for (; copied < end; ++copied) result.push_back(words[copied]);
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const End end = splitter.end_at(i);
    if (end == End::none) continue;
    const size_t next = splitter.skip_closers(i + 1);
    if (!splitter.opens_sentence(next, end, i)) continue;
    copy_until(i + 1);
    if (end == End::abbreviation) {
      const uint32_t period = --result.back().end;
      result.push_back({period, period + 1});
    }
    copy_until(next);
    ends.push_back(result.size());
    i = next - 1;
  }
  copy_until(words.size());
  if (ends.empty() || ends.back() != result.size()) ends.push_back(result.size());
  words.swap(result);
  return ends;
}

}  // namespace entente
