// Whose "we" a quotation has.
#include <gtest/gtest.h>

#include "actors/text_mentions.h"

namespace entente {
namespace {

TEST(FirstPerson, IsTheSpeakerOfTheQuotation) {
  EXPECT_EQ(mentions_of("\"Russia has left us,\" the Armenian foreign minister said."),
            "Russia = RUS; us = ARM; Armenian foreign minister = ARM");
  EXPECT_EQ(mentions_of("The Kremlin said: \"We never asked Serbia for a base.\""),
            "Kremlin = RUS; We = RUS; Serbia = SRB");
}

TEST(FirstPerson, RunsOnInTheParagraphAndNotBeyondIt) {
  EXPECT_EQ(mentions_of("\"Nobody asked,\" the Armenian foreign minister said. \"Our friends left "
                        "us.\"\n\n\"We saw nothing.\""),
            "Armenian foreign minister = ARM; Our = ARM; us = ARM");
}

TEST(FirstPerson, OutsideQuotationsAVerbOfSayingMustFollow) {
  EXPECT_EQ(mentions_of("We have warned Ankara, a Greek diplomat said."),
            "We = GRC; Ankara = TUR; Greek diplomat = GRC");
  EXPECT_EQ(mentions_of("We have seen that Ankara says little."), "Ankara = TUR");
}

TEST(FirstPerson, OfPrivatePeopleIsNobody) {
  EXPECT_EQ(mentions_of("\"We want bread,\" a Greek student said."), "Greek student = GRC EDU");
}

}  // namespace
}  // namespace entente
