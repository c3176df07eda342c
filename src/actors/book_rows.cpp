// Dates of the world book as its rows write them, and where a row stands. Tested in book_test.cpp.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "actors/book.h"
#include "base/ascii.h"

namespace entente {

namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> partial_date(std::string_view text, bool last) {
  std::array<std::string_view, 3> parts;
  size_t count = 0;
  for (size_t begin = 0; begin <= text.size(); ++count) {
    if (count == parts.size()) return std::nullopt;
    const size_t end = std::min(text.find('-', begin), text.size());
    parts[count] = text.substr(begin, end - begin);
    begin = end + 1;
  }
  const auto year = number(parts[0]);
  const auto month = count > 1 ? number(parts[1]) : std::optional(last ? 12 : 1);
  if (!year || !month || *year < 1 || *year > 9999) return std::nullopt;
  if (*month < 1 || *month > 12) return std::nullopt;
  const int final_day = days_in_month(*year, *month);
  const auto day = count > 2 ? number(parts[2]) : std::optional(last ? final_day : 1);
  if (!day || *day < 1 || *day > final_day) return std::nullopt;
  return Date{static_cast<int16_t>(*year), static_cast<uint8_t>(*month),
              static_cast<uint8_t>(*day)};
}

BookRow row_of(const Facts& facts, std::string_view cell) {
  const std::less<> before;
  for (const auto& text : facts.texts) {
    const char* begin = text->bytes.data();
    const char* end = begin + text->bytes.size();
    if (before(cell.data(), begin) || !before(cell.data(), end)) continue;
    const std::string_view bytes = text->bytes;
    const auto at = static_cast<size_t>(cell.data() - begin);
    const auto line = std::count(begin, begin + at, '\n') + 1;
    BookRow row{text->name + ":" + std::to_string(line), {}};
    const auto columns = split(bytes.substr(0, bytes.find('\n')), '\t');
    const auto note = std::find(columns.begin(), columns.end(), "note");
    if (note == columns.end()) return row;
    const size_t first = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;
    const auto cells = split(bytes.substr(first, bytes.find('\n', first) - first), '\t');
    const auto column = static_cast<size_t>(note - columns.begin());
    if (column < cells.size()) row.note = cells[column];
    return row;
  }
  return {};
}

}  // namespace entente
