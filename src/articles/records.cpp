// Finds out what an input holds by its first bytes and opens the reader for it; archives lead back
// here with what they hold. Tested by records_test.cpp.
#include "articles/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "articles/html.h"
#include "articles/json_lines.h"
#include "articles/tables.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr int kDeepest = 5;
constexpr size_t kHead = 8192;

bool is_archive(std::string_view head) {
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return true;
  if (head.starts_with("\x28\xB5\x2F\xFD") || head.starts_with("BZh")) return true;  // zstd, bzip2
  if (head.starts_with(std::string_view("\xFD"
                                        "7zXZ\0",
                                        6)))
    return true;
  if (head.starts_with("7z\xBC\xAF\x27\x1C") || head.starts_with("\x04\x22\x4D\x18")) return true;
  return head.size() > 262 && head.substr(257, 5) == "ustar";
}

bool is_gzip(std::string_view head) {
  return head.starts_with(std::string_view("\x1F\x8B\x08", 3));
}

// An office document or an e-book is a zip archive, too, but holds no articles.
std::string_view office_kind(std::string_view head) {
  if (!head.starts_with("PK")) return "";
  if (head.find("[Content_Types].xml") < 200) return "an office document";
  if (head.find("mimetypeapplication/vnd.oasis") < 200) return "an office document";
  if (head.find("mimetypeapplication/epub") < 200) return "an e-book";
  return "";
}

bool is_arc(std::string_view head) {
  return head.starts_with("filedesc://") || head.starts_with("filedesc:");
}

// One value over several lines. The first line alone tells: a lone opening bracket is no object.
bool spans_lines(std::string_view head) {
  const size_t end = head.find('\n');
  if (head.starts_with('[')) return true;
  if (end == std::string_view::npos) return false;
  const std::string_view first = trim(head.substr(0, end));
  return first == "{" || first.ends_with(',') || first.ends_with('{') || first.ends_with('[');
}

std::optional<Record> nothing() { return std::nullopt; }

RecordStream refuse(const Trail& trail, const std::string& message) {
  trail.report(trail.name, message, trail.position ? trail.position() : 0);
  return nothing;
}

// Passes over the byte-order mark and blanks before JSON.
void pass_blanks(ByteStream& stream) {
  if (stream.peek(3).starts_with("\xEF\xBB\xBF")) stream.skip(3);
}

RecordStream open_text(SharedStream stream, Trail trail, std::string_view head) {
  if (looks_like_json(head) && !head.starts_with("{\\rtf")) {
    pass_blanks(*stream);
    const std::string_view begun = stream->peek(kHead);
    const size_t blanks = std::min(begun.find_first_not_of(" \t\r\n"), begun.size());
    if (!spans_lines(begun.substr(blanks))) {
      return json_line_records(std::move(stream), std::move(trail));
    }
    return json_value_records(std::move(stream), std::move(trail));
  }
  if (looks_like_table(head, trail.name, trail.options)) {
    return table_records(std::move(stream), std::move(trail));
  }
  return document_records(std::move(stream), std::move(trail));
}

// The rest of a document that is too large, so that its size and long line can be named.
RecordStream refuse_large(SharedStream stream, const Trail& trail, const std::string& begun) {
  const size_t max = trail.options.record_bytes_max;
  size_t line = 1 + static_cast<size_t>(std::count(begun.begin(), begun.end(), '\n'));
  for (size_t at = 0, number = 1; at < begun.size(); ++number) {
    const size_t end = std::min(begun.find('\n', at), begun.size());
    if (end - at > max) line = number;
    at = end + 1;
  }
  uint64_t size = begun.size();
  while (const uint64_t passed = stream->skip(1u << 20)) size += passed;
  trail.report(fmt::format("{}:{}", trail.name, line),
               fmt::format("the article has {} bytes, more than the {} allowed; one text file "
                           "holds one article, so split it or make it JSON Lines",
                           size, max),
               trail.position ? trail.position() : 0);
  return nothing;
}

}  // namespace

bool is_packed(std::string_view head) { return is_gzip(head) || is_archive(head); }

RecordStream document_records(SharedStream stream, Trail trail) {
  const uint64_t offset = trail.position ? trail.position() : stream->offset();
  Record record;
  record.bytes = stream->take(trail.options.record_bytes_max + 1);
  if (record.bytes.size() > trail.options.record_bytes_max) {
    return refuse_large(std::move(stream), trail, record.bytes);
  }
  record.origin = trail.name;
  record.offset = offset;
  auto held = std::make_shared<std::optional<Record>>(std::move(record));
  return [held] { return std::exchange(*held, std::nullopt); };
}

RecordStream open_records(ByteSource source, Trail trail) {
  auto stream = std::make_shared<ByteStream>(std::move(source));
  const std::string head(stream->peek(kHead).substr(0, kHead));
  const bool gzip = is_gzip(head);
  if (is_packed(head)) {
    if (const std::string_view kind = office_kind(head); !kind.empty()) {
      return refuse(trail, fmt::format("the file is {}, not text; convert it to plain text or "
                                       "leave it out",
                                       kind));
    }
    if (trail.depth >= kDeepest) {
      return refuse(trail, fmt::format("archives lie more than {} deep in one another; unpack the "
                                       "file and read what it holds",
                                       kDeepest));
    }
    if (gzip) return gzip_records(std::move(stream), std::move(trail));
    return archive_records(std::move(stream), std::move(trail));
  }
  if (trail.open_file) return trail.open_file(std::move(stream), trail);
  if (head.starts_with("WARC/")) return warc_records(std::move(stream), std::move(trail));
  if (is_arc(head)) return arc_records(std::move(stream), std::move(trail));
  return open_text(std::move(stream), std::move(trail), head);
}

std::vector<Problem> unpack(ByteSource source, std::string_view name, const TakeFile& take) {
  Trail trail;
  trail.name = name;
  trail.problems = std::make_shared<std::vector<Problem>>();
  trail.open_file = [&take](SharedStream stream, const Trail& file) {
    take(file.name, [stream](char* data, size_t size) {
      const std::string_view ahead = stream->peek(1).substr(0, size);
      std::ranges::copy(ahead, data);
      return static_cast<size_t>(stream->skip(ahead.size()));
    });
    return nothing;
  };
  const RecordStream records = open_records(std::move(source), trail);
  while (records()) {
  }
  return std::move(*trail.problems);
}

RecordReader::RecordReader(ByteSource source, std::string_view name, const ArticleOptions& options)
    : problems_(std::make_shared<std::vector<Problem>>()) {
  Trail trail;
  trail.name = name;
  trail.options = options;
  trail.problems = problems_;
  stream_ = open_records(std::move(source), std::move(trail));
}

std::optional<Record> RecordReader::next(std::vector<Problem>& problems) {
  std::optional<Record> record = stream_();
  problems.insert(problems.end(), std::make_move_iterator(problems_->begin()),
                  std::make_move_iterator(problems_->end()));
  problems_->clear();
  return record;
}

}  // namespace entente
