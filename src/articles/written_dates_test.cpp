#include "articles/written_dates.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(WrittenDates, EveryUsualFormOfOneDay) {
  for (const char* text :
       {"5 May 2021", "May 5, 2021", "May 5 2021", "5th of May, 2021", "May 5th, 2021",
        "5-May-2021", "Wednesday, May 5, 2021", "Wed, 05 May 2021 10:00:00 GMT", "2021-05-05",
        "2021/5/5", "2021-05-05T10:00:00Z", "05.05.2021", "05/05/2021", "2021 May 5", "5 MAY 2021",
        "Published on 5 May 2021 at 10:30", "Updated: May 5, 2021 3.15 pm IST"}) {
    const auto date = parse_written_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_string(*date), "2021-05-05") << text;
  }
}

TEST(WrittenDates, NumbersCountOnlyWhereTheyAreCertain) {
  EXPECT_EQ(to_string(*parse_written_date("13/05/2021")), "2021-05-13");
  EXPECT_EQ(to_string(*parse_written_date("05/13/2021")), "2021-05-13");
  EXPECT_EQ(to_string(*parse_written_date("06.05.2021")), "2021-05-06");
  EXPECT_FALSE(parse_written_date("05/06/2021"));
  EXPECT_FALSE(parse_written_date("31 February 2021"));
  EXPECT_FALSE(parse_written_date("45/45/2021"));
  EXPECT_FALSE(parse_written_date("talks in May"));
  EXPECT_FALSE(parse_written_date("123456789012345678901234567890"));
}

TEST(WrittenDates, OpenYearsAreTheLastPossible) {
  const auto may = find_date("May 5");
  ASSERT_TRUE(may);
  EXPECT_EQ(may->year, 0);
  EXPECT_EQ(to_string(*complete_date(*may, {2021, 6, 1})), "2021-05-05");
  EXPECT_EQ(to_string(*complete_date(*may, {2021, 5, 1})), "2020-05-05");
  EXPECT_FALSE(whole_date(*may));
}

TEST(WrittenDates, LinesThatAreOnlyADate) {
  for (const char* line :
       {"5 May 2021", "Tuesday, 18 May 2021, 10:30 GMT", "Posted on July 1, 2022"}) {
    EXPECT_TRUE(is_only_date(line)) << line;
  }
  for (const char* line : {"On 5 May 2021 he left", "5 May 2021 agreement", "Tuesday", ""}) {
    EXPECT_FALSE(is_only_date(line)) << line;
  }
}

}  // namespace
}  // namespace entente
