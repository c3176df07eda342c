// RSS and Atom.
#pragma once

#include <string_view>

#include "articles/articles.h"

namespace entente {

// Whether the bytes begin as an XML file does, and no web page.
bool looks_like_xml(std::string_view bytes);

// The entries of an RSS (0.9 to 2.0) or Atom feed. Nothing is fetched; no entity is expanded but
// those of characters.
ReadArticles read_feed(std::string_view bytes, std::string_view origin,
                       const ArticleOptions& options);

}  // namespace entente
