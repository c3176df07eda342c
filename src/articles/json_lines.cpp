// JSON Lines articles. Each line is an object with `text` and optionally `id`, `title`, `outlet`,
// `author`, `published`, `url`; other fields are left alone. A line that is no such object is a
// Problem and the rest is read. A file that is one JSON value over several lines (an object, an
// array of objects) is read too. Tested by json_lines_test.cpp.
#include "articles/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/cleaning.h"
#include "articles/encoding.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

using Json = nlohmann::json;

// The first of the fields that is there and not null. Other spellings are what feeds and crawlers
// write.
const Json* field(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

std::string string_of(const Json* value) {
  if (value == nullptr) return "";
  if (value->is_string()) return single_blanks(plain_characters(value->get<std::string>()));
  if (value->is_number_integer()) return value->dump();
  if (!value->is_array()) return "";
  std::string list;
  for (const Json& element : *value) {
    if (element.is_string()) list += (list.empty() ? "" : ", ") + element.get<std::string>();
  }
  return single_blanks(plain_characters(list));
}

// A date as text, or seconds or milliseconds since 1970.
std::optional<Date> date_of(const Json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer()) {
    int64_t seconds = value->get<int64_t>();
    if (seconds > 100000000000) seconds /= 1000;
    const bool sane = seconds > -2208988800 && seconds < 4102444800;
    const int64_t days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
    return sane ? std::optional(civil_from_days(static_cast<int32_t>(days))) : std::nullopt;
  }
  return value->is_string() ? parse_written_date(value->get<std::string>()) : std::nullopt;
}

struct Record {
  std::optional<Article> article;
  std::optional<std::string> problem;
};

// The message of the library's exception without its number and the line that it thinks it is in.
std::string reason_of(const std::exception& error) {
  const std::string_view what = error.what();
  const size_t colon = what.find(": ");
  std::string reason(colon == std::string_view::npos ? what : what.substr(colon + 2));
  if (reason.size() > 160) reason = reason.substr(0, 160) + "...";
  return plain_characters(reason);
}

Record read_object(const Json& object, std::string_view place, const ArticleOptions& options) {
  Record record;
  if (!object.is_object()) {
    record.problem = "the line is JSON but not an object; write {\"text\": \"...\"} on each line";
    return record;
  }
  const Json* text = field(object, {"text"});
  if (text == nullptr || !text->is_string() || trim(text->get_ref<const std::string&>()).empty()) {
    record.problem = "the object has no text; give the article's words in a field \"text\"";
    return record;
  }
  Article article;
  article.id = string_of(field(object, {"id"}));
  article.title = string_of(field(object, {"title"}));
  article.outlet = string_of(field(object, {"outlet"}));
  article.author = string_of(field(object, {"author"}));
  article.url = string_of(field(object, {"url"}));
  const Json* published = field(object, {"published"});
  article.published = date_of(published);
  if (published != nullptr && !article.published && string_of(published) != "") {
    record.problem = fmt::format("the field \"published\" ({}) is no date; write it as 2021-06-30",
                                 string_of(published).substr(0, 40));
  }
  article.origin = place;
  fill_from_text(article, text->get_ref<const std::string&>(), options);
  if (article.text.empty()) {
    record.problem = "nothing is left of the text after cleaning; is it an article?";
    return record;
  }
  record.article = std::move(article);
  return record;
}

void add(ReadArticles& result, Record record, const std::string& place) {
  if (record.problem) result.problems.push_back({place, std::move(*record.problem)});
  if (record.article) result.articles.push_back(std::move(*record.article));
}

}  // namespace

bool nested_too_deeply(std::string_view line) {
  constexpr int kDeepest = 200;
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

namespace {

std::pair<Json, std::string> parse(std::string_view text) {
  if (nested_too_deeply(text)) return {Json(), "it is nested too deeply"};
  try {
    return {Json::parse(text), ""};
  } catch (const std::exception& error) {
    return {Json(), reason_of(error)};
  }
}

void read_line(ReadArticles& result, std::string_view line, const std::string& place,
               const ArticleOptions& options) {
  const auto [object, reason] = parse(line);
  if (!reason.empty()) {
    result.problems.push_back(
        {place, fmt::format("the line is not valid JSON ({}); correct it or delete it", reason)});
    return;
  }
  add(result, read_object(object, place, options), place);
}

// The line in UTF-8. Of all lines that are not, only the first is reported.
std::optional<std::string> decode_line(ReadArticles& result, std::string_view line,
                                       std::string_view origin, size_t number, bool& reported,
                                       const ArticleOptions& options) {
  std::string place = fmt::format("{}:{}", origin, number);
  if (line.size() > options.record_bytes_max) {
    result.problems.push_back(
        {std::move(place), fmt::format("the line has {} bytes, more than the {} allowed for one "
                                       "article; split it or leave it out",
                                       line.size(), options.record_bytes_max)});
    return std::nullopt;
  }
  DecodedText decoded = decode_text(line, origin, number);
  if (decoded.binary) {
    result.problems.push_back(
        {std::move(place), "the line holds binary data, not text; correct it or delete it"});
    return std::nullopt;
  }
  for (Problem& problem : decoded.problems) {
    if (!reported) result.problems.push_back(std::move(problem));
    reported = true;
  }
  return std::move(decoded.text);
}

// One value over several lines. The first line alone tells: a lone opening bracket is no object.
bool spans_lines(std::string_view text) {
  const std::string_view first = trim(text.substr(0, text.find('\n')));
  return first == "{" || first.starts_with('[') || (first.starts_with('{') && first.ends_with(','));
}

bool read_whole(ReadArticles& result, std::string_view text, std::string_view origin,
                const ArticleOptions& options) {
  if (text.size() > options.record_bytes_max * 8) return false;
  const auto [value, reason] = parse(text);
  if (!reason.empty()) return false;
  if (value.is_object()) {
    add(result, read_object(value, origin, options), std::string(origin));
    return true;
  }
  for (size_t i = 0; value.is_array() && i < value.size(); ++i) {
    const std::string place = fmt::format("{}[{}]", origin, i);
    add(result, read_object(value[i], place, options), place);
  }
  return value.is_array();
}

}  // namespace

bool looks_like_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  if (text[first] == '{') return true;
  const size_t second = text.find_first_not_of(" \t\r\n", first + 1);
  return text[first] == '[' && second != std::string_view::npos && text[second] == '{';
}

ReadArticles read_json_lines(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options, size_t first_line) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16 || spans_lines(bytes)) {
    ReadArticles whole;
    DecodedText decoded = decode_text(bytes, origin, first_line);
    if (utf16) return read_json_lines(decoded.text, origin, options, first_line);
    whole.problems = std::move(decoded.problems);
    if (read_whole(whole, decoded.text, origin, options)) return whole;
  }
  ReadArticles result;
  bool reported = false;
  size_t number = first_line;
  for (size_t at = 0; at < bytes.size(); ++number) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = trim(bytes.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    const auto text = decode_line(result, line, origin, number, reported, options);
    if (text) read_line(result, *text, fmt::format("{}:{}", origin, number), options);
  }
  return result;
}

}  // namespace entente
