// The HTML5 parser is gumbo's. The idea here: all its memory comes from an arena that the tree
// keeps, so that nothing is freed node by node (gumbo's own clean-up recurses and would exhaust the
// stack on a hostile page), and the arena has an end: a page that multiplies its elements ("<b>"
// never closed before thousands of "<p>") is left with a jump and read by its tags alone. Pages
// nested beyond reason are cut before they are parsed. Tested by html_test.cpp.
#include "articles/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr size_t kDepthMax = 500;
constexpr size_t kChunkBytes = 1u << 20;
constexpr size_t kMemoryFloor = 64u << 20;

// What gumbo's memory comes from. Plain data: a jump leaves gumbo's C frames without destructors.
struct Arena {
  std::vector<std::unique_ptr<char[]>>* chunks = nullptr;
  char* at = nullptr;
  size_t left = 0;
  size_t used = 0, used_max = 0;
  std::jmp_buf full;
};

void* allocate(void* data, size_t size) {
  auto& arena = *static_cast<Arena*>(data);
  size = (size + 15) & ~size_t{15};
  if (size > arena.left) {
    const size_t chunk = std::max(size, kChunkBytes);
    if (arena.used + chunk > arena.used_max) std::longjmp(arena.full, 1);
    arena.used += chunk;
    arena.chunks->push_back(std::make_unique_for_overwrite<char[]>(chunk));
    arena.at = arena.chunks->back().get();
    arena.left = chunk;
  }
  void* result = arena.at;
  arena.at += size;
  arena.left -= size;
  return result;
}

void keep(void*, void*) {}

// Elements that the end of another closes, or that have no end.
bool closes_itself(std::string_view tag) {
  return is_one_of(
      tag, {"area",  "base",  "br",     "col",    "embed", "hr",       "img",    "input", "link",
            "meta",  "param", "source", "track",  "wbr",   "p",        "li",     "dt",    "dd",
            "tr",    "td",    "th",     "option", "tbody", "thead",    "script", "style", "title",
            "frame", "html",  "head",   "body",   "tfoot", "optgroup", "path",   "use"});
}

struct Tag {
  std::string name;
  bool closing = false;
  size_t end = 0;  // after '>'
};

// The tag at html[at] == '<', if it is one.
std::optional<Tag> tag_at(std::string_view html, size_t at) {
  Tag tag;
  size_t i = at + 1;
  if (i < html.size() && html[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const size_t begin = i;
  while (i < html.size() && i - begin < 16 && to_lower(html[i]) >= '0' && html[i] != '>') {
    if (to_lower(html[i]) > 'z') break;
    ++i;
  }
  if (i == begin) return std::nullopt;
  tag.name = lower(html.substr(begin, i - begin));
  tag.end = std::min(html.find('>', i), html.size());
  return tag;
}

// The bytes of the page before its elements are nested too deeply; all, for a sane page.
size_t sane_size(std::string_view html) {
  size_t depth = 0;
  for (size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    const auto tag = tag_at(html, at);
    if (!tag || closes_itself(tag->name)) continue;
    const bool empty = tag->end > 0 && html[tag->end - 1] == '/';
    if (tag->closing) {
      depth -= depth > 0;
    } else if (!empty && ++depth > kDepthMax) {
      return at;
    }
  }
  return html.size();
}

void add_attributes(HtmlTree& tree, HtmlNode& node, const GumboVector& list) {
  node.attributes = static_cast<uint32_t>(tree.attributes.size());
  for (unsigned i = 0; i < list.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(list.data[i]);
    tree.attributes.push_back({attribute->name, attribute->value});
  }
  node.attributes_end = static_cast<uint32_t>(tree.attributes.size());
}

bool holds_children(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string_view tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  return "unknown";
}

// Adds the node without its children; false for what has no place in the tree.
bool add_node(HtmlTree& tree, const GumboNode& source, uint32_t parent) {
  HtmlNode node;
  node.parent = parent;
  if (holds_children(source)) {
    node.tag = tag_name(source.v.element);
    add_attributes(tree, node, source.v.element.attributes);
  } else if (source.type == GUMBO_NODE_COMMENT) {
    return false;
  } else {
    node.text = source.v.text.text;
  }
  tree.nodes.push_back(node);
  return true;
}

void flatten(HtmlTree& tree, const GumboNode& root) {
  struct Open {
    const GumboNode* node;
    uint32_t index;
    unsigned child;
  };
  add_node(tree, root, 0);
  std::vector<Open> open{{&root, 0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.child == children.length) {
      tree.nodes[top.index].end = static_cast<uint32_t>(tree.nodes.size());
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[top.child++]);
    const auto index = static_cast<uint32_t>(tree.nodes.size());
    if (!add_node(tree, child, top.index)) continue;
    tree.nodes[index].end = index + 1;
    if (holds_children(child)) open.push_back({&child, index, 0});
  }
}

// Null where the arena was full.
const GumboOutput* parse(Arena& arena, std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.full) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

// A page that could not be parsed: its text between tags, under one element.
void read_tags_alone(HtmlTree& tree, std::string_view html) {
  tree.nodes.push_back({"html", "", 0, 0, 0, 0});
  auto copy = std::make_unique_for_overwrite<char[]>(html.size() + 1);
  std::memcpy(copy.get(), html.data(), html.size());
  const std::string_view text(copy.get(), html.size());
  tree.memory.push_back(std::move(copy));
  for (size_t at = 0; at < text.size();) {
    const size_t tag = std::min(text.find('<', at), text.size());
    if (tag > at) {
      const auto index = static_cast<uint32_t>(tree.nodes.size());
      tree.nodes.push_back({"", text.substr(at, tag - at), 0, index + 1, 0, 0});
    }
    at = std::min(text.find('>', tag), text.size() - 1) + 1;
    if (tag == text.size()) break;
  }
  tree.nodes[0].end = static_cast<uint32_t>(tree.nodes.size());
}

}  // namespace

std::string_view HtmlTree::attribute(size_t node, std::string_view name) const {
  for (uint32_t i = nodes[node].attributes; i < nodes[node].attributes_end; ++i) {
    if (attributes[i].name == name) return attributes[i].value;
  }
  return "";
}

bool HtmlTree::has_attribute(size_t node, std::string_view name) const {
  for (uint32_t i = nodes[node].attributes; i < nodes[node].attributes_end; ++i) {
    if (attributes[i].name == name) return true;
  }
  return false;
}

std::optional<size_t> HtmlTree::first(std::string_view tag) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const HtmlNode& node) { return node.tag == tag; });
  if (found == nodes.end()) return std::nullopt;
  return static_cast<size_t>(found - nodes.begin());
}

std::string HtmlTree::text_of(size_t node) const {
  std::string text;
  for (size_t i = node; i < nodes[node].end; ++i) {
    if (!is_text(i)) {
      if (i > node && !text.empty() && text.back() != ' ') {
        if (!is_one_of(nodes[i].tag, {"b", "i", "em", "strong", "a", "span", "u"})) text += ' ';
      }
      continue;
    }
    if (is_one_of(nodes[nodes[i].parent].tag, {"script", "style", "noscript"})) continue;
    for (const char c : nodes[i].text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) text += c;
      if (blank && !text.empty() && text.back() != ' ') text += ' ';
    }
  }
  return std::string(trim(text));
}

HtmlTree parse_html(std::string_view html) {
  HtmlTree tree;
  const size_t size = sane_size(html);
  tree.cut = size < html.size();
  html = html.substr(0, size);
  auto arena = std::make_unique<Arena>();
  arena->chunks = &tree.memory;
  arena->used_max = kMemoryFloor + html.size() * 24;
  // Unlike a browser, the tree must not point into the caller's bytes: text is copied by gumbo.
  const GumboOutput* output = parse(*arena, html);
  if (output == nullptr) {
    tree.memory.clear();
    tree.cut = true;
    read_tags_alone(tree, html);
  } else {
    flatten(tree, *output->root);
  }
  return tree;
}

}  // namespace entente
