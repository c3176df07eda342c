// Quotes after RFC 4180. A quote that is never closed would swallow the rest of the file: the row
// is then trouble, and reading goes on at the line after it began. Tested in
// broken_files_test.cpp.
#include "exchange/delimited_rows.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {

namespace {

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

size_t end_of_line(std::string_view bytes, size_t at) {
  const size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end;
}

}  // namespace

RowReader::RowReader(std::string_view bytes, Dialect dialect, size_t row_bytes_max)
    : bytes_(bytes), dialect_(dialect), row_bytes_max_(row_bytes_max) {
  if (bytes_.starts_with("\xef\xbb\xbf")) at_ = 3;
}

void RowReader::split_plain(Row& row) const {
  std::string_view rest = row.whole;
  while (true) {
    const size_t end = rest.find(dialect_.separator);
    row.cells.push_back(without_blanks(rest.substr(0, end)));
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

// `at` stands on the opening quote and is left on the separator or the end of the line.
void RowReader::take_quoted_field(Row& row, size_t& at, size_t end) {
  const size_t begin = ++at;
  bool doubled = false;
  while (at < end && (bytes_[at] != '"' || (at + 1 < end && bytes_[at + 1] == '"'))) {
    if (bytes_[at] == '"') {
      doubled = true;
      ++at;
    }
    ++at;
  }
  if (at >= end) {
    row.trouble = "a quote is opened and not closed";
    return;
  }
  const std::string_view inside = bytes_.substr(begin, at - begin);
  ++at;
  const bool ends = at >= end || bytes_[at] == dialect_.separator ||
                    std::string_view("\n\r ").find(bytes_[at]) != std::string_view::npos;
  if (!ends && inside.find('\n') != std::string_view::npos) {
    row.trouble = "a quote is opened and not closed";  // the other belongs to another row
    return;
  }
  // What stands between the closing quote and the separator is dropped.
  while (at < end && bytes_[at] != dialect_.separator && bytes_[at] != '\n') ++at;
  if (!doubled) {
    row.cells.push_back(inside);
    return;
  }
  std::string& text = unquoted_.emplace_back();
  for (size_t i = 0; i < inside.size(); ++i) {
    text += inside[i];
    if (inside[i] == '"') ++i;
  }
  row.cells.push_back(text);
}

void RowReader::read_quoted(Row& row) {
  unquoted_.clear();
  size_t at = row.offset;
  const size_t end = std::min(bytes_.size(), at + row_bytes_max_);
  while (true) {
    while (at < end && bytes_[at] == ' ' && dialect_.separator != ' ') ++at;
    if (at < end && bytes_[at] == '"') {
      take_quoted_field(row, at, end);
      if (!row.trouble.empty()) return;
    } else {
      const size_t begin = at;
      while (at < end && bytes_[at] != dialect_.separator && bytes_[at] != '\n') ++at;
      row.cells.push_back(without_blanks(bytes_.substr(begin, at - begin)));
    }
    if (at >= end || bytes_[at] == '\n') break;
    ++at;
  }
  if (at - row.offset >= row_bytes_max_) return;
  row.whole = bytes_.substr(row.offset, at - row.offset);
}

bool RowReader::next(Row& row) {
  size_t end = 0;
  while (at_ < bytes_.size()) {
    end = end_of_line(bytes_, at_);
    if (!is_blank(bytes_.substr(at_, end - at_))) break;
    at_ = end + 1;
    ++line_;
  }
  if (at_ >= bytes_.size()) return false;
  row.cells.clear();
  row.trouble = {};
  row.line = line_;
  row.offset = at_;
  row.whole = bytes_.substr(at_, end - at_);
  if (row.whole.size() > row_bytes_max_) {
    row.trouble = "the line is too long to be a row";
  } else if (dialect_.quoted && row.whole.find('"') != std::string_view::npos) {
    read_quoted(row);
    if (row.trouble.empty()) end = row.offset + row.whole.size();
  } else {
    split_plain(row);
  }
  line_ += 1 + static_cast<size_t>(std::ranges::count(bytes_.substr(at_, end - at_), '\n'));
  at_ = end + 1;
  return true;
}

Dialect dialect_of(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const size_t begin = bytes.find_first_not_of("\r\n");
  if (begin == std::string_view::npos) return {};
  std::string_view line = bytes.substr(begin, end_of_line(bytes, begin) - begin);
  line = line.substr(0, 65536);
  Dialect dialect;
  std::ptrdiff_t most = std::ranges::count(line, '\t');
  for (const char separator : {',', ';', '|'}) {
    const std::ptrdiff_t count = std::ranges::count(line, separator);
    if (count <= most) continue;
    most = count;
    dialect.separator = separator;
  }
  dialect.quoted = dialect.separator != '\t' || line.starts_with('"');
  return dialect;
}

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const char small = to_lower(c);
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) plain += small;
  }
  return plain;
}

Header::Header(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) names_.push_back(plain_name(name));
}

int Header::find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(names_, name);
    if (found != names_.end()) return static_cast<int>(found - names_.begin());
  }
  return -1;
}

}  // namespace entente
