// What stands inside a story but is none of it.
#pragma once

#include <string_view>
#include <vector>

#include "articles/html_blocks.h"
#include "articles/html_tree.h"

namespace entente {

// For each block whether it belongs to something else than the story in the part that `part` is the
// root of: cards of other stories, captions, readers' comments, offers, notices, what a heading
// announces as something else, and what is said twice.
std::vector<bool> find_asides(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                              size_t part, std::string_view title);

}  // namespace entente
