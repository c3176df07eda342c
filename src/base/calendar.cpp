// Tested in calendar_test.cpp.
#include "base/calendar.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

}  // namespace

int month_named(std::string_view low) {
  const auto found = std::ranges::find(kMonths, low);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

int month_number(std::string_view word) {
  std::string low = lower(word);
  if (low.ends_with('.')) low.pop_back();
  if (low == "sept") return 9;
  if (low.size() != 3) return month_named(low);
  const auto found =
      std::ranges::find_if(kMonths, [&](std::string_view month) { return month.starts_with(low); });
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

int weekday_named(std::string_view low) {
  const auto found = std::ranges::find(kWeekdays, low);
  return found == kWeekdays.end() ? -1 : static_cast<int>(found - kWeekdays.begin());
}

}  // namespace entente
