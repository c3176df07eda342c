// Lines of a file -> blocks: titles, headings, list items and paragraphs, each on one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Paragraphs that were wrapped at a fixed width are joined again, bullets are taken off, blanks are
// single, no block is empty. `text` has plain characters and '\n' line ends.
std::vector<std::string> split_blocks(std::string_view text);

// The blanks of a line made single, none at its ends.
std::string single_blanks(std::string_view line);

// Whether the line ends as a sentence does, closing quotes and brackets aside.
bool ends_sentence(std::string_view line);

// "1. ", "(a) ", "12) ": how a numbered list item begins.
bool begins_numbered(std::string_view line);

}  // namespace entente
