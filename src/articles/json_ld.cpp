// schema.org in JSON-LD. Pages wrap it in lists, graphs and comments, leave line breaks in strings
// and call articles by many types; all are taken, and the first article wins. Tested by
// html_test.cpp.
#include "articles/json_ld.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "articles/json_lines.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

using Json = nlohmann::json;

bool is_article_type(std::string_view type) {
  const std::string low = lower(type);
  return low.find("article") != std::string::npos || low.find("posting") != std::string::npos ||
         low == "report" || low == "reportage" || low == "review" || low == "scholarlyarticle";
}

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) {
    return found->front().get<std::string>();
  }
  return "";
}

bool has_article_type(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is_article_type(type->get_ref<const std::string&>());
  if (!type->is_array()) return false;
  for (const Json& one : *type) {
    if (one.is_string() && is_article_type(one.get_ref<const std::string&>())) return true;
  }
  return false;
}

// A name, an object with a name, or a list of either.
std::string names_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return "";
  std::vector<const Json*> ones;
  if (found->is_array()) {
    for (const Json& one : *found) ones.push_back(&one);
  } else {
    ones.push_back(&*found);
  }
  std::string names;
  for (const Json* one : ones) {
    std::string text;
    if (one->is_string()) text = one->get<std::string>();
    if (one->is_object()) text = text_of(*one, "name");
    if (trim(text).empty() || text.find("http") == 0) continue;
    names += (names.empty() ? "" : ", ") + text;
  }
  return names;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void take_article(const Json& object, LinkedArticle& article) {
  article.found = true;
  fill(article.headline, text_of(object, "headline"));
  if (article.headline.empty()) article.headline = text_of(object, "name");
  fill(article.author, names_of(object, "author"));
  if (article.author.empty()) article.author = names_of(object, "creator");
  fill(article.publisher, names_of(object, "publisher"));
  fill(article.body, text_of(object, "articleBody"));
  if (article.url.empty()) article.url = text_of(object, "url");
  for (const char* name : {"datePublished", "dateCreated", "dateModified"}) {
    if (!article.published) article.published = parse_written_date(text_of(object, name));
  }
}

// Objects that may hold the article: lists, graphs, what a page is about.
void visit(const Json& value, LinkedArticle& article, int depth) {
  if (depth > 6 || article.found) return;
  if (value.is_array()) {
    for (const Json& one : value) visit(one, article, depth + 1);
    return;
  }
  if (!value.is_object()) return;
  if (has_article_type(value)) return take_article(value, article);
  for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
    const bool list = std::string_view(name) == "itemListElement";
    const auto found = value.find(name);
    if (found != value.end() && !list) visit(*found, article, depth + 1);
  }
}

// The names of articles' outlets stand beside them in graphs.
void visit_site(const Json& value, LinkedArticle& article, int depth) {
  if (depth > 3 || !article.publisher.empty()) return;
  if (value.is_array()) {
    for (const Json& one : value) visit_site(one, article, depth + 1);
  } else if (value.is_object()) {
    const std::string type = text_of(value, "@type");
    if (type == "WebSite" || type == "NewsMediaOrganization" || type == "Organization") {
      article.publisher = text_of(value, "name");
    }
    const auto graph = value.find("@graph");
    if (graph != value.end()) visit_site(*graph, article, depth + 1);
  }
}

std::string mended(std::string_view script) {
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return "";
  std::string text(script.substr(begin, end - begin + 1));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

}  // namespace

void read_json_ld(std::string_view script, LinkedArticle& article) {
  if (script.find("CDATA[") != std::string_view::npos) {
    script.remove_prefix(script.find("CDATA[") + 6);
    script = script.substr(0, script.rfind("]]>"));
  }
  const std::string text = mended(script);
  if (text.empty() || nested_too_deeply(text)) return;
  const Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) return;
  visit(value, article, 0);
  visit_site(value, article, 0);
}

}  // namespace entente
