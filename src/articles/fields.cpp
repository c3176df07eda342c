// Usual names are those of crawlers, feeds' dumps and news data sets. Tested by json_lines_test.cpp
// and tables_test.cpp.
#include "articles/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/cleaning.h"
#include "articles/html.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

struct Usual {
  std::string_view field;
  std::array<std::string_view, 12> names;
};

constexpr auto kUsual = std::to_array<Usual>({
    {"text",
     {"text", "body", "content", "articlebody", "article_body", "maintext", "main_text",
      "full_text", "fulltext", "article", "story", "article_text"}},
    {"title", {"title", "headline", "head_line", "heading", "article_title"}},
    {"outlet",
     {"outlet", "source", "publisher", "site", "site_name", "publication", "source_name",
      "newspaper", "domain", "outlet_name", "media", "sitename"}},
    {"author", {"author", "authors", "byline", "creator", "writer"}},
    {"published",
     {"published", "date", "published_at", "publishedat", "publication_date", "datepublished",
      "date_published", "date_publish", "pubdate", "pub_date", "publish_date", "timestamp"}},
    {"url", {"url", "link", "source_url", "article_url", "web_url", "weburl", "permalink"}},
    {"id", {"id", "_id", "uuid", "guid", "article_id", "doc_id"}},
});

// A date as text, or seconds or milliseconds since 1970.
std::optional<Date> date_of(const std::string& text) {
  const size_t sign = text.starts_with('-');
  const bool number = text.size() > sign && text.size() >= 9 + sign && text.size() <= 16 &&
                      text.find_first_not_of("0123456789", sign) == std::string::npos;
  if (!number) return parse_written_date(text);
  if (text.size() == 14) {
    return parse_iso_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2));
  }
  int64_t seconds = std::strtoll(text.c_str(), nullptr, 10);
  if (seconds > 100000000000 || seconds < -100000000000) seconds /= 1000;
  const bool sane = seconds > -2208988800 && seconds < 4102444800;
  const int64_t days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
  return sane ? std::optional(civil_from_days(static_cast<int32_t>(days))) : std::nullopt;
}

std::string plain(const std::string& text) { return single_blanks(plain_characters(text)); }

}  // namespace

std::vector<std::string_view> input_names(std::string_view field,
                                          const std::vector<FieldName>& given) {
  std::vector<std::string_view> names;
  for (const FieldName& one : given) {
    if (one.field == field) names.push_back(one.name);
  }
  if (!names.empty()) return names;
  for (const Usual& usual : kUsual) {
    if (usual.field != field) continue;
    for (const std::string_view name : usual.names) {
      if (!name.empty()) names.push_back(name);
    }
  }
  return names;
}

void add_article(ReadArticles& result, RawArticle raw, std::string place,
                 const ArticleOptions& options) {
  Article article;
  article.id = plain(raw.id);
  article.title = plain(raw.title);
  article.outlet = plain(raw.outlet);
  article.author = plain(raw.author);
  article.url = plain(raw.url);
  raw.published = plain(raw.published);
  article.published = date_of(raw.published);
  if (!raw.published.empty() && !article.published) {
    result.problems.push_back(
        {place, fmt::format("the field \"published\" ({}) is no date; write it as 2021-06-30",
                            raw.published.substr(0, 40))});
  }
  article.origin = place;
  if (is_marked_up(raw.text)) {
    fill_from_blocks(article, blocks_of_markup(raw.text), options);
  } else {
    fill_from_text(article, raw.text, options);
  }
  if (article.text.empty()) {
    result.problems.push_back(
        {std::move(place), "nothing is left of the text after cleaning; is it an article?"});
    return;
  }
  result.articles.push_back(std::move(article));
}

}  // namespace entente
