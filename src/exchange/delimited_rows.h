// Rows of comma- and tab-separated text, read one at a time.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Dialect {
  char separator = '\t';
  bool quoted = false;  // fields may stand in quotes, with separators and line breaks inside
};

struct Row {
  size_t line = 0;    // of its first byte, from 1
  size_t offset = 0;  // of its first byte
  std::string_view whole;
  std::vector<std::string_view> cells;  // trimmed of blanks; valid until the next row is read
  std::string_view trouble;             // why the row cannot be read, or ""
};

class RowReader {
 public:
  // `bytes` must outlive the reader. A longer row is trouble.
  RowReader(std::string_view bytes, Dialect dialect, size_t row_bytes_max);

  // The next row that is not blank; false at the end.
  bool next(Row& row);

 private:
  void split_plain(Row& row) const;
  void read_quoted(Row& row);
  void take_quoted_field(Row& row, size_t& at, size_t end);

  std::string_view bytes_;
  Dialect dialect_;
  size_t row_bytes_max_;
  size_t at_ = 0;
  size_t line_ = 1;
  std::deque<std::string> unquoted_;  // texts of fields with doubled quotes
};

// The separator that the first line holds most of, and quotes where it is no tab or where the line
// begins with one.
Dialect dialect_of(std::string_view bytes);

// Lower case, letters and digits only: "Event ID" and "event_id" are one name.
std::string plain_name(std::string_view name);

// What a header calls its columns.
class Header {
 public:
  Header() = default;
  explicit Header(const std::vector<std::string_view>& names);

  // The first column with one of the names (see plain_name); -1 where there is none.
  int find(std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const { return find({name}) >= 0; }
  size_t size() const { return names_.size(); }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;  // plain
};

// The cell of a column; "" where the row is short or the column is -1.
inline std::string_view cell(const Row& row, int column) {
  if (column < 0 || static_cast<size_t>(column) >= row.cells.size()) return {};
  return row.cells[static_cast<size_t>(column)];
}

}  // namespace entente
