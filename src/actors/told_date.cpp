// Tested in told_date_test.cpp.
#include "actors/told_date.h"

#include <charconv>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/one_of.h"

namespace entente {

namespace {

constexpr int kFirstYear = 1945;
constexpr int kLastYear = 2026;  // of the world book

int number_at(const Document& document, uint32_t i) {
  if (i >= document.tokens.size()) return 0;
  const std::string_view word = form(document, document.tokens[i]);
  int number = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  return fault == std::errc() && end == word.data() + word.size() ? number : 0;
}

int month_at(const Document& document, uint32_t i) {
  if (i >= document.tokens.size()) return 0;
  return month_named(lower(form(document, document.tokens[i])));
}

// "in 2019", "since 2014"; not "about 2000 men", "by 2030".
bool is_past_year(const Document& document, uint32_t i) {
  if (i == 0) return false;
  const std::string before = lower(form(document, document.tokens[i - 1]));
  return month_at(document, i - 1) > 0 ||
         one_of(before, {"in", "since", "of", "from", "after", "during", "year", "early", "late"});
}

// The date whose year stands at token `i`: "July 26, 2022", "26 July 2022", else the last day of a
// year told as one; {} if the number is no year.
Date date_ending_at(const Document& document, uint32_t i, int year) {
  const auto date = [&](int month, int day) {
    const bool real = month > 0 && day > 0 && day <= days_in_month(year, month);
    return real ? Date{static_cast<int16_t>(year), static_cast<uint8_t>(month),
                       static_cast<uint8_t>(day)}
                : Date{};
  };
  Date told;
  if (i >= 2) told = date(month_at(document, i - 1), number_at(document, i - 2));
  if (told == Date{} && i >= 3) told = date(month_at(document, i - 3), number_at(document, i - 2));
  if (told != Date{} || !is_past_year(document, i)) return told;
  return {static_cast<int16_t>(year), 12, 31};
}

}  // namespace

std::optional<Date> last_date_told(const Document& document) {
  std::optional<Date> last;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    const int year = number_at(document, i);
    if (year < kFirstYear || year > kLastYear) continue;
    const Date told = date_ending_at(document, i, year);
    if (told != Date{} && (!last || *last < told)) last = told;
  }
  return last;
}

}  // namespace entente
