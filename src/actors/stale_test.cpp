#include "actors/stale.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {
namespace {

WorldBook small_book() {
  const auto book = load_world_book(
      {{"states.tsv",
        "code\tname\taliases\tdemonyms\tadjectives\tcapital\tmetonyms\tfrom\tto\tnote\tiso2\tcow\t"
        "fips\tborders\nNOR\tNorway\t\t\t\t\t\t\t\t\tNO\t385\tNO\nSWE\tSweden\t\t\t\t\t\t\t\t\tSE\t"
        "380\tSW"
        "\n"},
       {"organisations.tsv",
        "code\tname\taliases\tkind\tsector\tseat\tfrom\tto\tnote\twhole\nUN\tUnited "
        "Nations\t\tigo\tIGO\t\t\t\t\t\n"},
       {"members.tsv", "organisation\tmember\tfrom\tto\tnote\nUN\tNOR; SWE\t1945\t\t\n"},
       {"office_holders.tsv",
        "name\taliases\tcode\tsector\toffice\tfrom\tto\tnote\n# checked 2020-06, all rows\n"
        "Ola Nordmann\t\tNOR\tGOV\tforeign minister\t2017-01\t\t\n"
        "Kari Nordmann\t\tNOR\tGOV\tqueen\t1990\t\t\n"}});
  EXPECT_TRUE(book) << book.error();
  return book.value();
}

TEST(Stale, OfficesAgeTablesAgeAndStatesMayLackTheirHead) {
  const WorldBook book = small_book();
  const auto early = stale_entries(book.facts(), Date{2020, 7, 1});
  ASSERT_EQ(early.size(), 1u);
  EXPECT_EQ(early[0].row, "states.tsv:3");
  EXPECT_EQ(early[0].why, "no head of state or government on 2020-07-01");
  const auto late = stale_entries(book.facts(), Date{2022, 7, 1});
  ASSERT_EQ(late.size(), 3u);
  EXPECT_EQ(late[0].row, "office_holders.tsv");
  EXPECT_EQ(late[0].why, "last checked in 2020-06");
  EXPECT_EQ(late[2].row, "office_holders.tsv:3");
  EXPECT_EQ(late[2].why, "in office for 5 years, more than the 4 usual there");
}

TEST(Stale, AMinisterOfTheGovernmentBeforeAndWhatIsKnownFromFewReports) {
  const auto book = load_world_book(
      {{"states.tsv",
        "code\tname\taliases\tdemonyms\tadjectives\tcapital\tmetonyms\tfrom\tto\tnote\tiso2\tcow\t"
        "fips\tborders\nNOR\tNorway\t\t\t\t\t\t\t\t\tNO\t385\tNO\n"},
       {"office_holders.tsv",
        "name\taliases\tcode\tsector\toffice\tfrom\tto\tnote\n"
        "Ola Nordmann\t\tNOR\tGOV\tforeign minister\t2021-02-01\t\t\n"
        "Per Nordmann\t\tNOR\tGOV\tdefence minister\t2022-03-01\t\tas reported\n"
        "Kari Nordmann\t\tNOR\tGOV\tprime minister\t2022-02-01\t\t\n"}});
  ASSERT_TRUE(book) << book.error();
  const auto entries = stale_entries(book.value().facts(), Date{2022, 7, 1});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].row, "office_holders.tsv:3");
  EXPECT_EQ(entries[0].why, "known from few reports");
  EXPECT_EQ(entries[1].row, "office_holders.tsv:2");
  EXPECT_EQ(entries[1].why, "appointed before Kari Nordmann took office on 2022-02-01");
  EXPECT_TRUE(stale_entries(book.value().facts(), Date{2022, 1, 1}).empty());
}

TEST(Stale, EveryMemberOfTheUnitedNationsHasAHeadInTheMonthOfTheCheck) {
  const WorldBook book = embedded_world_book();
  for (const StaleEntry& entry : stale_entries(book.facts(), Date{2026, 1, 15})) {
    // San Marino changes its two heads every half year.
    const bool gap = entry.why.starts_with("no head") && entry.subject != "San Marino";
    EXPECT_FALSE(gap) << entry.subject;
  }
}

}  // namespace
}  // namespace entente
