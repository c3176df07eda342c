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

}  // namespace
}  // namespace entente
