// A web page as a flat tree: elements and texts in the order of the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct HtmlAttribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities decoded
};

struct HtmlNode {
  std::string_view tag;   // lower case; "" for a text
  std::string_view text;  // of a text, entities decoded; of a script, its code
  uint32_t parent = 0;    // index of the element around it; the root is its own
  uint32_t end = 0;       // index after its last descendant
  uint32_t attributes = 0, attributes_end = 0;
};

// The first node is the html element. Every view points into memory that the tree owns.
struct HtmlTree {
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> attributes;
  std::vector<std::unique_ptr<char[]>> memory;
  bool cut = false;  // elements were nested too deeply, or there were too many: the rest is missing

  bool is_text(size_t node) const { return nodes[node].tag.empty(); }
  // The attribute's value, "" where it is missing.
  std::string_view attribute(size_t node, std::string_view name) const;
  bool has_attribute(size_t node, std::string_view name) const;
  // The first element of that tag in the page, if there is one.
  std::optional<size_t> first(std::string_view tag) const;
  // All text below the node, blanks made single; scripts and styles left out.
  std::string text_of(size_t node) const;
};

// Any text makes a tree, as in a browser. `html` is UTF-8.
HtmlTree parse_html(std::string_view html);

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

}  // namespace entente
