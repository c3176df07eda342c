// Lines -> blocks. The idea: a line was broken by a fixed width if the first word of the next line
// would not have fitted any more; so the width is measured (the longest line) and a line break that
// had no need to be there ends a paragraph. Text that was not wrapped keeps its lines, save where a
// line stops in the middle of a sentence and the next goes on with a small letter, or the line ends
// with a word that ends nothing ("of"). Leaves out columns side by side. Tested by blocks_test.cpp.
#include "articles/blocks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "base/ascii.h"

namespace entente {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 9> kBullets = {
    "\xE2\x80\xA2", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x96\xA0",
    "\xE2\x96\xBA", "\xC2\xB7",     "\xE2\x80\xA3", "\xE2\x97\x8B"};

// The bytes of the bullet and blanks that the line begins with.
size_t bullet_size(std::string_view line) {
  size_t size = 0;
  for (const std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) size = bullet.size();
  }
  if (line.starts_with("* ") || line.starts_with("- ") || line.starts_with("+ ")) size = 1;
  if (size == 0) return 0;
  return std::min(line.find_first_not_of(' ', size), line.size());
}

struct Line {
  std::string text;
  bool item = false;   // begins a list item
  bool after = false;  // an empty line stands before it
};

// "• one • two • three" on one line is three items.
void add_items(std::vector<Line>& lines, std::string_view text, bool after) {
  size_t begin = 0;
  for (size_t at = text.find(" \xE2\x80\xA2 "); at != std::string_view::npos;
       at = text.find(" \xE2\x80\xA2 ", at + 5)) {
    lines.push_back({std::string(trim(text.substr(begin, at - begin))), begin > 0, after});
    begin = at + 5;
    after = false;
  }
  lines.push_back({std::string(trim(text.substr(begin))), begin > 0, after});
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool after = false;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string line = single_blanks(text.substr(at, end - at));
    at = end + 1;
    const size_t bullet = bullet_size(line);
    const std::string_view rest = std::string_view(line).substr(bullet);
    if (rest.empty()) {
      after = true;
      continue;
    }
    const size_t first = lines.size();
    add_items(lines, rest, after);
    lines[first].item = bullet > 0 || begins_numbered(rest);
    after = false;
  }
  return lines;
}

bool stops_inside(std::string_view line) {
  const char last = line.back();
  return is_lower(last) || last == ',' || last == '-' || is_digit(last);
}

// "al-Shabaab", "iPhone" begin names, not the rest of a sentence.
bool goes_on(std::string_view line) {
  return is_lower(line[0]) && !line.starts_with("al-") && !line.starts_with("el-") &&
         !(line.size() > 1 && line[1] >= 'A' && line[1] <= 'Z');
}

// Words that no sentence, headline or caption ends with.
constexpr std::string_view kOpenWords[] = {
    "a",    "an",  "and",   "are", "as",   "at",   "be",    "because", "between", "by",    "for",
    "from", "had", "has",   "his", "into", "is",   "its",   "nor",     "of",      "or",    "than",
    "that", "the", "their", "to",  "was",  "were", "which", "while",   "who",     "whose", "with"};

bool ends_open(std::string_view line) {
  const std::string_view word = line.substr(line.find_last_of(' ') + 1);
  return std::ranges::find(kOpenWords, word) != std::end(kOpenWords);
}

bool breaks_a_sentence(std::string_view line, std::string_view next) {
  return (goes_on(next) && stops_inside(line)) || ends_open(line);
}

// The width that the text was wrapped at, or 0 where it was not.
size_t wrap_width(const std::vector<Line>& lines) {
  constexpr size_t kNarrowest = 30, kWidest = 130;
  std::vector<size_t> widths;
  size_t pairs = 0, continued = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after) continue;
    ++pairs;
    continued += breaks_a_sentence(lines[i].text, lines[i + 1].text);
    widths.push_back(lines[i].text.size());
  }
  if (pairs < 3 || continued * 10 < pairs * 3) return 0;
  // One line in twenty may be longer: a long word, a heading of another width.
  const size_t index = widths.size() - 1 - widths.size() / 20;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(index),
                   widths.end());
  const size_t width = widths[index];
  return width < kNarrowest || width > kWidest ? 0 : width;
}

bool was_wrapped(const Line& line, const Line& next, size_t last_width, size_t width) {
  if (next.after || next.item) return false;
  if (breaks_a_sentence(line.text, next.text)) return width > 0 || !line.item;
  if (width == 0) return false;
  const size_t word = std::min(next.text.find(' '), next.text.size());
  const size_t slack = width / 12;  // ragged setting breaks a little early
  return last_width + 1 + word + slack > width;
}

void append_line(std::string& block, std::string_view line) {
  const bool split_word = block.size() > 1 && block.back() == '-' && block[block.size() - 2] != ' ';
  if (!split_word) block += ' ';
  block += line;
}

}  // namespace

std::string single_blanks(std::string_view line) {
  std::string result;
  result.reserve(line.size());
  for (const char c : line) {
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

bool ends_sentence(std::string_view line) {
  const size_t last = line.find_last_not_of("\"')] ");
  return last != std::string_view::npos &&
         (line[last] == '.' || line[last] == '!' || line[last] == '?');
}

bool begins_numbered(std::string_view line) {
  const size_t open = line.starts_with('(') ? 1 : 0;
  size_t at = open;
  while (at < line.size() && at < open + 2 && is_digit(line[at])) ++at;
  if (at == open && at < line.size() && is_lower(line[at])) ++at;
  if (at == open || at + 1 >= line.size()) return false;
  const bool letter = is_lower(line[at - 1]);
  const bool closed = line[at] == ')' || (line[at] == '.' && !letter);
  return closed && line[at + 1] == ' ';
}

std::vector<std::string> split_blocks(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const size_t width = wrap_width(lines);
  std::vector<std::string> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && was_wrapped(lines[i - 1], lines[i], lines[i - 1].text.size(), width)) {
      append_line(blocks.back(), lines[i].text);
    } else {
      blocks.push_back(lines[i].text);
    }
  }
  return blocks;
}

}  // namespace entente
