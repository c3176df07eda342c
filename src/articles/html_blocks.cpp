// One walk over the flat tree. A block ends where an element of the layout begins or ends, and at
// two line breaks in a row; a single <br> is a blank, except where it is all the layout that a page
// has. Tested by html_test.cpp.
#include "articles/html_blocks.h"

#include <algorithm>

#include "articles/utf8.h"
#include "base/ascii.h"

namespace entente {
namespace {

bool is_invisible(std::string_view tag) {
  return is_one_of(
      tag, {"script", "style",  "noscript", "template", "svg",      "iframe", "object", "video",
            "audio",  "canvas", "select",   "button",   "textarea", "head",   "math",   "datalist",
            "map",    "embed",  "frameset", "dialog",   "progress", "meter",  "rp",     "rt"});
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

BlockKind kind_of(const HtmlTree& tree, size_t owner) {
  for (size_t node = owner, steps = 0; steps < 4; node = tree.nodes[node].parent, ++steps) {
    const std::string_view tag = tree.nodes[node].tag;
    if (tag == "p" || tag == "blockquote" || tag == "pre") return BlockKind::paragraph;
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
      return BlockKind::heading;
    }
    if (is_one_of(tag, {"li", "dt", "dd"})) return BlockKind::item;
    if (is_one_of(tag, {"td", "th", "caption"})) return BlockKind::cell;
    if (is_one_of(tag, {"section", "article", "body", "main", "ul", "ol", "table"})) break;
  }
  return BlockKind::other;
}

size_t count_stops(std::string_view text) {
  size_t stops = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool last = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '"';
    stops += last && (text[i] == '.' || text[i] == ',' || text[i] == '?' || text[i] == '!');
    stops +=
        text.substr(i).starts_with("\xE3\x80\x82") || text.substr(i).starts_with("\xEF\xBC\x8C");
  }
  return stops;
}

class BlockMaker {
 public:
  explicit BlockMaker(const HtmlTree& tree) : tree_(tree) {}

  void add_text(size_t node, bool linked) {
    const std::string_view text = tree_.nodes[node].text;
    const bool empty = std::all_of(text.begin(), text.end(), is_blank);
    if (empty) {
      add_blank();
      return;
    }
    const size_t before = block_.text.size();
    for (const char c : text) {
      if (is_blank(c)) {
        add_blank();
      } else {
        block_.text += c;
      }
    }
    if (before == 0) block_.node = node;
    block_.end = node + 1;
    if (linked) block_.link_words += words_in(std::string_view(block_.text).substr(before));
    breaks_ = 0;
  }

  // <br>: the second in a row ends the block.
  void add_line_break(size_t owner) {
    if (block_.text.empty()) return;
    if (++breaks_ >= 2) return finish(owner);
    line_ends_.push_back(block_.text.size());
    add_blank();
  }

  void finish(size_t owner) {
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.owner = owner;
      block_.kind = kind_of(tree_, owner);
      add_lines();
    }
    block_ = {};
    line_ends_.clear();
    breaks_ = 0;
  }

  std::vector<HtmlBlock> take() { return std::move(blocks_); }

 private:
  void add_blank() {
    if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
  }

  // Very long blocks whose lines are sentences were written with <br> alone.
  void add_lines() {
    constexpr size_t kLong = 1200;
    if (line_ends_.size() < 2 || block_.text.size() < kLong) return add_block(block_);
    size_t begin = 0;
    line_ends_.push_back(block_.text.size());
    for (const size_t end : line_ends_) {
      const bool sentence =
          end > begin && (block_.text[end - 1] == '.' || block_.text[end - 1] == '"' ||
                          end + 1 >= block_.text.size());
      if (!sentence || end <= begin) continue;
      HtmlBlock line = block_;
      line.text = trim(std::string_view(block_.text).substr(begin, end - begin));
      line.link_words = block_.link_words * line.text.size() / block_.text.size();
      begin = end;
      if (!line.text.empty()) add_block(line);
    }
  }

  void add_block(HtmlBlock block) {
    block.words = words_in(block.text);
    block.link_words = std::min(block.link_words, block.words);
    block.stops = count_stops(block.text);
    blocks_.push_back(std::move(block));
  }

  const HtmlTree& tree_;
  HtmlBlock block_;
  std::vector<size_t> line_ends_;
  size_t breaks_ = 0;
  std::vector<HtmlBlock> blocks_;
};

// The innermost element at or above `node` that breaks the line.
size_t owner_of(const HtmlTree& tree, size_t node) {
  while (node > 0 && !breaks_line(tree.nodes[node].tag)) node = tree.nodes[node].parent;
  return node;
}

}  // namespace

bool breaks_line(std::string_view tag) {
  return !is_one_of(
      tag, {"",      "a",      "b",   "i",     "em",      "strong", "span",    "u",     "s",
            "small", "big",    "sub", "sup",   "font",    "abbr",   "acronym", "cite",  "code",
            "del",   "ins",    "dfn", "kbd",   "mark",    "q",      "ruby",    "rb",    "samp",
            "time",  "tt",     "var", "wbr",   "bdi",     "bdo",    "img",     "data",  "label",
            "nobr",  "strike", "br",  "input", "picture", "source", "track",   "output"});
}

size_t words_in(std::string_view text) {
  size_t words = 0, letters = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const char low = to_lower(text[at]);
      const bool letter = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9');
      words += letter && !inside;
      inside = letter || (inside && (low == '\'' || low == '-'));
      ++at;
      continue;
    }
    const TextCharacter point = utf8_character_at(text, at);
    const bool dense = point.code >= 0x2E80 && point.code < 0xFF00;
    const bool mark = point.code >= 0x2000 && point.code < 0x2070;
    letters += dense;
    if (!dense && !mark && point.code != 0xA0) {
      words += !inside;
      inside = true;
    } else if (point.code != 0x2019) {
      inside = false;
    }
    at += std::max<size_t>(point.size, 1);
  }
  return words + letters / 2;
}

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const std::vector<bool>& left_out) {
  BlockMaker maker(tree);
  std::vector<size_t> open;       // elements that break the line
  std::vector<size_t> link_ends;  // where the links around end
  for (size_t i = 0; i < tree.nodes.size();) {
    while (!open.empty() && tree.nodes[open.back()].end <= i) {
      maker.finish(open.back());
      open.pop_back();
    }
    while (!link_ends.empty() && link_ends.back() <= i) link_ends.pop_back();
    const HtmlNode& node = tree.nodes[i];
    if (node.tag.empty()) {
      maker.add_text(i, !link_ends.empty());
    } else if (left_out[i] || is_invisible(node.tag)) {
      if (breaks_line(node.tag) && !is_one_of(node.tag, {"script", "style"})) {
        maker.finish(owner_of(tree, node.parent));
      }
      i = std::max<size_t>(node.end, i + 1);
      continue;
    } else if (node.tag == "br") {
      maker.add_line_break(owner_of(tree, node.parent));
    } else if (node.tag == "unknown" && !open.empty() && tree.nodes[open.back()].tag == "p") {
      // A page's own element inside of a paragraph: a link, a mark, a tip.
    } else if (breaks_line(node.tag)) {
      maker.finish(owner_of(tree, node.parent));
      open.push_back(i);
    } else if (node.tag == "a" && tree.has_attribute(i, "href")) {
      link_ends.push_back(node.end);
    }
    ++i;
  }
  while (!open.empty()) {
    maker.finish(open.back());
    open.pop_back();
  }
  maker.finish(0);
  return maker.take();
}

}  // namespace entente
