// Reads one record, by its layout and, for a document, by its first bytes; refuses what is no text.
// Tested by read_articles_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "articles/articles.h"
#include "articles/byte_stream.h"
#include "articles/cleaning.h"
#include "articles/encoding.h"
#include "articles/feeds.h"
#include "articles/html.h"
#include "articles/http_response.h"
#include "articles/json_lines.h"
#include "articles/tables.h"
#include "base/ascii.h"

namespace entente {
namespace {

ReadArticles refuse(std::string where, std::string message) {
  ReadArticles result;
  result.problems.push_back({std::move(where), std::move(message)});
  return result;
}

// The kind of a file that people take for text, or "".
std::string_view kind_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return "a PDF file";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF")) return "a picture";
  if (bytes.starts_with("GIF8") || bytes.starts_with("RIFF")) return "a picture";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "an office document";
  if (bytes.starts_with("{\\rtf")) return "a rich text document";
  if (bytes.starts_with("SQLite format 3")) return "a database";
  return "";
}

ReadArticles refuse_kind(const Record& record, std::string_view kind) {
  return refuse(record.origin, fmt::format("the file is {}, not text; convert it to plain text or "
                                           "leave it out",
                                           kind));
}

void prepend(std::vector<Problem>& problems, const std::vector<Problem>& first) {
  problems.insert(problems.begin(), first.begin(), first.end());
}

ReadArticles read_page(const Record& record, std::string_view charset,
                       const ArticleOptions& options) {
  const DecodedText decoded = decode_markup(record.bytes, record.origin, charset);
  if (decoded.binary) return refuse_kind(record, "binary");
  ReadArticles result = read_html(decoded.text, record.origin, record.url, options);
  prepend(result.problems, decoded.problems);
  return result;
}

ReadArticles read_plain_text(const Record& record, std::string_view charset,
                             const ArticleOptions& options) {
  DecodedText decoded = charset.empty() ? decode_text(record.bytes, record.origin)
                                        : decode_markup(record.bytes, record.origin, charset);
  if (decoded.binary) return refuse_kind(record, "binary");
  ReadArticles result;
  result.problems = std::move(decoded.problems);
  Article article;
  article.origin = record.origin;
  article.url = record.url;
  fill_from_text(article, decoded.text, options);
  if (article.text.empty()) {
    result.problems.push_back(
        {record.origin, "nothing is left of the text after cleaning; leave the file out"});
    return result;
  }
  result.articles.push_back(std::move(article));
  return result;
}

ReadArticles read_document(const Record& record, std::string_view charset,
                           const ArticleOptions& options) {
  const std::string_view bytes = record.bytes;
  if (trim(bytes).empty()) return refuse(record.origin, "the file is empty; leave it out");
  const std::string_view kind = kind_of(bytes);
  if (!kind.empty()) return refuse_kind(record, kind);
  if (looks_like_xml(bytes)) return read_feed(bytes, record.origin, options);
  if (looks_like_html(bytes)) return read_page(record, charset, options);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    std::vector<Problem> problems;
    Record decoded = record;
    decoded.bytes = to_utf8(bytes, record.origin, problems);
    if (decoded.bytes.empty()) return refuse_kind(record, "binary");
    if (looks_like_json(decoded.bytes)) {
      return read_json_lines(decoded.bytes, record.origin, options, record.first_line);
    }
    if (looks_like_html(decoded.bytes)) return read_page(decoded, "", options);
    return read_plain_text(decoded, "", options);
  }
  return read_plain_text(record, charset, options);
}

// A page of a crawl. That it holds no story is no fault of the crawl.
ReadArticles read_response(const Record& record, const ArticleOptions& options) {
  HttpResponse response = read_http_response(record.bytes, options.record_bytes_max);
  Record page = record;
  page.bytes = std::move(response.body);
  ReadArticles result = read_document(page, response.charset, options);
  if (!response.fault.empty()) {
    result.problems.push_back(
        {record.origin,
         fmt::format("the page {}; what is there was read, fetch it again", response.fault)});
  }
  return result;
}

ReadArticles read_layout(const Record& record, const ArticleOptions& options) {
  switch (record.layout) {
    case Record::Layout::json_lines:
      return read_json_lines(record.bytes, record.origin, options, record.first_line);
    case Record::Layout::json_value: return read_json_value(record.bytes, record.origin, options);
    case Record::Layout::table: return read_rows(record, options);
    case Record::Layout::http_response: return read_response(record, options);
    case Record::Layout::document: break;
  }
  return read_document(record, "", options);
}

}  // namespace

ReadArticles read_record(const Record& record, const ArticleOptions& options) {
  ReadArticles result = read_layout(record, options);
  for (Problem& problem : result.problems) {
    if (!problem.offset) problem.offset = record.offset;
  }
  if (record.crawled && result.articles.empty()) {
    result.set_aside = std::move(result.problems);
    result.problems.clear();
  }
  return result;
}

ReadArticles read_articles(std::string_view bytes, std::string_view origin,
                           const ArticleOptions& options) {
  RecordReader reader(source_of(std::string(bytes)), origin, options);
  ReadArticles all;
  while (const auto record = reader.next(all.problems)) {
    ReadArticles read = read_record(*record, options);
    std::move(read.articles.begin(), read.articles.end(), std::back_inserter(all.articles));
    std::move(read.problems.begin(), read.problems.end(), std::back_inserter(all.problems));
    std::move(read.set_aside.begin(), read.set_aside.end(), std::back_inserter(all.set_aside));
  }
  return all;
}

std::string to_utf8(std::string_view bytes, std::string_view origin,
                    std::vector<Problem>& problems) {
  DecodedText decoded = decode_text(bytes, origin);
  problems.insert(problems.end(), decoded.problems.begin(), decoded.problems.end());
  return std::move(decoded.text);
}

}  // namespace entente
