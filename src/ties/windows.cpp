// Stretches of time to look at one after the other. Tested in windows_test.cpp.
#include <algorithm>

#include "ties/ties.h"

namespace entente {

namespace {

int number_of(Date day) { return day.year * 12 + day.month - 1; }

Date first_day(int month) {
  return {static_cast<int16_t>(month / 12), static_cast<uint8_t>(month % 12 + 1), 1};
}

// Where a window of so many months that holds the month begins.
int begin_of(int month, int months) { return month / months * months; }

}  // namespace

std::vector<TimeWindow> time_windows(Date first, Date last, uint32_t months, uint32_t step) {
  std::vector<TimeWindow> windows;
  const int size = std::max(1, static_cast<int>(months));
  const int stride = step == 0 ? size : static_cast<int>(step);
  for (int begin = begin_of(number_of(first), size); begin <= number_of(last); begin += stride) {
    windows.push_back({first_day(begin), month_of(first_day(begin + size - 1)).to});
    if (begin + size > number_of(last) && stride < size) break;  // the rest lies inside this one
  }
  return windows;
}

uint32_t window_months(Date first, Date last, uint32_t most) {
  const int span = number_of(last) - number_of(first) + 1;
  for (const int months : {1, 3, 6, 12, 24, 60, 120, 240})
    if (span <= months * (static_cast<int>(most) - 1)) return static_cast<uint32_t>(months);
  return 600;
}

}  // namespace entente
