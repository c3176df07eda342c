// Tables that are read, and slips in them that are refused by file, line and remedy.
#include "actors/book.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr std::string_view kStates =
    "code\tname\taliases\tdemonyms\tadjectives\tcapital\tmetonyms\tfrom\tto\tnote\tiso2\tcow\t"
    "fips\tborders\n"
    "# a comment\n"
    "NOR\tNorway\tNorge\tNorwegian; Norwegians\tNorwegian\tOslo\t\t1905\t\t\n";

std::string fault(std::vector<WorldBookFile> files) {
  const auto book = load_world_book(files);
  return book ? "" : book.error();
}

TEST(Book, ReadsNamesDatesAndForms) {
  const auto book = load_world_book({{"states.tsv", kStates}});
  ASSERT_TRUE(book);
  const Entity* norway = book.value().facts().entity_of("NOR");
  ASSERT_TRUE(norway);
  EXPECT_EQ(norway->name, "Norway");
  EXPECT_EQ(norway->from, (Date{1905, 1, 1}));
  EXPECT_EQ(find_actor(book.value(), "Norge")->code, "NOR");
}

TEST(Book, RefusesUnknownTablesColumnsAndCodes) {
  EXPECT_NE(fault({{"planets.tsv", ""}}).find("not a table of the world book"), std::string::npos);
  EXPECT_NE(fault({{"states.tsv", "code\tname\n"}}).find("lacks the column `aliases`"),
            std::string::npos);
  EXPECT_NE(fault({{"states.tsv", kStates},
                   {"places.tsv", "name\taliases\tcountry\tnote\nBergen\t\tNRW\t\n"}})
                .find("places.tsv:2: no state has the code NRW"),
            std::string::npos);
}

TEST(Book, RefusesDoubleCodesAndImpossibleDates) {
  const std::string twice = std::string(kStates) + "NOR\tNorge\t\t\t\t\t\t\t\t\n";
  EXPECT_NE(fault({{"states.tsv", twice}}).find("states.tsv:4: the code NOR is already taken"),
            std::string::npos);
  const std::string holders = "name\taliases\tcode\tsector\toffice\tfrom\tto\tnote\n";
  for (const std::string_view dates : {"2020-13\t", "2020\t2019", "spring\t"}) {
    const std::string row =
        holders + "Ola Nordmann\t\tNOR\tGOV\tking\t" + std::string(dates) + "\t\n";
    EXPECT_NE(fault({{"states.tsv", kStates}, {"office_holders.tsv", row}}).find(":2: `"),
              std::string::npos)
        << dates;
  }
}

}  // namespace
}  // namespace entente
