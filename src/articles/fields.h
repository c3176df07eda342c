// The fields of an article in inputs that name theirs: JSON objects, columns of tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"

namespace entente {

// The names under which the input may hold `field` ("text", "title" ...), best first: those that
// the user gave, else the usual ones.
std::vector<std::string_view> input_names(std::string_view field,
                                          const std::vector<FieldName>& given);

// What an input says of an article, as it stands there.
struct RawArticle {
  std::string id, title, outlet, author, url, published, text;
};

// The article of one row or object. Text that holds HTML is read as such. What is wrong goes to
// `problems` with `place`; no article is added where there is no text.
void add_article(ReadArticles& result, RawArticle raw, std::string place,
                 const ArticleOptions& options);

}  // namespace entente
