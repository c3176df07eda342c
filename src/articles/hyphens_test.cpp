#include "articles/hyphens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "articles/words.h"

namespace entente {
namespace {

struct Case {
  const char* written;
  const char* joined;
};

TEST(Hyphens, SplitWordsAreJoined) {
  for (const auto& [written, joined] :
       {Case{"govern-ment", "government"}, Case{"with-drawal", "withdrawal"},
        Case{"Foreign Minis-ter", "Foreign Minister"}, Case{"pro-tested", "protested"},
        Case{"inter-nation-al", "international"}, Case{"SECU-RITY", "SECURITY"},
        Case{"in-formation", "information"}, Case{"nego-tiations", "negotiations"},
        Case{"co-operation", "cooperation"}, Case{"anti-terror-ism", "anti-terrorism"},
        Case{"deploy-ments", "deployments"}}) {
    EXPECT_EQ(join_split_words(written), joined);
  }
}

TEST(Hyphens, SplitNamesAreJoined) {
  for (const auto& [written, joined] :
       {Case{"Uzbek-istan", "Uzbekistan"}, Case{"Tajiki-stan", "Tajikistan"},
        Case{"Afghan-istan's", "Afghanistan's"}, Case{"Dushan-be", "Dushanbe"},
        Case{"Lukash-enko", "Lukashenko"}, Case{"Kurban-bayev", "Kurbanbayev"}}) {
    EXPECT_EQ(join_split_words(written), joined);
  }
}

TEST(Hyphens, TrueHyphensStay) {
  for (const char* text : {"anti-government",
                           "US-led",
                           "Franco-German",
                           "al-Assad",
                           "well-known",
                           "so-called",
                           "Non-Aligned Movement",
                           "self-sufficiency",
                           "co-founder",
                           "re-elected",
                           "Guinea-Bissau",
                           "Kim Jong-un",
                           "Li Ka-shing",
                           "Tsai Ing-wen",
                           "Port-au-Prince",
                           "Sher-e-Bangla",
                           "day-to-day",
                           "vis-a-vis",
                           "19-year-old",
                           "G-7",
                           "long-term",
                           "AL-ASSAD",
                           "US-LED",
                           "right-wing",
                           "Saudi-led",
                           "pre- and post-war",
                           "Moscow-backed",
                           "ex-president"}) {
    EXPECT_EQ(join_split_words(text), text);
  }
}

TEST(Hyphens, ANameThatTheTextSpellsElsewhereIsJoined) {
  EXPECT_EQ(join_split_words("Qasymov came. Qasy-mov left."), "Qasymov came. Qasymov left.");
  EXPECT_EQ(join_split_words("Qasy-mov left."), "Qasy-mov left.");
}

TEST(Hyphens, ABlankAfterTheHyphenOfASplitWordGoes) {
  EXPECT_EQ(join_split_words("the govern- ment said"), "the government said");
  EXPECT_EQ(join_split_words("short- and long-term"), "short- and long-term");
}

TEST(Hyphens, AddressesAreLeftAlone) {
  const char* text = "see https://example.com/govern-ment/x and a.govern-ment@example.com";
  EXPECT_EQ(join_split_words(text), text);
}

TEST(Hyphens, LongTextWithoutBlanksTakesLinearTime) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "ab-cd";
  EXPECT_EQ(join_split_words(text).size(), text.size());
}

TEST(Words, TheListIsSortedAndEveryWordIsFound) {
  std::ifstream file(ENTENTE_ROOT "/data/words.txt");
  std::string last, line;
  size_t count = 0;
  while (std::getline(file, line)) {
    ASSERT_LT(last, line);
    ASSERT_TRUE(is_listed_word(line)) << line;
    ASSERT_TRUE(std::all_of(line.begin(), line.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '-';
    })) << line;
    last = line;
    ++count;
  }
  EXPECT_GT(count, 20000u);
  for (const char* fragment : {"ment", "tion", "stan", "istan", "", "zzz"}) {
    EXPECT_FALSE(is_listed_word(fragment)) << fragment;
  }
}

TEST(Words, RegularInflectionsAreKnown) {
  for (const char* word : {"deployments", "ratifies", "condemning", "normalised", "swiftly"}) {
    EXPECT_TRUE(is_known_word(word)) << word;
  }
  EXPECT_FALSE(is_known_word("kremlinment"));
}

}  // namespace
}  // namespace entente
