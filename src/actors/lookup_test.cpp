// Names as a user types them, members by date, and choices by date.
#include <gtest/gtest.h>

#include <algorithm>

#include "actors/text_mentions.h"

namespace entente {
namespace {

bool is_member(std::string_view organisation, std::string_view state, Date date) {
  const auto members = members_of(shipped_book(), organisation, date);
  return std::any_of(members.begin(), members.end(),
                     [&](const Actor& member) { return member.code == state; });
}

TEST(Lookup, FindsActorsByNameAndCode) {
  EXPECT_EQ(find_actor(shipped_book(), "Uzbekistan")->node, "UZB");
  EXPECT_EQ(find_actor(shipped_book(), "UZB GOV")->code, "UZB GOV");
  EXPECT_EQ(find_actor(shipped_book(), "the Kremlin")->node, "RUS");
  EXPECT_FALSE(find_actor(shipped_book(), "Ruritania"));
}

TEST(Lookup, MembersDependOnTheDate) {
  EXPECT_TRUE(is_member("CSTO", "UZB", Date{2010, 1, 1}));
  EXPECT_FALSE(is_member("CSTO", "UZB", Date{2015, 1, 1}));
  EXPECT_FALSE(is_member("NATO", "SWE", Date{2023, 1, 1}));
  EXPECT_TRUE(is_member("NATO", "SWE", Date{2024, 6, 1}));
}

TEST(Lookup, OfficesDependOnTheDate) {
  EXPECT_EQ(mentions_of("President Bush spoke at noon.", "1991-01-10"), "President Bush = USA");
  EXPECT_EQ(mentions_of("Johnson spoke with Macron on the phone.", "2021-01-10"),
            "Johnson = GBR; Macron = FRA");
  EXPECT_EQ(mentions_of("Gorbachev spoke with Kohl on the phone.", "1990-01-10"),
            "Gorbachev = SUN; Kohl = DEU");
}

TEST(Lookup, NamesOfNodes) {
  EXPECT_EQ(node_name(shipped_book(), "SYR REF"), "Syria (refugees)");
  EXPECT_EQ(node_name(shipped_book(), "?Raila Odinga"), "Raila Odinga");
}

}  // namespace
}  // namespace entente
