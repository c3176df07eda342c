// JSON inputs -> records. Lines are handed on some at a time; an array or a row of values over
// several lines is cut by counting brackets, so that no more than one value is ever held. Tested by
// records_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "articles/records.h"

namespace entente {
namespace {

constexpr size_t kPieceBytes = 64u << 10;

class JsonLines {
 public:
  JsonLines(SharedStream stream, Trail trail)
      : stream_(std::move(stream)), trail_(std::move(trail)) {}

  std::optional<Record> next() {
    Record record;
    record.layout = Record::Layout::json_lines;
    record.origin = trail_.name;
    record.offset = stream_->offset();
    record.first_line = line_;
    while (!stream_->at_end() && record.bytes.size() < kPieceBytes) {
      const size_t max = trail_.options.record_bytes_max;
      const size_t size = stream_->line_size(max);
      if (size > max) {
        if (!record.bytes.empty()) break;
        refuse_line();
        record.offset = stream_->offset();
        record.first_line = line_;
        continue;
      }
      if (!record.bytes.empty() && record.bytes.size() + size > kPieceBytes) break;
      record.bytes += stream_->take(size);
      ++line_;
    }
    if (!record.bytes.empty()) return record;
    return stream_->resume() ? next() : std::nullopt;
  }

 private:
  void refuse_line() {
    const uint64_t offset = stream_->offset();
    const uint64_t size = stream_->skip_line();
    trail_.report(fmt::format("{}:{}", trail_.name, line_++),
                  fmt::format("the line has {} bytes, more than the {} allowed for one article; "
                              "split it or leave it out",
                              size, trail_.options.record_bytes_max),
                  offset);
  }

  SharedStream stream_;
  Trail trail_;
  size_t line_ = 1;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class JsonValues {
 public:
  JsonValues(SharedStream stream, Trail trail)
      : stream_(std::move(stream)), trail_(std::move(trail)) {}

  std::optional<Record> next() {
    while (!ended_) {
      pass_blanks();
      const std::string_view ahead = stream_->peek(1);
      if (ahead.empty()) return end_of_input();
      if (count_ == 0 && !array_ && ahead[0] == '[') {
        array_ = true;
        stream_->skip(1);
        continue;
      }
      if (array_ && ahead[0] == ']') {
        array_ = false;
        closed_ = true;
        stream_->skip(1);
        continue;
      }
      if (auto record = read_value()) return record;
    }
    return std::nullopt;
  }

 private:
  std::optional<Record> end_of_input() {
    ended_ = true;
    if (array_) {
      trail_.report(trail_.name,
                    fmt::format("the file ends inside of its array, after {} values; "
                                "the rest is missing, fetch the file again",
                                count_),
                    stream_->offset());
    }
    return std::nullopt;
  }

  // Blanks, and the commas between values.
  void pass_blanks() {
    while (true) {
      const std::string_view ahead = stream_->peek(1);
      size_t size = 0;
      while (size < ahead.size() && (is_blank(ahead[size]) || ahead[size] == ',')) ++size;
      if (size == 0) return;
      stream_->skip(size);
    }
  }

  std::string place() const {
    return closed_ || array_ ? fmt::format("{}[{}]", trail_.name, count_) : trail_.name;
  }

  // How the state changes with a character; true where the value ends after it.
  bool step(char c) {
    if (quoted_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        quoted_ = false;
        return depth_ == 0;
      }
      return false;
    }
    if (c == '"') quoted_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') return --depth_ <= 0;
    return false;
  }

  // Up to the end of the value; beyond the limit only its end is looked for.
  std::optional<Record> read_value() {
    Record record;
    record.layout = Record::Layout::json_value;
    record.origin = place();
    record.offset = stream_->offset();
    depth_ = 0;
    quoted_ = escaped_ = false;
    uint64_t size = 0;
    bool whole = false;
    while (!whole) {
      const std::string_view ahead = stream_->peek(1);
      if (ahead.empty()) break;
      size_t end = 0;
      while (end < ahead.size() && !whole) {
        const bool bare = depth_ == 0 && !quoted_ && size + end > 0;
        if (bare && (ahead[end] == ',' || ahead[end] == ']' || is_blank(ahead[end]))) {
          whole = true;
          break;
        }
        whole = step(ahead[end++]);
      }
      size += end;
      if (size <= trail_.options.record_bytes_max) record.bytes += ahead.substr(0, end);
      stream_->skip(end);
    }
    ++count_;
    return check(std::move(record), size, whole);
  }

  std::optional<Record> check(Record record, uint64_t size, bool whole) {
    if (size > trail_.options.record_bytes_max) {
      trail_.report(record.origin,
                    fmt::format("the value has {} bytes, more than the {} allowed for one article; "
                                "split it or leave it out",
                                size, trail_.options.record_bytes_max),
                    record.offset);
      return std::nullopt;
    }
    if (!whole && depth_ > 0) {
      trail_.report(record.origin,
                    "the file ends inside of this value; the rest is missing, fetch it again",
                    record.offset);
      array_ = false;
      return std::nullopt;
    }
    return record;
  }

  SharedStream stream_;
  Trail trail_;
  bool array_ = false, closed_ = false, ended_ = false;
  size_t count_ = 0;
  int depth_ = 0;
  bool quoted_ = false, escaped_ = false;
};

}  // namespace

RecordStream json_line_records(SharedStream stream, Trail trail) {
  auto lines = std::make_shared<JsonLines>(std::move(stream), std::move(trail));
  return [lines] { return lines->next(); };
}

RecordStream json_value_records(SharedStream stream, Trail trail) {
  auto values = std::make_shared<JsonValues>(std::move(stream), std::move(trail));
  return [values] { return values->next(); };
}

}  // namespace entente
