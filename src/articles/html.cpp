// The steps: parse (html_tree), what the page says of itself (html_metadata), where its story is
// (html_body), the cleaning that all readers end with. Tested by html_test.cpp; scored by
// `./dev score html`.
#include "articles/html.h"

#include <algorithm>
#include <string>
#include <utility>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/cleaning.h"
#include "articles/html_blocks.h"
#include "articles/html_body.h"
#include "articles/html_metadata.h"
#include "articles/html_tree.h"
#include "base/ascii.h"

namespace entente {

bool looks_like_html(std::string_view bytes) {
  std::string head = lower(trim(bytes.substr(0, 4096)));
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (!head.starts_with('<')) return false;
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return true;
  if (head.starts_with("<?xml") && head.find("<html") == std::string::npos) return false;
  for (const std::string_view tag :
       {"<html", "<head", "<body", "<title", "<meta ", "<div", "<p>", "<article", "<p ", "<h1"}) {
    if (head.find(tag) != std::string::npos) return true;
  }
  return false;
}

namespace {

std::vector<std::string> plain_blocks(std::vector<std::string> blocks) {
  for (std::string& block : blocks) block = single_blanks(plain_characters(block));
  std::erase_if(blocks, [](const std::string& block) { return block.empty(); });
  return blocks;
}

// What a page leaves to its scripts to show: templates, and what it shows without scripts.
std::string hidden_html(const HtmlTree& tree) {
  std::string html;
  for (size_t i = 0; i + 1 < tree.nodes.size(); ++i) {
    const std::string_view tag = tree.nodes[i].tag;
    const bool held =
        tag == "noscript" ||
        (tag == "script" && lower(tree.attribute(i, "type")).find("template") != std::string::npos);
    if (held && tree.is_text(i + 1)) html += std::string(tree.nodes[i + 1].text) + "\n";
  }
  return html;
}

// The story as JSON-LD repeats it, for pages that show little of it.
HtmlBody declared_body(const std::string& text) {
  HtmlBody body;
  if (is_marked_up(text)) {
    body.blocks = blocks_of_markup(text);
  } else {
    body.blocks = split_blocks(plain_characters(text));
  }
  for (const std::string& block : body.blocks) body.words += words_in(block);
  return body;
}

HtmlBody body_of(const HtmlTree& tree, const HtmlMetadata& metadata) {
  constexpr size_t kFew = 60;
  HtmlBody body = find_body(tree, metadata.title);
  HtmlBody declared = declared_body(metadata.body);
  if (declared.words >= kFew && declared.words > body.words * 2) return declared;
  if (body.words >= kFew) return body;
  const std::string html = hidden_html(tree);
  if (html.empty()) return body;
  HtmlBody hidden = find_body(parse_html(html), metadata.title);
  return hidden.words > body.words * 2 ? hidden : body;
}

}  // namespace

ReadArticles read_html(std::string_view html, std::string_view origin, std::string_view url,
                       const ArticleOptions& options) {
  ReadArticles result;
  const HtmlTree tree = parse_html(html);
  if (tree.cut) {
    result.problems.push_back({std::string(origin),
                               "the page's elements are nested too deeply; what lies deeper was "
                               "left out, save the page as text to read it all"});
  }
  HtmlMetadata metadata = read_metadata(tree, url);
  HtmlBody body = body_of(tree, metadata);
  Article article;
  article.title = std::move(metadata.title);
  article.outlet = std::move(metadata.outlet);
  article.author = std::move(metadata.author);
  article.url = std::move(metadata.url);
  article.published = metadata.published;
  article.origin = origin;
  fill_from_blocks(article, plain_blocks(std::move(body.blocks)), options);
  if (body.words == 0 || article.text.empty()) {
    result.problems.push_back(
        {std::string(origin), "the page holds no article, only links and labels; leave it out"});
    return result;
  }
  result.articles.push_back(std::move(article));
  return result;
}

bool is_marked_up(std::string_view text) {
  if (text.find('<') == std::string_view::npos || text.find('>') == std::string_view::npos) {
    return false;
  }
  for (const std::string_view tag :
       {"</p>", "<p>", "<br", "</a>", "</div>", "</span>", "</b>", "</P>", "<BR", "</strong>",
        "</em>", "<img", "</i>", "</h2>", "</li>"}) {
    if (text.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::string> blocks_of_markup(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  std::vector<bool> left_out(tree.nodes.size(), false);
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    left_out[i] = is_one_of(tree.nodes[i].tag, {"figcaption", "nav", "form", "figure"});
  }
  std::vector<std::string> blocks;
  for (HtmlBlock& block : blocks_of(tree, left_out)) blocks.push_back(std::move(block.text));
  return plain_blocks(std::move(blocks));
}

}  // namespace entente
