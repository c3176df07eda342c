// The idea: every block of the page is worth something, sentences much, menus and lists of links
// less than nothing, and the story is the part of the page with the greatest sum (after Pasternack
// and Roth, "Extracting article text from the web with maximum subsequence segmentation", WWW 2009,
// on the tree instead of the sequence). Names in the page (html_places) leave parts out before, and
// raise the sum of parts that call themselves a story. Inside the part, blocks that are not worth
// anything are dropped. Tested by html_test.cpp.
#include "articles/html_body.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/html_asides.h"
#include "articles/html_blocks.h"
#include "articles/html_places.h"
#include "base/ascii.h"

namespace entente {
namespace {

// What a block adds to the part of the page that holds it.
double worth(const HtmlBlock& block) {
  const auto words = static_cast<double>(block.words);
  const double links = block.link_share();
  const double plain = words * (1 - links);
  if (block.words == 0) return -0.5;
  if (links > 0.6) return -std::min(words, 12.0) * 0.6 - 1;
  if (block.kind == BlockKind::heading) return words > 1 ? 1 : 0;
  const bool sentence = ends_sentence(block.text) || block.stops >= 2;
  if (block.words >= 8 && sentence) return std::min(plain, 80.0) * (links > 0.35 ? 0.4 : 1);
  if (sentence && block.words >= 4) return 1;
  if (block.words >= 14) return plain * 0.4;
  return block.kind == BlockKind::paragraph ? -0.5 : -2;
}

struct Part {
  size_t node = 0;
  double sum = 0;
};

// The page's heading: the first that is its title, else the first h1; 0 where there is none.
size_t heading_of(const HtmlTree& tree, std::string_view title) {
  size_t first = 0;
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const std::string_view tag = tree.nodes[i].tag;
    if (tag != "h1" && tag != "h2") continue;
    const std::string text = single_blanks(plain_characters(tree.text_of(i)));
    if (!title.empty() && text == title) return i;
    if (first == 0 && tag == "h1") first = i;
  }
  return first;
}

// The innermost element around the heading that holds nearly half of what `best` is worth, where
// there is one within it: what lies beside it is the page's, not the story's.
Part about_heading(const HtmlTree& tree, const std::vector<double>& sums, Part best,
                   size_t heading) {
  constexpr double kEnough = 0.45;
  if (heading <= best.node || heading >= tree.nodes[best.node].end) return best;
  for (size_t up = tree.nodes[heading].parent; up > best.node; up = tree.nodes[up].parent) {
    const double sum = sums[tree.nodes[up].end] - sums[up];
    if (sum >= kEnough * best.sum) return {up, sum};
  }
  return best;
}

// The element with the greatest sum; of equals, the innermost.
Part best_part(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const HtmlPlaces& places,
               size_t heading) {
  const size_t size = tree.nodes.size();
  std::vector<double> sums(size + 1, 0);
  for (const HtmlBlock& block : blocks) sums[block.node + 1] += worth(block);
  for (size_t i = 0; i < size; ++i) sums[i + 1] += sums[i];
  Part best;
  for (size_t i = 0; i < size; ++i) {
    if (tree.is_text(i) || !breaks_line(tree.nodes[i].tag)) continue;
    double sum = sums[tree.nodes[i].end] - sums[i];
    if (places.story[i]) sum *= 1.3;
    if (tree.nodes[i].tag == "article") sum *= 1.1;
    if (sum >= best.sum) best = {i, sum};
  }
  return about_heading(tree, sums, best, heading);
}

// Lists whose items are mostly links, and how many words of each list are linked.
std::vector<bool> link_lists(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  std::unordered_map<size_t, std::pair<size_t, size_t>> lists;
  const auto list_of = [&](const HtmlBlock& block) {
    for (size_t node = block.owner; node > 0; node = tree.nodes[node].parent) {
      if (is_one_of(tree.nodes[node].tag, {"ul", "ol", "dl", "table"})) return node;
    }
    return size_t{0};
  };
  for (const HtmlBlock& block : blocks) {
    if (const size_t list = list_of(block)) {
      lists[list].first += block.words;
      lists[list].second += block.link_words;
    }
  }
  std::vector<bool> result(blocks.size(), false);
  for (size_t i = 0; i < blocks.size(); ++i) {
    const size_t list = list_of(blocks[i]);
    if (list == 0) continue;
    const auto [words, links] = lists[list];
    result[i] = links * 2 > words;
  }
  return result;
}

bool is_kept(const HtmlBlock& block, bool in_link_list) {
  if (block.words == 0 || in_link_list) return false;
  const double links = block.link_share();
  const bool sentence = ends_sentence(block.text) || block.stops >= 2;
  if (block.kind == BlockKind::heading) return links < 0.8;
  if (links > 0.5) return sentence && block.words >= 12 && block.kind == BlockKind::paragraph;
  if (block.kind == BlockKind::paragraph || block.kind == BlockKind::item) return true;
  return sentence || block.words >= 5;
}

// Headings without anything below them.
void drop_bare_headings(std::vector<const HtmlBlock*>& blocks) {
  while (!blocks.empty() && blocks.back()->kind == BlockKind::heading) blocks.pop_back();
}

// A sentence or two between the heading and the story: its lede.
bool is_lede(const HtmlBlock& block) {
  const bool sentence = ends_sentence(block.text) || block.stops >= 2;
  return block.words >= 8 && block.words <= 120 && sentence && block.link_share() < 0.3;
}

struct Choice {
  const HtmlTree& tree;
  std::vector<HtmlBlock> blocks;
  Part part;
};

Choice choose(const HtmlTree& tree, bool by_name, size_t heading) {
  const HtmlPlaces places = find_places(tree, by_name);
  Choice choice{tree, blocks_of(tree, places.left_out), {}};
  choice.part = best_part(tree, choice.blocks, places, heading);
  return choice;
}

HtmlBody collect(const Choice& choice, size_t heading_at, std::string_view title) {
  const HtmlTree& tree = choice.tree;
  const std::vector<bool> linked = link_lists(tree, choice.blocks);
  const std::vector<bool> asides = find_asides(tree, choice.blocks, choice.part.node, title);
  const size_t begin = choice.part.node, end = tree.nodes[begin].end;
  const size_t heading = heading_at == 0 ? 0 : tree.nodes[heading_at].end;
  std::vector<const HtmlBlock*> kept;
  for (size_t i = 0; i < choice.blocks.size(); ++i) {
    const HtmlBlock& block = choice.blocks[i];
    if (asides[i]) continue;
    const bool inside = block.node >= begin && block.node < end;
    const bool lede = heading > 0 && block.node >= heading && block.node < begin && is_lede(block);
    if ((inside && is_kept(block, linked[i])) || lede) kept.push_back(&block);
  }
  drop_bare_headings(kept);
  HtmlBody body;
  body.node = begin;
  for (const HtmlBlock* block : kept) {
    body.words += block->words;
    body.blocks.push_back(block->text);
  }
  return body;
}

}  // namespace

HtmlBody find_body(const HtmlTree& tree, std::string_view title) {
  constexpr size_t kFew = 120;
  const size_t heading = heading_of(tree, title);
  HtmlBody body = collect(choose(tree, true, heading), heading, title);
  if (body.words >= kFew) return body;
  HtmlBody more = collect(choose(tree, false, heading), heading, title);
  return more.words > body.words * 2 ? more : body;
}

}  // namespace entente
