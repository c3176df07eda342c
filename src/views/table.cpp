// Natural widths first; where they do not fit, the widest flexible column gives way column by
// column, then whole columns are left out, then the widest of all gives way. Tested in
// table_test.cpp.
#include "views/table.h"

#include <algorithm>

#include "base/check.h"

namespace entente {

namespace {

constexpr int kGap = 2;
constexpr int kFlexibleMin = 12;
constexpr int kColumnMin = 3;

struct Layout {
  std::vector<size_t> shown;  // indices of columns
  std::vector<int> width;     // of each shown column
};

std::vector<size_t> used_columns(const Table& table) {
  std::vector<size_t> used;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    if (std::any_of(table.rows.begin(), table.rows.end(),
                    [&](const auto& row) { return !row[c].text.empty(); })) {
      used.push_back(c);
    }
  }
  return used;
}

// Shortens the widest column for which `may` holds, as long as the sum is too large.
template <typename May>
int shrink(std::vector<int>& width, int excess, int least, May may) {
  while (excess > 0) {
    size_t widest = width.size();
    for (size_t i = 0; i < width.size(); ++i) {
      if (!may(i) || width[i] <= least) continue;
      if (widest == width.size() || width[i] > width[widest]) widest = i;
    }
    if (widest == width.size()) break;
    --width[widest];
    --excess;
  }
  return excess;
}

int natural_width(const Table& table, size_t column) {
  int width = display_width(table.columns[column].title);
  for (const auto& row : table.rows) width = std::max(width, display_width(row[column].text));
  return width;
}

int sum_with_gaps(const std::vector<int>& widths) {
  int sum = -kGap;
  for (int width : widths) sum += width + kGap;
  return sum;
}

// Leaves out the column that matters least, if there is one to spare.
bool drop_one(const Table& table, std::vector<size_t>& shown) {
  const auto drop = [&](size_t column) { return table.columns[column].drop; };
  const auto least = std::max_element(shown.begin(), shown.end(),
                                      [&](size_t a, size_t b) { return drop(a) < drop(b); });
  if (least == shown.end() || drop(*least) == 0) return false;
  shown.erase(least);
  return true;
}

Layout lay_out(const Table& table, int columns) {
  Layout layout{used_columns(table), {}};
  while (true) {
    layout.width.clear();
    for (size_t c : layout.shown) layout.width.push_back(natural_width(table, c));
    auto is_flexible = [&](size_t i) { return table.columns[layout.shown[i]].flexible; };
    const int excess = sum_with_gaps(layout.width) - columns;
    const int left = shrink(layout.width, excess, kFlexibleMin, is_flexible);
    if (left <= 0) return layout;
    if (drop_one(table, layout.shown)) continue;
    shrink(layout.width, left, kColumnMin, [](size_t) { return true; });
    return layout;
  }
}

std::string fit(const Cell& cell, const TableColumn& column, int width, bool last, bool color) {
  std::string text =
      cell.focus.empty() ? elide(cell.text, width) : elide_around(cell.text, cell.focus, width);
  const std::string painted = ink(text, cell.ink, color);
  if (column.right) return pad_left(painted, width);
  return last ? painted : pad_right(painted, width);
}

std::string line_of(const Table& table, const Layout& layout, const std::vector<Cell>& row,
                    std::string_view indent, bool color) {
  std::string line(indent);
  for (size_t i = 0; i < layout.shown.size(); ++i) {
    const size_t c = layout.shown[i];
    if (i > 0) line += std::string(kGap, ' ');
    line += fit(row[c], table.columns[c], layout.width[i], i + 1 == layout.shown.size(), color);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::string write_table(const Table& table, Terminal terminal, std::string_view indent) {
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  if (table.rows.empty()) return "";
  const int columns = std::max(terminal.width, 40) - display_width(indent);
  const Layout layout = lay_out(table, columns);
  std::vector<Cell> header;
  for (const TableColumn& column : table.columns) header.push_back({column.title, Ink::heading});
  std::string result = line_of(table, layout, header, indent, terminal.color);
  std::string rule;
  for (int i = 0; i < sum_with_gaps(layout.width); ++i) rule += "─";
  result.append(indent).append(ink(rule, Ink::faint, terminal.color)).append("\n");
  for (const auto& row : table.rows) {
    result += line_of(table, layout, row, indent, terminal.color);
  }
  return result;
}

}  // namespace entente
