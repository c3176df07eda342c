// Pages of our own writing (gold/pages) with what a reader should make of them: in a comment ahead
// of the page what it says of itself ("-" where it says nothing), and in it the attribute data-gold
// on each element of the main text. For the test and for `./dev score html`.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "articles/articles.h"
#include "articles/characters.h"
#include "base/ascii.h"
#include "base/check.h"

namespace entente {

struct GoldPage {
  std::string file, html;  // without the marks
  std::string title, author, date, outlet;
  std::string text;
};

// How much of the main text was found, by words, and which of what the page says of itself.
struct PageScore {
  double precision = 0, recall = 0, f1 = 0;
  bool title = false, author = false, date = false, outlet = false;
};

inline std::string without_tags(std::string_view html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return plain_characters(text);
}

// Of "title: A strike ends\n": the value.
inline std::string gold_value(std::string_view head, std::string_view name) {
  const size_t at = head.find(std::string("\n") + std::string(name) + ": ");
  CHECK(at != std::string_view::npos);
  const size_t begin = at + name.size() + 3;
  const std::string value(head.substr(begin, head.find('\n', begin) - begin));
  return value == "-" ? "" : value;
}

inline GoldPage read_gold_page(const std::filesystem::path& path) {
  constexpr std::string_view kMark = " data-gold";
  std::ifstream in(path, std::ios::binary);
  std::string html{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const size_t end = html.find("-->\n");
  CHECK(html.starts_with("<!--gold\n") && end != std::string::npos);
  const std::string head = html.substr(0, end);
  GoldPage page{.file = path.filename().string(),
                .html = {},
                .title = gold_value(head, "title"),
                .author = gold_value(head, "author"),
                .date = gold_value(head, "date"),
                .outlet = gold_value(head, "outlet"),
                .text = {}};
  html.erase(0, end + 4);
  for (size_t mark; (mark = html.find(kMark)) != std::string::npos;) {
    html.erase(mark, kMark.size());
    const size_t open = html.rfind('<', mark);
    const std::string tag = html.substr(open + 1, html.find_first_of(" >", open) - open - 1);
    const size_t begin = html.find('>', mark) + 1;
    const size_t close = html.find("</" + tag, begin);  // elements of one kind are not nested
    const size_t next = tag == "P" ? html.find("<P", begin) : close;
    page.text +=
        without_tags(std::string_view(html).substr(begin, std::min(close, next) - begin)) + "\n";
  }
  page.html = std::move(html);
  return page;
}

inline std::vector<GoldPage> read_gold_pages(const std::filesystem::path& folder) {
  std::vector<GoldPage> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".html") pages.push_back(read_gold_page(entry.path()));
  std::ranges::sort(pages, {}, &GoldPage::file);
  return pages;
}

// Words in small letters, without marks, and how often each comes.
inline std::map<std::string, size_t> counted_words(std::string_view text) {
  std::map<std::string, size_t> words;
  std::string word;
  for (const char c : lower(text) + " ") {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (part) {
      word += c;
    } else if (!word.empty()) {
      ++words[std::exchange(word, {})];
    }
  }
  return words;
}

inline PageScore score_page(const GoldPage& page, const ReadArticles& read) {
  PageScore score;
  if (read.articles.empty()) return score;
  const Article& article = read.articles.front();
  std::string_view body = article.text;
  if (!article.title.empty() && body.starts_with(article.title + "\n"))
    body.remove_prefix(article.title.size() + 1);
  const auto found = counted_words(body), wanted = counted_words(page.text);
  double both = 0, found_all = 0, wanted_all = 0;
  for (const auto& [word, count] : found) {
    found_all += static_cast<double>(count);
    const auto at = wanted.find(word);
    if (at != wanted.end()) both += static_cast<double>(std::min(count, at->second));
  }
  for (const auto& [word, count] : wanted) wanted_all += static_cast<double>(count);
  if (both > 0) {
    score.precision = both / found_all;
    score.recall = both / wanted_all;
    score.f1 = 2 * both / (found_all + wanted_all);
  }
  score.title = article.title == plain_characters(page.title);
  score.author = article.author == page.author;
  score.outlet = article.outlet == page.outlet;
  score.date = (article.published ? to_string(*article.published) : "") == page.date;
  return score;
}

}  // namespace entente
