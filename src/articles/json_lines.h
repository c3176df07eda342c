// JSON Lines: one article a line.
#pragma once

#include <string_view>

#include "articles/articles.h"

namespace entente {

// Whether the text looks like JSON: its first non-blank byte is '{', or '[' followed by '{'.
bool looks_like_json(std::string_view text);

// Whether parsing the JSON could exhaust the stack: the library recurses over nested values.
bool nested_too_deeply(std::string_view json);

ReadArticles read_json_lines(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options, size_t first_line);

}  // namespace entente
