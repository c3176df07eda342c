#include "base/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Date, DayCountsAreInverseOverFourCenturies) {
  for (int32_t days = -200000; days < 100000; ++days) {
    const Date date = civil_from_days(days);
    ASSERT_TRUE(is_valid(date)) << days;
    ASSERT_EQ(days_from_civil(date), days);
  }
}

TEST(Date, KnowsWeekdays) {
  EXPECT_EQ(weekday({1970, 1, 1}), 3);
  EXPECT_EQ(weekday({2021, 8, 15}), 6);
  EXPECT_EQ(weekday({1956, 10, 29}), 0);
}

TEST(Date, ParsesIsoOnly) {
  EXPECT_EQ(parse_iso_date("2021-06-30"), (Date{2021, 6, 30}));
  EXPECT_EQ(parse_iso_date("2021-06-30T12:00:00Z"), (Date{2021, 6, 30}));
  EXPECT_FALSE(parse_iso_date("2021-02-29"));
  EXPECT_FALSE(parse_iso_date("30.06.2021"));
  EXPECT_FALSE(parse_iso_date("2021-06-300"));
}

TEST(Date, MonthEndsOnItsLastDay) {
  EXPECT_EQ(month_of({2024, 2, 5}).to, (Date{2024, 2, 29}));
  EXPECT_EQ(to_string(add_days({2023, 12, 31}, 1)), "2024-01-01");
}

}  // namespace
}  // namespace entente
