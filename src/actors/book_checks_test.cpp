// Rows that contradict others or close a circle: refused by file and line, or left out when asked.
#include <gtest/gtest.h>

#include "actors/book.h"

namespace entente {
namespace {

constexpr std::string_view kStates =
    "code\tname\taliases\tdemonyms\tadjectives\tcapital\tmetonyms\tfrom\tto\tnote\tiso2\tcow\t"
    "fips\tborders\n"
    "NOR\tNorway\t\t\t\t\t\t\t\t\n"
    "SWE\tSweden\t\t\t\t\t\t\t\t\n";
constexpr std::string_view kOrganisations =
    "code\tname\taliases\tkind\tsector\tseat\tfrom\tto\tnote\twhole\tmembers\n"
    "LEAGUE\tNorthern League\t\tigo\tIGO\t\t\t\t\t\t\n"
    "UNION\tNorthern Union\t\tigo\tIGO\t\t\t\t\t\t\n";
constexpr std::string_view kMembers = "organisation\tmember\tfrom\tto\tnote\n";
constexpr std::string_view kHolders = "name\taliases\tcode\tsector\toffice\tfrom\tto\tnote\n";

struct Tables {
  std::string organisations, members, holders;  // rows on top of those above

  std::vector<WorldBookFile> files() {
    organisations.insert(0, kOrganisations);
    members.insert(0, kMembers);
    holders.insert(0, kHolders);
    return {{"states.tsv", kStates},
            {"organisations.tsv", organisations},
            {"members.tsv", members},
            {"office_holders.tsv", holders}};
  }
};

void expect_fault(Tables tables, std::string_view message) {
  const auto files = tables.files();
  const auto refused = load_world_book(files);
  ASSERT_FALSE(refused) << message;
  EXPECT_TRUE(refused.error().starts_with(message)) << refused.error();
  EXPECT_TRUE(refused.error().ends_with("; correct the line or put # before it"));
  const auto checked = load_world_book_without_bad_rows(files);
  ASSERT_TRUE(checked) << checked.error();
  ASSERT_EQ(checked.value().problems.size(), 1u);
  const Problem& problem = checked.value().problems[0];
  EXPECT_EQ(problem.where + ": " + problem.message, refused.error());
  EXPECT_EQ(find_actor(checked.value().book, "Norway")->node, "NOR");
}

TEST(BookChecks, MalformedRows) {
  expect_fault({"OTHER\tOther\t\tigo\tIGO\t\t\t\t\t\tsome\n", "", ""},
               "organisations.tsv:4: `members` must be empty, none, elected");
  expect_fault({"", "UNION\tNRW\t\t\t\n", ""},
               "members.tsv:2: no state or organisation has the code NRW");
  expect_fault({"", "UNION\tNOR\t1990\t1980\t\n", ""}, "members.tsv:2: `to` lies before");
  expect_fault({"", "UNION\tNOR\t\t\t\t\tmore\n", ""}, "members.tsv:2: the row has 7 cells");
}

TEST(BookChecks, Circles) {
  expect_fault({"A\tA\t\tigo\tIGO\t\t\t\t\tB\nB\tB\t\tigo\tIGO\t\t\t\t\tA\n", "", ""},
               "organisations.tsv:4: A is part of B, which leads back to it in a circle");
  expect_fault({"A\tA\t\tigo\tIGO\t\t\t\t\t\tas B\nB\tB\t\tigo\tIGO\t\t\t\t\t\tas A\n", "", ""},
               "organisations.tsv:4: A has the members of B, which leads back to it in a circle");
  expect_fault({"", "LEAGUE\tUNION\t\t\t\nUNION\tLEAGUE\t\t\t\n", ""},
               "members.tsv:3: LEAGUE as a member of UNION leads in a circle");
  expect_fault({"", "UNION\tUNION\t\t\t\n", ""}, "members.tsv:2: an organisation is its own");
}

TEST(BookChecks, Contradictions) {
  expect_fault({"A\tA\t\tigo\tIGO\t\t\t\t\tNOSUCH\n", "", ""},
               "organisations.tsv:4: A is part of NOSUCH, which no line names");
  expect_fault({"A\tA\t\tigo\tIGO\t\t\t\t\t\tnone\n", "A\tNOR\t\t\t\n", ""},
               "organisations.tsv:4: `members` says \"none\" and members.tsv lists members of A");
  expect_fault({"", "UNION\tNOR\t1990\t2000\t\nUNION\tNOR; SWE\t1995\t\t\n", ""},
               "members.tsv:3: NOR is in UNION by members.tsv:2 at the same time");
  expect_fault({"", "",
                "Kari Nordmann\t\tNOR\tGOV\tprime minister\t2001-02-03\t\t\n"
                "Ola Nordmann\t\tNOR\tGOV\tprime minister\t2005\t\t\n"},
               "office_holders.tsv:3: Ola Nordmann is prime minister of NOR while "
               "office_holders.tsv:2 has Kari Nordmann in that office");
}

TEST(BookChecks, WhatIsLeftOutIsNotSaid) {
  Tables tables{"", "UNION\tNOR\t1990\t\t\nUNION\tNOR; SWE\t1995\t\t\n",
                "Kari Nordmann\t\tNOR\tGOV\tking\t2001\t\t\n"
                "Ola Nordmann\t\tNOR\tGOV\tking\t2005\t\t\n"};
  const auto checked = load_world_book_without_bad_rows(tables.files());
  ASSERT_TRUE(checked);
  const WorldBook& book = checked.value().book;
  EXPECT_EQ(members_of(book, "UNION", Date{2000, 1, 1}).size(), 2u);
  EXPECT_TRUE(find_actor(book, "Kari Nordmann"));
  EXPECT_FALSE(find_actor(book, "Ola Nordmann"));
}

TEST(BookChecks, TheBoardOfAWholeHasItsMembers) {
  Tables tables{"BOARD\tBoard\t\tigo\tIGO\t\t\t\t\tUNION\tas UNION\n",
                "UNION\tNOR; SWE\t1990\t\t\n", ""};
  const auto book = load_world_book(tables.files());
  ASSERT_TRUE(book) << book.error();
  EXPECT_EQ(members_of(book.value(), "BOARD", Date{2000, 1, 1}).size(), 2u);
}

}  // namespace
}  // namespace entente
