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

// `declared` is the story as the page's metadata repeat it, "" where they do not: the part of the
// page that agrees with it is taken.
HtmlBody find_body(const HtmlTree& tree, std::string_view title, std::string_view declared);

}  // namespace entente
