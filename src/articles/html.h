// HTML: a web page -> its article.
#pragma once

#include <string_view>

#include "articles/articles.h"

namespace entente {

// Whether the bytes begin as a web page does.
bool looks_like_html(std::string_view bytes);

// One article, or a Problem where the page holds no running text. `html` is UTF-8; `url` is the
// address that the page came from, "" where that is unknown.
ReadArticles read_html(std::string_view html, std::string_view origin, std::string_view url,
                       const ArticleOptions& options);

}  // namespace entente
