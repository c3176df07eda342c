#include "cli/phrases.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr std::string_view kSentence = "The U.S. warned Iran, and Iran warned the U.S. envoy.";

TEST(Phrases, FindsVerbatimPhrases) {
  const PhrasePair pair = locate_phrases(kSentence, "The U.S.", "Iran");
  EXPECT_EQ(slice(kSentence, pair.source), "The U.S.");
  EXPECT_EQ(pair.target.begin, 16u);
}

TEST(Phrases, TheSamePhraseTwiceGivesTwoPlaces) {
  const PhrasePair pair = locate_phrases(kSentence, "Iran", "Iran");
  EXPECT_NE(pair.source, pair.target);
  EXPECT_EQ(slice(kSentence, pair.target), "Iran");
}

TEST(Phrases, IgnoresCaseAndSpacing) {
  const PhrasePair pair = locate_phrases(kSentence, "IRAN", "the  U. S.  ENVOY");
  EXPECT_EQ(slice(kSentence, pair.source), "Iran");
  EXPECT_EQ(slice(kSentence, pair.target), "the U.S. envoy");
}

TEST(Phrases, WhatIsNotThereIsEmpty) {
  const PhrasePair pair = locate_phrases(kSentence, "Bolivia", "");
  EXPECT_TRUE(pair.source.empty());
  EXPECT_TRUE(pair.target.empty());
}

TEST(Phrases, PartsOfWordsAreNoMatch) {
  const std::string_view sentence = "The Iranian navy warned Iran's neighbours.";
  EXPECT_EQ(locate_phrases(sentence, "Iran", "navy").source.begin, 24u);
}

TEST(Phrases, TheBestOverlapWhereThePhraseIsNotVerbatim) {
  const std::string_view sentence = "Minister Zarif of Iran met Kerry.";
  const PhrasePair pair = locate_phrases(sentence, "Foreign Minister Javad Zarif", "John Kerry");
  EXPECT_EQ(slice(sentence, pair.source), "Minister Zarif");
  EXPECT_EQ(slice(sentence, pair.target), "Kerry");
}

TEST(Phrases, TheSourceLeavesTheTargetItsPlace) {
  const std::string_view sentence = "Police and the army fired on the police of Cairo.";
  const PhrasePair pair = locate_phrases(sentence, "police", "the police of Cairo");
  EXPECT_EQ(slice(sentence, pair.source), "Police");
  EXPECT_EQ(slice(sentence, pair.target), "the police of Cairo");
}

TEST(Phrases, OnePlaceForTwoEqualPhrasesIsShared) {
  const PhrasePair pair = locate_phrases("Police came.", "police", "police");
  EXPECT_EQ(pair.source, pair.target);
  EXPECT_FALSE(pair.source.empty());
}

}  // namespace
}  // namespace entente
