// Bytes of a file -> UTF-8, whatever they were.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace entente {

struct DecodedText {
  std::string text;  // valid UTF-8 without byte-order mark; empty where the bytes are not text
  bool binary = false;
  std::vector<Problem> problems;
};

// UTF-8 or UTF-16 by byte-order mark, else UTF-8; bytes that are no UTF-8 are read as Windows-1252
// where that makes sense of them, else replaced by U+FFFD, with one Problem that names the first
// line and byte. `first_line` is the number of the first line of `bytes` in `origin`.
DecodedText decode_text(std::string_view bytes, std::string_view origin, size_t first_line = 1);

// The same of a web page or XML file, which may declare its charset; `charset` is what the server
// said, "" where that is unknown. No Problem where the bytes are as declared.
DecodedText decode_markup(std::string_view bytes, std::string_view origin,
                          std::string_view charset = "");

// One byte of Windows-1252; U+FFFD for its five holes.
char32_t windows_1252(unsigned char byte);

}  // namespace entente
