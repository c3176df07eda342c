// Text on a terminal: how many columns it takes, how to cut, fill, wrap and colour it.
// All functions take UTF-8 of any quality. The colour sequences that `ink` adds take no columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/range.h"

namespace entente {

// Columns on a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks.
int display_width(std::string_view text);

// One line of valid UTF-8 that is safe to print: control characters (escape sequences among them)
// and line breaks become single spaces, bidirectional controls are dropped.
std::string one_line(std::string_view text);

// `text` cut to at most `columns`, with "…" where something was left out.
std::string elide(std::string_view text, int columns);
// The same, but what is left holds the beginning of `focus`, a byte range of `text`.
std::string elide_around(std::string_view text, Range focus, int columns);

std::string pad_right(std::string_view text, int columns);
std::string pad_left(std::string_view text, int columns);

// Lines of at most `columns`, broken at blanks, inside a word only where the word is longer.
std::vector<std::string> wrap(std::string_view text, int columns);
// Wrapped text; the first line begins with `first`, the others with `rest`; ends with a newline.
std::string paragraph(std::string_view first, std::string_view rest, std::string_view text,
                      int columns);

enum class Ink : uint8_t {
  plain,
  strong,
  faint,
  heading,
  friendly,
  hostile,
  mixed,
  camp_1,
  camp_2,
  source,
  deed,
  target,
};
// `text` in that colour, word by word so that wrapping cannot cut a colour; unchanged if !color.
std::string ink(std::string_view text, Ink ink, bool color);

}  // namespace entente
