#include "articles/blocks.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

using Blocks = std::vector<std::string>;

TEST(Blocks, LinesOfTextThatWasNotWrappedStay) {
  EXPECT_EQ(split_blocks("A heading\nThe first paragraph.\n\n  The   second.  \n"),
            (Blocks{"A heading", "The first paragraph.", "The second."}));
}

TEST(Blocks, WrappedParagraphsAreJoined) {
  const char* text =
      "The minister said on Tuesday that his country would not take part in any\n"
      "exercise that is held without the consent of its neighbours, and that the\n"
      "govern-\nment had told them so.\n"
      "His counterpart called the refusal an unfriendly step that would be\n"
      "answered in time.\n";
  EXPECT_EQ(split_blocks(text),
            (Blocks{"The minister said on Tuesday that his country would not take part in any "
                    "exercise that is held without the consent of its neighbours, and that the "
                    "govern-ment had told them so.",
                    "His counterpart called the refusal an unfriendly step that would be answered "
                    "in time."}));
}

TEST(Blocks, ASentenceBrokenByALineEndIsJoined) {
  EXPECT_EQ(split_blocks("It takes\nten minutes."), (Blocks{"It takes ten minutes."}));
  EXPECT_EQ(split_blocks("Many died\nal-Shabaab said."), (Blocks{"Many died", "al-Shabaab said."}));
}

TEST(Blocks, WordsThatEndNothingShowThatLinesWereWrapped) {
  EXPECT_EQ(split_blocks("They met on the\nDanube."), (Blocks{"They met on the Danube."}));
  EXPECT_EQ(split_blocks("Estonia and Latvia refused on Monday what Finland and\n"
                         "Norway had agreed to, and the ministers of Sweden and\n"
                         "Denmark kept their silence. Later the envoys accused\n"
                         "Helsinki of haste. Nobody answered."),
            (Blocks{"Estonia and Latvia refused on Monday what Finland and Norway had agreed to, "
                    "and the ministers of Sweden and Denmark kept their silence. Later the "
                    "envoys accused Helsinki of haste. Nobody answered."}));
}

TEST(Blocks, ListItemsAreBlocksWithoutBullets) {
  EXPECT_EQ(split_blocks("\xE2\x80\xA2 one\n* two\n- three\n1. four"),
            (Blocks{"one", "two", "three", "1. four"}));
  EXPECT_EQ(split_blocks("They want: \xE2\x80\xA2 bases \xE2\x80\xA2 oil"),
            (Blocks{"They want:", "bases", "oil"}));
}

TEST(Blocks, NumberedItemsAreKnown) {
  for (const char* item : {"1. One", "(a) one", "12) one", "a) one"}) {
    EXPECT_TRUE(begins_numbered(item)) << item;
  }
  for (const char* other : {"1.5 million", "a. b", "2021 was", "I. One", "", "1", "(", "1."}) {
    EXPECT_FALSE(begins_numbered(other)) << other;
  }
}

TEST(Blocks, SentenceEndsAreSeenThroughQuotes) {
  EXPECT_TRUE(ends_sentence("\"We refuse.\""));
  EXPECT_TRUE(ends_sentence("(He left.)"));
  EXPECT_FALSE(ends_sentence("A heading"));
  EXPECT_FALSE(ends_sentence("\"'"));
}

}  // namespace
}  // namespace entente
