// Chooses the reader for a file's bytes and refuses what is no text. Tested by
// read_articles_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "articles/articles.h"
#include "articles/cleaning.h"
#include "articles/encoding.h"
#include "articles/html.h"
#include "articles/json_lines.h"
#include "base/ascii.h"

namespace entente {
namespace {

ReadArticles refuse(std::string where, std::string message) {
  ReadArticles result;
  result.problems.push_back({std::move(where), std::move(message)});
  return result;
}

// The line at which the text grows over the limit, or the first that is too long alone.
size_t line_over_limit(std::string_view bytes, size_t limit, size_t first_line) {
  size_t number = first_line;
  for (size_t at = 0; at < bytes.size(); ++number) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (end - at > limit || end > limit) return number;
    at = end + 1;
  }
  return first_line;
}

ReadArticles read_page(std::string_view bytes, std::string_view origin,
                       const ArticleOptions& options) {
  DecodedText decoded = decode_markup(bytes, origin);
  ReadArticles result = read_html(decoded.text, origin, "", options);
  result.problems.insert(result.problems.begin(), decoded.problems.begin(), decoded.problems.end());
  return result;
}

ReadArticles read_plain_text(std::string_view bytes, std::string_view origin,
                             const ArticleOptions& options, size_t first_line) {
  if (bytes.size() > options.record_bytes_max) {
    const size_t line = line_over_limit(bytes, options.record_bytes_max, first_line);
    return refuse(fmt::format("{}:{}", origin, line),
                  fmt::format("the article has {} bytes, more than the {} allowed; one text file "
                              "holds one article, so split it or make it JSON Lines",
                              bytes.size(), options.record_bytes_max));
  }
  ReadArticles result;
  DecodedText decoded = decode_text(bytes, origin, first_line);
  result.problems = std::move(decoded.problems);
  Article article;
  article.origin = origin;
  fill_from_text(article, decoded.text, options);
  if (article.text.empty()) {
    result.problems.push_back({std::string(origin),
                               "nothing is left of the text after cleaning; "
                               "leave the file out"});
    return result;
  }
  result.articles.push_back(std::move(article));
  return result;
}

// The kind of a file that people take for text, or "".
std::string_view kind_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return "a PDF file";
  if (bytes.starts_with("PK\x03\x04")) return "a ZIP archive or an office document";
  if (bytes.starts_with("\x1F\x8B")) return "a gzip archive";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF")) return "a picture";
  return "";
}

}  // namespace

ReadArticles read_articles(std::string_view bytes, std::string_view origin,
                           const ArticleOptions& options, size_t first_line) {
  const std::string where(origin);
  if (trim(bytes).empty()) return refuse(where, "the file is empty; leave it out");
  // Refused before it is decoded, so that a long line costs no more than finding its end.
  const bool json = options.json_lines || looks_like_json(bytes.substr(0, 4096));
  if (!json && bytes.size() > options.record_bytes_max) {
    return read_plain_text(bytes, origin, options, first_line);
  }
  const std::string_view kind = kind_of(bytes);
  const bool binary = !kind.empty() || (!json && decode_text(bytes, origin).binary);
  if (binary) {
    return refuse(where, fmt::format("the file is {}, not text; convert it to plain text or leave "
                                     "it out",
                                     kind.empty() ? "binary" : kind));
  }
  if (!json && looks_like_html(bytes)) return read_page(bytes, origin, options);
  return json ? read_json_lines(bytes, origin, options, first_line)
              : read_plain_text(bytes, origin, options, first_line);
}

std::string to_utf8(std::string_view bytes, std::string_view origin,
                    std::vector<Problem>& problems) {
  DecodedText decoded = decode_text(bytes, origin);
  problems.insert(problems.end(), decoded.problems.begin(), decoded.problems.end());
  return std::move(decoded.text);
}

}  // namespace entente
