// The text of a web page as blocks: what stands between two breaks of its layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "articles/html_tree.h"

namespace entente {

enum class BlockKind : uint8_t { paragraph, heading, item, cell, other };

struct HtmlBlock {
  std::string text;  // blanks single, none at the ends
  size_t node = 0;   // the first text node
  size_t end = 0;    // after the last text node
  size_t owner = 0;  // the innermost element with a break of its own around all of it
  BlockKind kind = BlockKind::other;
  size_t words = 0;       // all of them
  size_t link_words = 0;  // of these, inside <a href>
  size_t stops = 0;       // full stops, question marks and the like, and commas

  double link_share() const {
    return words == 0 ? 0 : static_cast<double>(link_words) / static_cast<double>(words);
  }
};

// Visible text only: no scripts, forms' controls, pictures' texts, frames. `left_out` says which
// nodes to pass over with all that is below them; it has one entry a node.
std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const std::vector<bool>& left_out);

// Whether an element of that tag breaks the line.
bool breaks_line(std::string_view tag);

// Words of running text; scripts without blanks count two letters as a word.
size_t words_in(std::string_view text);

}  // namespace entente
