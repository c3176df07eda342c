// The last step of every reader: blocks -> the text of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"

namespace entente {

// Drops boilerplate and repeated blocks, joins split words, puts the title first.
std::string text_of_blocks(const std::vector<std::string>& blocks, std::string_view title);

// Reads `text` as it came from the input into `article`: fills the fields that are still empty,
// its text and, where it has none, its id.
void fill_from_text(Article& article, std::string_view text, const ArticleOptions& options);

// The same of blocks that the input has marked as such, a web page's paragraphs.
void fill_from_blocks(Article& article, std::vector<std::string> blocks,
                      const ArticleOptions& options);

}  // namespace entente
