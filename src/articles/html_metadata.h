// What a web page says of its story apart from the story's text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "articles/html_tree.h"
#include "base/date.h"

namespace entente {

// Fields are "" where the page does not tell; characters are as in the page, blanks single.
struct HtmlMetadata {
  std::string title, outlet, author, url;
  std::optional<Date> published;
  std::string body;      // the story's text where JSON-LD repeats it
  bool article = false;  // the page calls itself an article
};

// `url` is the address that the page came from, "" where that is unknown.
HtmlMetadata read_metadata(const HtmlTree& tree, std::string_view url);

}  // namespace entente
