#include <gtest/gtest.h>

#include "actors/actors.h"

namespace entente {
namespace {

const WorldBook& book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

TEST(Meanings, TheDateDecidesWhoIsMeantAndTheOthersAreListed) {
  const auto first = meanings_of(book(), "George Bush", Date{1991, 2, 1});
  ASSERT_GE(first.meanings.size(), 2u);
  EXPECT_EQ(first.meanings[0].actor.name, "George H.W. Bush");
  EXPECT_EQ(first.meanings[0].office, "president");
  EXPECT_TRUE(first.meanings[0].holds);
  EXPECT_FALSE(first.meanings[1].holds);
  EXPECT_EQ(first.why, "only the first holds an office on 1991-02-01");
  EXPECT_EQ(meanings_of(book(), "George Bush", Date{2003, 2, 1}).meanings[0].actor.name,
            "George W. Bush");
}

TEST(Meanings, SaysWhereTheBookSaysSo) {
  const auto brussels = meanings_of(book(), "Brussels", Date{2020, 1, 1});
  ASSERT_GE(brussels.meanings.size(), 2u);
  EXPECT_EQ(brussels.meanings[0].actor.code, "EU");
  EXPECT_EQ(brussels.meanings[0].form, "capital");
  EXPECT_TRUE(brussels.meanings[0].row.starts_with("organisations.tsv:"));
  EXPECT_FALSE(brussels.why.empty());
  EXPECT_TRUE(meanings_of(book(), "Nosuchname", {}).meanings.empty());
  EXPECT_EQ(meanings_of(book(), "Luxembourg's", {}).meanings.size(), 0u);
}

TEST(Meanings, AMentionTellsWhatItLeadsBackTo) {
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(
      "Sergei Lavrov warned Georgia on Monday. He said the country had armed rebels.", model);
  MentionOptions options;
  options.published = Date{2008, 7, 1};
  const auto mentions = find_mentions(document, book(), options);
  size_t pronouns = 0;
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    const MentionReason reason = reason_of(document, mentions, m, book(), options);
    EXPECT_FALSE(reason.why.empty());
    if (mentions[m].how != Resolution::pronoun) continue;
    ++pronouns;
    EXPECT_EQ(reason.why, "stands for \"Sergei Lavrov\" in sentence 1");
    EXPECT_EQ(reason.rivals, std::vector<std::string>{"GEO"});
  }
  EXPECT_EQ(pronouns, 1u);
}

TEST(Meanings, CountsMentionsAndWays) {
  static const EnglishModel model = embedded_english_model();
  ActorCounts counts;
  for (int i = 0; i < 2; ++i) {
    const Document document =
        make_document("Russia warned Georgia. Moscow sent American troops home.", model);
    count_mentions(document, find_mentions(document, book(), {}), counts);
  }
  EXPECT_EQ(counts["RUS"].mentions, 4u);
  EXPECT_EQ(counts["RUS"].documents, 2u);
  EXPECT_EQ(counts["RUS"].ways[static_cast<size_t>(Resolution::capital)], 2u);
  EXPECT_EQ(counts["RUS"].example, "Russia warned Georgia.");
  EXPECT_EQ(counts["USA"].mentions, 2u);
}

TEST(StateCodes, LeadToTheStateOfTheDate) {
  EXPECT_EQ(find_state(book(), StateCodes::cow, "365")->code, "RUS");
  EXPECT_EQ(find_state(book(), StateCodes::cow, "365", Date{1980, 1, 1})->code, "SUN");
  EXPECT_EQ(find_state(book(), StateCodes::cow, "260")->code, "DEU");
  EXPECT_EQ(find_state(book(), StateCodes::fips, "GM")->code, "DEU");
  EXPECT_EQ(find_state(book(), StateCodes::iso2, "gb")->code, "GBR");
  EXPECT_FALSE(find_state(book(), StateCodes::iso2, "QQ"));
  EXPECT_EQ(state_code(book(), "KOR", StateCodes::cow), "732");
  EXPECT_EQ(state_code(book(), "XTR", StateCodes::iso2), "");
}

}  // namespace
}  // namespace entente
