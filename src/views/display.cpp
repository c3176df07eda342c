// Column widths without a locale: a short table of the wide and the zero-width ranges of Unicode
// 15, coarse inside the scripts of India and South-East Asia. Tested in display_test.cpp.
#include "views/display.h"

#include <algorithm>
#include <array>

#include "views/utf8.h"

namespace entente {

namespace {

struct CodeRange {
  char32_t first, last;
};

constexpr CodeRange kZeroWidth[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05C7}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670},   {0x06D6, 0x06DC},   {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x0711, 0x0711},   {0x0730, 0x074A},   {0x0900, 0x0902}, {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x094D, 0x094D},   {0x0E31, 0x0E31},   {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F},
    {0x20D0, 0x20F0}, {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE01EF},
};

constexpr CodeRange kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x274C, 0x274C},   {0x2753, 0x2755},
    {0x2795, 0x2797},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF},
    {0x1B000, 0x1B2FF}, {0x1F18E, 0x1F19A}, {0x1F200, 0x1F265}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

template <size_t n>
bool within(char32_t code, const CodeRange (&ranges)[n]) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](CodeRange r) { return code >= r.first && code <= r.last; });
}

int width_of(char32_t code) {
  if (code < 0x300) return code < 0x20 || (code >= 0x7F && code < 0xA0) ? 0 : 1;
  if (within(code, kZeroWidth)) return 0;
  return within(code, kWide) ? 2 : 1;
}

// The bytes of a colour sequence at `at`, or 0.
size_t sequence_size(std::string_view text, size_t at) {
  if (text.substr(at, 2) != "\x1b[") return 0;
  const size_t end = text.find_first_not_of("0123456789;", at + 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 - at : 0;
}

// How many bytes of `text` from `begin` on fit into `columns`.
size_t fitting(std::string_view text, size_t begin, int columns) {
  size_t at = begin;
  while (at < text.size()) {
    if (const size_t size = sequence_size(text, at)) {
      at += size;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    columns -= width_of(point.code);
    if (columns < 0) break;
    at += point.size;
  }
  return at - begin;
}

bool is_bidi_control(char32_t code) {
  return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_blank(char32_t code) {
  return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x2028 || code == 0x2029;
}

size_t word_begin_before(std::string_view text, size_t at) {
  const size_t blank = text.rfind(' ', at);
  return blank == std::string_view::npos ? 0 : blank + 1;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) {
    if (const size_t size = sequence_size(text, at)) {
      at += size;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    width += width_of(point.code);
    at += point.size;
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool blank_waits = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_blank(point.code)) {
      blank_waits = !line.empty();
    } else if (!is_bidi_control(point.code)) {
      if (blank_waits) line += ' ';
      blank_waits = false;
      line += point.valid ? text.substr(at, point.size) : std::string_view(kReplacement);
    }
    at += point.size;
  }
  return line;
}

std::string elide(std::string_view text, int columns) {
  if (columns <= 0) return "";
  if (display_width(text) <= columns) return std::string(text);
  std::string_view kept = text.substr(0, fitting(text, 0, columns - 1));
  // A cut just after a word reads better than inside one, if it costs little; names stay long.
  const size_t blank = kept.rfind(' ');
  const bool inside_word = text[kept.size()] != ' ';
  if (inside_word && blank != std::string_view::npos && blank >= 10 && kept.size() - blank < 14) {
    kept = kept.substr(0, blank);
  }
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string elide_around(std::string_view text, Range focus, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  const size_t begin = std::min<size_t>(focus.begin, text.size());
  const size_t end = std::clamp<size_t>(focus.end, begin, text.size());
  if (display_width(text.substr(0, end)) < columns * 2 / 3) return elide(text, columns);
  size_t from = begin;
  while (from > 0 && display_width(text.substr(from, begin - from)) < columns / 3) {
    const size_t earlier = word_begin_before(text, from >= 2 ? from - 2 : 0);
    if (display_width(text.substr(earlier, begin - earlier)) > columns / 2) break;
    from = earlier;
  }
  if (from == 0) return elide(text, columns);
  return "…" + elide(text.substr(from), columns - 1);
}

std::string pad_right(std::string_view text, int columns) {
  const int missing = std::max(0, columns - display_width(text));
  return std::string(text) + std::string(static_cast<size_t>(missing), ' ');
}

std::string pad_left(std::string_view text, int columns) {
  const int missing = std::max(0, columns - display_width(text));
  return std::string(static_cast<size_t>(missing), ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  columns = std::max(columns, 1);
  std::vector<std::string> lines;
  std::string line;
  auto flush = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
  };
  for (size_t at = text.find_first_not_of(' '); at < text.size();) {
    std::string_view word = text.substr(at, text.find(' ', at) - at);
    at = text.find_first_not_of(' ', at + word.size());
    if (!line.empty() && display_width(line) + 1 + display_width(word) > columns) flush();
    while (display_width(word) > columns) {
      const size_t size = std::max<size_t>(fitting(word, 0, columns), decode_utf8(word, 0).size);
      lines.emplace_back(word.substr(0, size));
      word.remove_prefix(size);
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  flush();
  return lines;
}

std::string paragraph(std::string_view first, std::string_view rest, std::string_view text,
                      int columns) {
  const int indent = std::max(display_width(first), display_width(rest));
  std::string result;
  for (const std::string& line : wrap(text, std::max(columns - indent, 10))) {
    result += result.empty() ? first : rest;
    result += line;
    result += '\n';
  }
  return result;
}

std::string ink(std::string_view text, Ink ink, bool color) {
  // In the order of Ink. Friendly and hostile differ in lightness too, and never red to green.
  constexpr std::array<std::string_view, 12> kCodes = {"",     "1",  "2",    "1",  "36",   "1;35",
                                                       "2;35", "34", "1;33", "36", "1;33", "35"};
  const std::string_view code = kCodes[static_cast<size_t>(ink)];
  if (!color || code.empty()) return std::string(text);
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    const size_t end = std::min(text.find(' ', begin), text.size());
    result += text.substr(at, begin - at);
    if (begin < end) {
      result.append("\x1b[").append(code).append("m");
      result.append(text.substr(begin, end - begin)).append("\x1b[0m");
    }
    at = end;
  }
  return result;
}

}  // namespace entente
