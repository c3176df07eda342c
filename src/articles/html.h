// HTML: a web page -> its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"

namespace entente {

// Whether the bytes begin as a web page does.
bool looks_like_html(std::string_view bytes);

// One article, or a Problem where the page holds no running text. `html` is UTF-8; `url` is the
// address that the page came from, "" where that is unknown.
ReadArticles read_html(std::string_view html, std::string_view origin, std::string_view url,
                       const ArticleOptions& options);

// Whether a text that should be plain holds HTML, as fields of feeds and data sets often do.
bool is_marked_up(std::string_view text);

// All text of a piece of HTML that is known to be the story, one block each.
std::vector<std::string> blocks_of_markup(std::string_view html);

}  // namespace entente
