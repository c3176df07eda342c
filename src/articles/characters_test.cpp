#include "articles/characters.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Characters, QuotesAndEllipsisBecomePlain) {
  EXPECT_EQ(
      plain_characters(
          "\xE2\x80\x9CNo,\xE2\x80\x9D he said. \xC2\xABNo.\xC2\xBB It\xE2\x80\x99s\xE2\x80\xA6"),
      "\"No,\" he said. \"No.\" It's...");
  EXPECT_EQ(plain_characters("``quoted''"), "\"quoted\"");
}

TEST(Characters, DashesKeepTheirMeaning) {
  EXPECT_EQ(plain_characters("(Xinhua) -- China"), "(Xinhua) \xE2\x80\x94 China");
  EXPECT_EQ(plain_characters("US\xE2\x80\x93"
                             "China, 10\xE2\x80\x93"
                             "12"),
            "US-China, 10-12");
  EXPECT_EQ(plain_characters("talks \xE2\x80\x93 again"), "talks \xE2\x80\x93 again");
  EXPECT_EQ(plain_characters("well\xE2\x80\x91known"), "well-known");
  EXPECT_EQ(plain_characters("-----"), "-----");
}

TEST(Characters, InvisibleOnesGo) {
  EXPECT_EQ(plain_characters("govern\xC2\xADment \xE2\x80\x8Bof\xEF\xBB\xBF\xC2\xA0"
                             "Chad\x07"),
            "government of Chad");
}

TEST(Characters, LineEndsAreOne) {
  EXPECT_EQ(plain_characters("a\r\nb\rc\xE2\x80\xA8"
                             "d\fe"),
            "a\nb\nc\nd\ne");
}

TEST(Characters, EntitiesAreDecodedOnlyWhenClosed) {
  EXPECT_EQ(plain_characters("R&D &amp; AT&T; it&#8217;s &#x201C;so&#x201D;&nbsp;&eacute;"),
            "R&D & AT&T; it's \"so\" \xC3\xA9");
  EXPECT_EQ(plain_characters("&#0; &#xZZ; &#99999999; &bogus;"), "&#0; &#xZZ; &#99999999; &bogus;");
}

TEST(Characters, TextEncodedTwiceIsRepaired) {
  EXPECT_EQ(plain_characters("It\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s Am\xC3\x83\xC2\xA9lie"),
            "It's Am\xC3\xA9lie");
  EXPECT_EQ(plain_characters("S\xC3\xA3o Tom\xC3\xA9"), "S\xC3\xA3o Tom\xC3\xA9");
}

TEST(Characters, LigaturesOfPrintedPagesAreSpelledOut) {
  EXPECT_EQ(plain_characters("o\xEF\xAC\x83"
                             "cial con\xEF\xAC\x82ict"),
            "official conflict");
}

}  // namespace
}  // namespace entente
