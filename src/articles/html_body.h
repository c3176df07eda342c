// Where the story of a web page is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/html_tree.h"

namespace entente {

struct HtmlBody {
  std::vector<std::string> blocks;  // in the order of the page; headings, paragraphs, list items
  size_t node = 0;                  // the element that holds them
  size_t words = 0;                 // of paragraphs
};

// `title` tells which heading is the page's, "" where that is unknown.
HtmlBody find_body(const HtmlTree& tree, std::string_view title);

}  // namespace entente
