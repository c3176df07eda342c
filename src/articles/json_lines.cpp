// JSON articles. Each object has `text` and optionally `id`, `title`, `outlet`, `author`,
// `published`, `url`, by these or other usual names (fields.cpp) or those that the user gave; other
// fields are left alone. What is no such object is a Problem and the rest is read. Tested by
// json_lines_test.cpp.
#include "articles/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "articles/characters.h"
#include "articles/encoding.h"
#include "articles/fields.h"
#include "base/ascii.h"

namespace entente {
namespace {

using Json = nlohmann::json;

// "article.body" -> the value of "body" in the object "article", or null.
const Json* value_at(const Json& object, std::string_view path) {
  const Json* value = &object;
  if (const auto whole = object.find(std::string(path)); whole != object.end()) return &*whole;
  for (const std::string_view name : split(path, '.')) {
    if (!value->is_object()) return nullptr;
    const auto found = value->find(std::string(name));
    if (found == value->end()) return nullptr;
    value = &*found;
  }
  return value;
}

const Json* value_in_any_case(const Json& object, std::string_view name) {
  for (const auto& [key, value] : object.items()) {
    if (key.size() == name.size() && lower(key) == name) return &value;
  }
  return nullptr;
}

// A text, a number, a list of texts; of an object, its name.
std::string string_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  if (value.is_number_float()) return std::to_string(static_cast<int64_t>(value.get<double>()));
  if (value.is_object()) {
    const auto name = value.find("name");
    return name != value.end() && name->is_string() ? name->get<std::string>() : "";
  }
  std::string list;
  for (size_t i = 0; value.is_array() && i < value.size(); ++i) {
    const std::string one = value[i].is_array() ? "" : string_of(value[i]);
    if (!one.empty()) list += (list.empty() ? "" : ", ") + one;
  }
  return list;
}

// The first of the field's names under which the object has anything.
std::string field_of(const Json& object, std::string_view field, const ArticleOptions& options) {
  for (const std::string_view name : input_names(field, options.fields)) {
    const Json* value = value_at(object, name);
    if (value == nullptr && options.fields.empty()) value = value_in_any_case(object, name);
    if (value == nullptr || value->is_null()) continue;
    if (field == "text" && !value->is_string() && !value->is_array()) continue;
    std::string text = string_of(*value);
    if (!trim(text).empty()) return text;
  }
  return "";
}

// The message of the library's exception without its number and the line that it thinks it is in.
std::string reason_of(const std::exception& error) {
  const std::string_view what = error.what();
  const size_t colon = what.find(": ");
  std::string reason(colon == std::string_view::npos ? what : what.substr(colon + 2));
  if (reason.size() > 160) reason = reason.substr(0, 160) + "...";
  return plain_characters(reason);
}

std::string names_of(const Json& object) {
  std::string names;
  for (const auto& [key, value] : object.items()) {
    if (names.size() > 80) return names + ", ...";
    names += (names.empty() ? "" : ", ") + key;
  }
  return names;
}

void read_object(ReadArticles& result, const Json& object, const std::string& place,
                 const ArticleOptions& options) {
  if (!object.is_object()) {
    result.problems.push_back(
        {place, "the line is JSON but not an object; write {\"text\": \"...\"} on each line"});
    return;
  }
  RawArticle raw;
  raw.text = field_of(object, "text", options);
  if (trim(raw.text).empty()) {
    result.problems.push_back(
        {place, fmt::format("the object has no text (it has {}); give the article's words in a "
                            "field \"text\", or name theirs with --fields text=NAME",
                            object.empty() ? "nothing" : plain_characters(names_of(object)))});
    return;
  }
  raw.id = field_of(object, "id", options);
  raw.title = field_of(object, "title", options);
  raw.outlet = field_of(object, "outlet", options);
  raw.author = field_of(object, "author", options);
  raw.published = field_of(object, "published", options);
  raw.url = field_of(object, "url", options);
  add_article(result, std::move(raw), place, options);
}

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
  read_object(result, object, place, options);
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

}  // namespace

bool nested_too_deeply(std::string_view json) {
  constexpr int kDeepest = 200;
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
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

ReadArticles read_json_value(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options) {
  ReadArticles result;
  DecodedText decoded = decode_text(bytes, origin);
  result.problems = std::move(decoded.problems);
  const auto [value, reason] = parse(decoded.text);
  if (!reason.empty()) {
    result.problems.push_back(
        {std::string(origin),
         fmt::format("the value is not valid JSON ({}); correct it or delete it", reason)});
    return result;
  }
  if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) {
      read_object(result, value[i], fmt::format("{}[{}]", origin, i), options);
    }
    return result;
  }
  read_object(result, value, std::string(origin), options);
  return result;
}

}  // namespace entente
