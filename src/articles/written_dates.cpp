// Dates as newspapers write them. The text is cut into words and numbers, and the patterns are
// tried at each of them. Leaves out relative dates ("yesterday"), which the events stage reads, and
// two-digit years. Tested by written_dates_test.cpp.
#include "articles/written_dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/calendar.h"

namespace entente {
namespace {

struct Piece {
  std::string low;  // letters or digits
  int number = -1;  // of digits, at most 8 of them
  size_t begin = 0, end = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size();) {
    const bool digit = is_digit(text[at]);
    if (!digit && !is_letter(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (digit ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    Piece piece{lower(text.substr(at, end - at)), -1, at, end};
    if (digit && end - at <= 8) piece.number = std::stoi(piece.low);
    pieces.push_back(std::move(piece));
    at = end;
  }
  return pieces;
}

bool is_ordinal(std::string_view low) {
  return low == "st" || low == "nd" || low == "rd" || low == "th";
}

struct Reader {
  std::string_view text;
  std::vector<Piece> pieces;

  std::string_view gap(size_t i) const {  // between piece i and the next
    return text.substr(pieces[i].end, pieces[i + 1].begin - pieces[i].end);
  }
  bool has(size_t i) const { return i < pieces.size(); }
  int number(size_t i) const { return has(i) ? pieces[i].number : -1; }
  // A gap that may stand inside a date.
  bool joined(size_t i) const {
    if (!has(i + 1)) return false;
    const std::string_view between = gap(i);
    return between.size() <= 3 && between.find_first_not_of(" ,.-'") == std::string_view::npos;
  }
  bool is_year(size_t i) const {
    return number(i) >= 1900 && number(i) <= 2099 && pieces[i].low.size() == 4;
  }
  bool is_day(size_t i) const {
    return number(i) >= 1 && number(i) <= 31 && pieces[i].low.size() <= 2;
  }
  size_t after_ordinal(size_t i) const {  // the last piece of "5" or "5th"
    return has(i + 1) && gap(i).empty() && is_ordinal(pieces[i + 1].low) ? i + 1 : i;
  }
};

WrittenDate dated(const Reader& r, size_t first, size_t last, int year, int month, int day) {
  return {year, month, day, r.pieces[first].begin, r.pieces[last].end};
}

// "May 5, 2021", "May 5"
std::optional<WrittenDate> month_first(const Reader& r, size_t i) {
  const int month = month_number(r.pieces[i].low);
  if (month == 0 || !r.joined(i) || !r.is_day(i + 1)) return std::nullopt;
  const size_t last = r.after_ordinal(i + 1);
  const int day = r.number(i + 1);
  if (r.joined(last) && r.is_year(last + 1)) {
    return dated(r, i, last + 1, r.number(last + 1), month, day);
  }
  return dated(r, i, last, 0, month, day);
}

// "5 May 2021", "5th of May, 2021", "5-May-2021", "5 May"
std::optional<WrittenDate> day_first(const Reader& r, size_t i) {
  if (!r.is_day(i)) return std::nullopt;
  size_t last = r.after_ordinal(i);
  const int day = r.number(i);
  if (!r.joined(last)) return std::nullopt;
  if (r.pieces[last + 1].low == "of" && r.joined(last + 1)) ++last;
  const int month = month_number(r.pieces[last + 1].low);
  if (month == 0) return std::nullopt;
  if (r.joined(last + 1) && r.is_year(last + 2)) {
    return dated(r, i, last + 2, r.number(last + 2), month, day);
  }
  return dated(r, i, last + 1, 0, month, day);
}

// "2021-05-05", "2021/5/5", "2021 May 5"
std::optional<WrittenDate> year_first(const Reader& r, size_t i) {
  if (!r.is_year(i) || !r.has(i + 2)) return std::nullopt;
  const bool same = r.gap(i) == r.gap(i + 1);
  const std::string_view gap = r.gap(i);
  const bool marked = gap == "-" || gap == "/" || gap == "." || gap == " ";
  if (!same || !marked || !r.is_day(i + 2)) return std::nullopt;
  const int month =
      gap == " " || !r.is_day(i + 1) ? month_number(r.pieces[i + 1].low) : r.number(i + 1);
  if (month < 1 || month > 12) return std::nullopt;
  return dated(r, i, i + 2, r.number(i), month, r.number(i + 2));
}

// "13/05/2021", "05/13/2021", "05.06.2021" (dots are European); 05/06/2021 stays open.
std::optional<WrittenDate> year_last(const Reader& r, size_t i) {
  if (!r.is_day(i) || !r.has(i + 2) || !r.is_day(i + 1) || !r.is_year(i + 2)) return std::nullopt;
  const std::string_view gap = r.gap(i);
  if (gap != r.gap(i + 1) || (gap != "/" && gap != "." && gap != "-")) return std::nullopt;
  const int first = r.number(i), second = r.number(i + 1), year = r.number(i + 2);
  if (second > 12 && first <= 12) return dated(r, i, i + 2, year, first, second);
  if (second > 12) return std::nullopt;
  if (first > 12 || gap == "." || first == second) return dated(r, i, i + 2, year, second, first);
  return std::nullopt;
}

bool fits(const WrittenDate& written) {
  const int year = written.year == 0 ? 2000 : written.year;  // a leap year
  return is_valid({static_cast<int16_t>(year), static_cast<uint8_t>(written.month),
                   static_cast<uint8_t>(written.day)});
}

// Words that may stand beside a date on a line of its own.
bool beside_date(std::string_view low) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"mon",   "tue",       "tues",        "wed",    "thu",      "thur", "thurs", "fri", "sat",
       "sun",   "published", "updated",     "posted", "modified", "last", "first", "on",  "at",
       "date",  "am",        "pm",          "gmt",    "utc",      "ist",  "est",   "edt", "bst",
       "cet",   "cest",      "msk",         "pst",    "pdt",      "hrs",  "t",     "z",   "time",
       "local", "issued",    "publication", "dated",  "and",      "a",    "p",     "m",   "h",
       "o",     "clock",     "et",          "th",     "st",       "nd",   "rd"});
  return weekday_named(low) >= 0 || std::find(kWords.begin(), kWords.end(), low) != kWords.end();
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text) {
  const Reader reader{text, pieces_of(text)};
  for (size_t i = 0; i < reader.pieces.size(); ++i) {
    for (const auto pattern : {year_first, year_last, day_first, month_first}) {
      const auto found = pattern(reader, i);
      if (found && fits(*found)) return found;
    }
  }
  return std::nullopt;
}

std::optional<Date> whole_date(const WrittenDate& written) {
  if (written.year == 0) return std::nullopt;
  return Date{static_cast<int16_t>(written.year), static_cast<uint8_t>(written.month),
              static_cast<uint8_t>(written.day)};
}

std::optional<Date> complete_date(const WrittenDate& written, Date latest) {
  WrittenDate whole = written;
  if (whole.year == 0) whole.year = latest.year;
  if (!fits(whole)) return std::nullopt;
  std::optional<Date> date = whole_date(whole);
  if (written.year == 0 && *date > latest) {
    --whole.year;
    date = fits(whole) ? whole_date(whole) : std::nullopt;
  }
  return date;
}

std::optional<Date> parse_written_date(std::string_view text) {
  text = trim(text).substr(0, 200);
  if (const auto iso = parse_iso_date(text)) return iso;
  const auto written = find_date(text);
  return written ? whole_date(*written) : std::nullopt;
}

bool is_only_date(std::string_view text) {
  if (text.size() > 120) return false;
  const auto written = find_date(text);
  if (!written) return false;
  for (const Piece& piece : pieces_of(text)) {
    const bool inside = piece.begin >= written->begin && piece.end <= written->end;
    if (inside || beside_date(piece.low) || month_number(piece.low) != 0) continue;
    if (piece.number < 0) return false;
  }
  return true;
}

}  // namespace entente
