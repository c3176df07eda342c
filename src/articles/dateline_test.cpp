#include "articles/dateline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

constexpr const char* kDash = "\xE2\x80\x94";

std::string rest_of(std::string_view block) {
  const auto dateline = find_dateline(block);
  return dateline ? std::string(block.substr(dateline->size)) : "none";
}

TEST(Dateline, FormsOfTheAgencies) {
  const std::string dash = kDash;
  const std::vector<std::string> lines = {"MOSCOW, May 5 (Reuters) - ",
                                          "ADDIS ABABA, May 5 (Xinhua) " + dash + " ",
                                          "KABUL " + dash + " ",
                                          "MOSCOW, May 5. /TASS/. ",
                                          "CAIRO - 13 July 2022: ",
                                          "WASHINGTON (AP) " + dash + " ",
                                          "Durban, May 16 2022 (IPS) - ",
                                          "HIROSHIMA" + dash,
                                          "KUWAIT CITY, July 25: ",
                                          "MOSCOW/KYIV, Feb 24 (Reuters) - ",
                                          "Tashkent, Uzbekistan (UzDaily.com) - ",
                                          "Doha: ",
                                          "Srinagar- ",
                                          "Cape Town - ",
                                          "SINGAPORE (Feb. 25, 2021) " + dash + " "};
  for (const std::string& line : lines) {
    const std::string story =
        "The government said on Tuesday that it would not attend the meeting.";
    EXPECT_EQ(rest_of(line + story), story) << line;
  }
}

TEST(Dateline, TellsDateAndAgency) {
  const auto dateline = find_dateline("MOSCOW, May 5 (Reuters) - Russia said it would go on.");
  ASSERT_TRUE(dateline);
  EXPECT_EQ(dateline->agency, "Reuters");
  ASSERT_TRUE(dateline->date);
  EXPECT_EQ(dateline->date->month, 5);
  EXPECT_EQ(dateline->date->day, 5);
}

TEST(Dateline, SentencesWithDashesAreNone) {
  for (const char* block :
       {"Uzbekistan - the partner of the United States - rejected the offer of the two ministers.",
        "Russia \xE2\x80\x94 China's main partner \xE2\x80\x94 said that it would not attend the "
        "meeting.",
        "The minister was clear: Nobody would be let in before the end of the coming year, he "
        "said.",
        "Putin: \"We will answer this step and every other one that is aimed at our country.\"",
        "A heading - With a Dash", "", "\xE2\x80\x94", "- item one of the list is a long sentence.",
        "On May 5 the two sides met: Russia demanded a date and got none from the other side."}) {
    EXPECT_EQ(rest_of(block), "none") << block;
  }
}

}  // namespace
}  // namespace entente
