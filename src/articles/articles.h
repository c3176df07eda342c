// articles: bytes of a file -> articles with clean text and what the text says of itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"

namespace entente {

struct Article {
  std::string id;     // given by the input, else a hash of url and text: the same text, the same id
  std::string title;  // "" where none is known
  std::string outlet;  // "" where none is known
  std::string author;
  std::string url;
  std::optional<Date> published;
  // Clean UTF-8. One block (title, heading, list item, paragraph) a line, '\n' between them, no
  // empty lines. The first line is the title where there is one. Every later stage's byte range
  // of an article points into this string.
  std::string text;
  std::string origin;  // "file" or "file:line", for messages
};

struct ArticleOptions {
  std::string outlet;                   // for articles that name none
  std::optional<Date> published;        // for articles that show none
  size_t record_bytes_max = 10u << 20;  // a longer article or JSON line is refused as a Problem
  bool json_lines = false;  // read as JSON Lines whatever the first byte is (a part of such a file)
};

struct ReadArticles {
  std::vector<Article> articles;
  std::vector<Problem> problems;  // in order of place; each names origin and line
};

// Reads one file's bytes: JSON Lines if the first non-blank byte is '{', else one plain-text
// article. Invalid UTF-8 is replaced and reported; empty and binary input is reported.
// `origin` is the file's name for messages; `first_line` the number of the first line in `bytes`.
ReadArticles read_articles(std::string_view bytes, std::string_view origin,
                           const ArticleOptions& options = {}, size_t first_line = 1);

// Any bytes as valid UTF-8, otherwise as they stand; what was wrong with them goes to `problems`.
// Empty where the bytes are not text.
std::string to_utf8(std::string_view bytes, std::string_view origin,
                    std::vector<Problem>& problems);

// The cleaning that every reader ends with: joins words split by column hyphens, straightens
// quotes and spaces, drops boilerplate and repeated title lines, one block a line.
std::string clean_text(std::string_view text, std::string_view title);

}  // namespace entente
