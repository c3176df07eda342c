// Civil dates (proleptic Gregorian) without time of day or zone, and ranges of them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct Date {
  int16_t year = 0;
  uint8_t month = 0;  // 1-12
  uint8_t day = 0;    // 1-31

  auto operator<=>(const Date&) const = default;
};

// How finely a text states a time.
enum class DatePrecision : uint8_t { day, week, month, quarter, year, decade, unknown };

struct DateRange {
  Date from;  // first day
  Date to;    // last day, included
  DatePrecision precision = DatePrecision::unknown;

  auto operator<=>(const DateRange&) const = default;
};

bool is_valid(Date date);
// Days since 1970-01-01; the two are inverse for valid dates.
int32_t days_from_civil(Date date);
Date civil_from_days(int32_t days);
Date add_days(Date date, int32_t days);
int days_in_month(int year, int month);
// 0 Monday ... 6 Sunday.
int weekday(Date date);
// First and last day of the month or year that `date` lies in.
DateRange month_of(Date date);
DateRange year_of(Date date);

// ISO 8601: 2021-06-30, also followed by a time ("2021-06-30T12:00:00Z"); nothing else.
std::optional<Date> parse_iso_date(std::string_view text);
std::string to_string(Date date);  // 2021-06-30
std::string_view to_string(DatePrecision precision);

}  // namespace entente
