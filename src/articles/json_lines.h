// JSON: one article a line, or one a value.
#pragma once

#include <string_view>

#include "articles/articles.h"

namespace entente {

// Whether the text looks like JSON: its first non-blank byte is '{', or '[' followed by '{'.
bool looks_like_json(std::string_view text);

// Whether parsing the JSON could exhaust the stack: the library recurses over nested values.
bool nested_too_deeply(std::string_view json);

// `bytes` are whole lines, one object each.
ReadArticles read_json_lines(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options, size_t first_line);

// `bytes` are one value: an object, or an array of objects.
ReadArticles read_json_value(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options);

}  // namespace entente
