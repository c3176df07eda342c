// Day counts after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#include "base/date.h"

#include <array>
#include <cstdio>

#include "base/check.h"

namespace entente {

namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  CHECK(month >= 1 && month <= 12);
  return month == 2 && is_leap(year) ? 29 : days[static_cast<size_t>(month - 1)];
}

bool is_valid(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

int32_t days_from_civil(Date date) {
  const int32_t y = date.year - (date.month <= 2);
  const int32_t era = (y >= 0 ? y : y - 399) / 400;
  const int32_t yoe = y - era * 400;
  const int32_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

Date civil_from_days(int32_t days) {
  days += 719468;
  const int32_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int32_t doe = days - era * 146097;
  const int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int32_t mp = (5 * doy + 2) / 153;
  const int32_t month = mp < 10 ? mp + 3 : mp - 9;
  return {static_cast<int16_t>(yoe + era * 400 + (month <= 2)), static_cast<uint8_t>(month),
          static_cast<uint8_t>(doy - (153 * mp + 2) / 5 + 1)};
}

Date add_days(Date date, int32_t days) { return civil_from_days(days_from_civil(date) + days); }

int weekday(Date date) {
  const int32_t days = days_from_civil(date) + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(days >= 0 ? days % 7 : (days % 7 + 7) % 7);
}

DateRange month_of(Date date) {
  Date last = date;
  last.day = static_cast<uint8_t>(days_in_month(date.year, date.month));
  return {{date.year, date.month, 1}, last, DatePrecision::month};
}

DateRange year_of(Date date) {
  return {{date.year, 1, 1}, {date.year, 12, 31}, DatePrecision::year};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = {static_cast<int16_t>(*year), static_cast<uint8_t>(*month),
                     static_cast<uint8_t>(*day)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::string_view to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return "day";
    case DatePrecision::week: return "week";
    case DatePrecision::month: return "month";
    case DatePrecision::quarter: return "quarter";
    case DatePrecision::year: return "year";
    case DatePrecision::decade: return "decade";
    case DatePrecision::unknown: return "unknown";
  }
  return "unknown";
}

}  // namespace entente
