#include <gtest/gtest.h>

#include "ties/ties.h"

namespace entente {
namespace {

TEST(Windows, CoverBothDaysAndBeginWithTheYear) {
  const auto years = time_windows({1956, 7, 26}, {1958, 2, 1}, 12, 0);
  ASSERT_EQ(years.size(), 3u);
  EXPECT_EQ(years[0], (TimeWindow{{1956, 1, 1}, {1956, 12, 31}}));
  EXPECT_EQ(years[2], (TimeWindow{{1958, 1, 1}, {1958, 12, 31}}));
  const auto quarters = time_windows({2020, 2, 29}, {2020, 5, 1}, 3, 3);
  ASSERT_EQ(quarters.size(), 2u);
  EXPECT_EQ(quarters[1], (TimeWindow{{2020, 4, 1}, {2020, 6, 30}}));
}

TEST(Windows, OverlapByTheirStep) {
  const auto windows = time_windows({2020, 1, 1}, {2020, 6, 30}, 3, 1);
  ASSERT_EQ(windows.size(), 4u);
  EXPECT_EQ(windows[1], (TimeWindow{{2020, 2, 1}, {2020, 4, 30}}));
  EXPECT_EQ(windows[3], (TimeWindow{{2020, 4, 1}, {2020, 6, 30}}));
}

TEST(Windows, MayLeaveGaps) {
  const auto windows = time_windows({2020, 1, 1}, {2020, 12, 31}, 1, 6);
  ASSERT_EQ(windows.size(), 2u);
  EXPECT_EQ(windows[1].from, (Date{2020, 7, 1}));
}

TEST(Windows, AreAsShortAsTheirNumberAllows) {
  EXPECT_EQ(window_months({2020, 1, 1}, {2020, 1, 31}, 14), 1u);
  EXPECT_EQ(window_months({2020, 1, 1}, {2021, 3, 1}, 14), 3u);
  EXPECT_EQ(window_months({1946, 1, 1}, {1979, 12, 31}, 14), 60u);
  for (const uint32_t most : {5u, 14u, 60u}) {
    const Date first{1989, 11, 9}, last{2003, 3, 20};
    const uint32_t months = window_months(first, last, most);
    EXPECT_LE(time_windows(first, last, months, 0).size(), most);
  }
}

}  // namespace
}  // namespace entente
