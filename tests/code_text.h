// C++ text as the scanners see it: in lines, and without comments and literals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Lines without their line breaks; no last empty line after a final line break.
std::vector<std::string_view> lines_of(std::string_view text);

// `code` with the same length and line breaks, but with blanks for comments and for what stands
// inside string, character and raw string literals (the quotes stay).
std::string without_comments_and_literals(std::string_view code);

struct Include {
  size_t line = 0;
  std::string path;
  bool quoted = false;  // "..." and not <...>
};

std::vector<Include> includes_of(std::string_view code);

}  // namespace entente
