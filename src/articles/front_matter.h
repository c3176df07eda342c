// What the lines above and below an article say of it: address, title, byline, outlet, date.
#pragma once

#include <string>
#include <vector>

#include "articles/articles.h"

namespace entente {

// Takes such lines out of `blocks` and fills the fields of `article` that are still empty; what
// remains in `blocks` is the body, without title and dateline. `article.url`, if set, tells too.
void take_front_matter(std::vector<std::string>& blocks, Article& article,
                       const ArticleOptions& options);

}  // namespace entente
