// What the tags and names of a web page say of its parts: which belong to a story, which to the
// page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "articles/html_tree.h"

namespace entente {

struct HtmlPlaces {
  std::vector<bool> left_out;  // a node with all below it: navigation, comments, captions, teasers
  std::vector<bool> story;     // an element that says it holds the text of the story
};

// `by_name` is off for pages whose names mislead: then tags, roles and the surest names alone
// count.
HtmlPlaces find_places(const HtmlTree& tree, bool by_name = true);

// The words of a class or id: "relatedPosts entry-content" -> related posts entry content. Nothing
// of a name that denies or tells of layout ("has-sidebar").
std::vector<std::string> name_words(std::string_view names);

}  // namespace entente
