#include "base/calendar.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Calendar, MonthsByFullName) {
  EXPECT_EQ(month_named("january"), 1);
  EXPECT_EQ(month_named("may"), 5);
  EXPECT_EQ(month_named("december"), 12);
  EXPECT_EQ(month_named("dec"), 0);
  EXPECT_EQ(month_named("December"), 0);
  EXPECT_EQ(month_named(""), 0);
}

TEST(Calendar, MonthsByAbbreviation) {
  EXPECT_EQ(month_number("January"), 1);
  EXPECT_EQ(month_number("may"), 5);
  EXPECT_EQ(month_number("Sept."), 9);
  EXPECT_EQ(month_number("sep"), 9);
  EXPECT_EQ(month_number("DEC"), 12);
  EXPECT_EQ(month_number("de"), 0);
  EXPECT_EQ(month_number("decem"), 0);
  EXPECT_EQ(month_number("."), 0);
}

TEST(Calendar, WeekdaysByFullName) {
  EXPECT_EQ(weekday_named("monday"), 0);
  EXPECT_EQ(weekday_named("sunday"), 6);
  EXPECT_EQ(weekday_named("sun"), -1);
  EXPECT_EQ(weekday_named("today"), -1);
}

}  // namespace
}  // namespace entente
