// Tested in import_test.cpp.
#include "exchange/row_coder.h"

#include <charconv>

namespace entente {

namespace {

int figures(std::string_view text) {
  int count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    ++count;
  }
  return count;
}

std::optional<Date> valid_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const Date date{static_cast<int16_t>(year), static_cast<uint8_t>(month),
                  static_cast<uint8_t>(day)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// 10/27/2015 and 27.10.2015.
std::optional<Date> read_mixed(std::string_view text) {
  const char separator = text.find('/') != std::string_view::npos ? '/' : '.';
  const size_t first = text.find(separator);
  const size_t second = first == std::string_view::npos ? first : text.find(separator, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto a = read_integer(text.substr(0, first));
  const auto b = read_integer(text.substr(first + 1, second - first - 1));
  const auto c = read_integer(text.substr(second + 1, 4));
  if (!a || !b || !c) return std::nullopt;
  if (*a > 31) return valid_day(*a, *b, *c);
  if (separator == '.' || *a > 12) return valid_day(*c, *b, *a);
  return valid_day(*c, *a, *b);
}

bool continues(std::string_view bytes, size_t at, size_t count) {
  for (size_t i = 1; i <= count; ++i)
    if (at + i >= bytes.size() || (static_cast<uint8_t>(bytes[at + i]) & 0xc0) != 0x80)
      return false;
  return true;
}

bool is_utf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<uint8_t>(bytes[i]);
    if (byte < 0x80) continue;
    const size_t more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte < 0xc2 || byte > 0xf4 || !continues(bytes, i, more)) return false;
    i += more;
  }
  return true;
}

}  // namespace

std::optional<int> read_integer(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  // "5.0", as spreadsheets write it.
  const std::string_view rest = text.substr(static_cast<size_t>(read.ptr - text.data()));
  if (!rest.empty() && (rest[0] != '.' || rest.find_first_not_of(".0") != std::string_view::npos))
    return std::nullopt;
  return number;
}

std::optional<Date> read_day(std::string_view text) {
  if (text.size() == 8 && figures(text) == 8) {
    return valid_day(*read_integer(text.substr(0, 4)), *read_integer(text.substr(4, 2)),
                     *read_integer(text.substr(6, 2)));
  }
  if (text.size() > 10 && text[10] == ' ') text = text.substr(0, 10);
  if (const auto iso = parse_iso_date(text)) return iso;
  return read_mixed(text.substr(0, text.find(' ')));
}

std::optional<DateRange> read_parts(std::string_view year, std::string_view month,
                                    std::string_view day) {
  const auto y = read_integer(year), m = read_integer(month), d = read_integer(day);
  if (!y || *y < 1 || *y > 9999) return std::nullopt;
  const auto first = valid_day(*y, m && *m >= 1 && *m <= 12 ? *m : 1, 1);
  if (!m || *m < 1 || *m > 12) return year_of(*first);
  if (!d || *d < 1) return month_of(*first);
  const auto exact = valid_day(*y, *m, *d);
  if (!exact) return std::nullopt;
  return DateRange{*exact, *exact, DatePrecision::day};
}

std::string to_text(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xc0 | byte >> 6);
      text += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return text;
}

Event foreign_event(const ForeignEvent& row, Actor source, Actor target, std::string document) {
  Event event;
  event.id = row.id;
  event.document = std::move(document);
  event.source.text = source.name;
  event.target.text = target.name;
  event.source.actor = std::move(source);
  event.target.actor = std::move(target);
  if (row.deed && row.deed->type) {
    event.type = *row.deed->type;
    event.mode = row.deed->mode;
  }
  if (row.from != Date{}) {
    event.date.range = {row.from, row.to == Date{} ? row.from : row.to, row.precision};
    event.date.basis = DateBasis::explicit_;
  }
  event.confidence = row.confidence;
  event.elsewhere = {std::string(row.coder), row.id, row.code};
  return event;
}

void set_texts(Event& event, std::string_view source, std::string_view target) {
  event.source.text = to_text(source);
  event.target.text = to_text(target);
}

Article foreign_article(std::string id, std::string_view outlet, std::string_view url,
                        std::optional<Date> published) {
  Article article;
  article.id = std::move(id);
  article.outlet = to_text(outlet);
  article.url = to_text(url);
  article.published = published;
  return article;
}

}  // namespace entente
