// articles: bytes of a file -> articles with clean text and what the text says of itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
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

// Which field of the input gives which field of an article: {"text", "body"}. Names of JSON fields
// ("article.body" lies deeper), names of columns, or column numbers ("3") of a table without
// header.
struct FieldName {
  std::string field;  // id, title, outlet, author, url, published or text
  std::string name;   // in the input
};

struct ArticleOptions {
  std::string outlet;                   // for articles that name none
  std::optional<Date> published;        // for articles that show none
  size_t record_bytes_max = 10u << 20;  // a longer article or JSON line is refused as a Problem
  std::vector<FieldName> fields;  // for JSON and tables; what is not named goes by usual names
};

struct ReadArticles {
  std::vector<Article> articles;
  std::vector<Problem> problems;  // in order of place; each names origin and line
  // Pages of a crawl without a story: no failures, but no articles either.
  std::vector<Problem> set_aside;
};

// Up to `size` bytes of an input into `data`; 0 at its end.
using ByteSource = std::function<size_t(char* data, size_t size)>;

// A piece of an input that can be read alone: a document, or some lines of a file of many articles.
struct Record {
  enum class Layout : uint8_t { document, json_lines, json_value, table, http_response };
  std::string bytes;
  Layout layout = Layout::document;
  std::string origin;     // the file, and in archives the entry: "news.zip:a.html"
  size_t first_line = 1;  // in the file, for messages
  uint64_t offset = 0;    // bytes of the file before it
  std::string url;        // where the archive tells
  std::string header;     // of a table: the columns' names; "" where it has none
  char separator = ',';   // of a table
  bool crawled = false;   // from a crawl, where pages without a story are to be expected
};

// Cuts an input of any kind and size into records, in bounded memory: plain text, HTML, feeds, JSON
// Lines, JSON arrays, CSV and TSV, WARC and ARC, gzip, zip, tar, zstd, and these inside of one
// another. What it holds is told by content. The source is called on the thread that calls next().
class RecordReader {
 public:
  RecordReader(ByteSource source, std::string_view name, const ArticleOptions& options = {});
  // The next record, nothing at the end. Problems are appended; each names file and place.
  std::optional<Record> next(std::vector<Problem>& problems);

 private:
  std::shared_ptr<std::vector<Problem>> problems_;
  std::function<std::optional<Record>()> stream_;
};

// The files that an input holds: itself, or where it is compressed or an archive what it unpacks
// to, archives in archives too. `take` gets each with its name ("data.zip:2015/a.csv") and draws
// what it wants of its bytes. Damage becomes a Problem; what stands before it is handed over.
using TakeFile = std::function<void(const std::string& name, const ByteSource& bytes)>;
std::vector<Problem> unpack(ByteSource source, std::string_view name, const TakeFile& take);
// Whether the first bytes of a file are those of an archive or of compression.
bool is_packed(std::string_view head);

// Pure; for any thread. Invalid UTF-8 is replaced and reported; empty and binary input is reported.
ReadArticles read_record(const Record& record, const ArticleOptions& options = {});

// All of an input at once. `origin` is the file's name for messages.
ReadArticles read_articles(std::string_view bytes, std::string_view origin,
                           const ArticleOptions& options = {});

// Any bytes as valid UTF-8, otherwise as they stand; what was wrong with them goes to `problems`.
// Empty where the bytes are not text.
std::string to_utf8(std::string_view bytes, std::string_view origin,
                    std::vector<Problem>& problems);

// The cleaning that every reader ends with: joins words split by column hyphens, straightens
// quotes and spaces, drops boilerplate and repeated title lines, one block a line.
std::string clean_text(std::string_view text, std::string_view title);

// The country of the host's last label, as ISO 3166 writes it ("ZA" of "iol.co.za"), or "": of
// labels that are sold to everybody, and of ".com".
std::string country_of_address(std::string_view url);

}  // namespace entente
