#include <gtest/gtest.h>

#include "articles/articles.h"
#include "articles/boilerplate.h"

namespace entente {
namespace {

TEST(Boilerplate, PageFurnitureGoes) {
  for (const char* block :
       {"Advertisement", "ADVERTISEMENT", "Share this article", "Read more: Another story",
        "Sign up for our newsletter to get the news", "\xC2\xA9 2021 The Daily", "Copyright 2021 X",
        "The post A Border Opens appeared first on The Daily.", "Photo: Jane Doe/Agency", "***",
        "(Reporting by Jane Doe; Editing by John Roe)", "5 min read", "1,204 views", "More>>",
        "Soldiers at the border. (AP Photo/Jane Doe)", "Also read | Another story"}) {
    EXPECT_TRUE(is_boilerplate(block)) << block;
  }
}

TEST(Boilerplate, NewsStays) {
  for (const char* block :
       {"Advertising revenue fell by a third, the ministry said.", "Copyright law was changed.",
        "Share prices fell after the talks failed.", "Watch towers were built along the border.",
        "The post of foreign minister remained vacant.", "Related companies were fined.",
        "More than 40 people died.", "Comments by the minister angered Baku.", "2021 was hard."}) {
    EXPECT_FALSE(is_boilerplate(block)) << block;
  }
}

TEST(Boilerplate, TheEndOfABlockIsCut) {
  EXPECT_EQ(without_boilerplate_end("They met. The post They Met appeared first on The Daily."),
            "They met.");
  EXPECT_EQ(without_boilerplate_end("They met."), "They met.");
}

TEST(CleanText, TitleComesFirstAndOnce) {
  EXPECT_EQ(clean_text("A Border Opens\nA border opens \xE2\x80\x93 The Daily\nThey "
                       "met.\nAdvertisement\nThey left.",
                       "A Border Opens"),
            "A Border Opens\nThey met.\nThey left.");
}

TEST(CleanText, RepeatedLinesGo) {
  const std::string caption =
      "A large sign at the crossing point where the two ministers met on Monday evening";
  EXPECT_EQ(clean_text("Short\nShort\nText.\n" + caption + "\nMore text.\n" + caption, ""),
            "Short\nText.\n" + caption + "\nMore text.");
}

TEST(CleanText, CleaningTwiceChangesNothing) {
  const std::string once = clean_text(
      "\xE2\x80\x9CThe govern-ment\xE2\x80\x9D said no.\n\n\xE2\x80\xA2 First\n1. Second\nRead "
      "more: x\n",
      "");
  EXPECT_EQ(once, "\"The government\" said no.\nFirst\n1. Second");
  EXPECT_EQ(clean_text(once, ""), once);
}

TEST(CleanText, NoLineIsEmptyWhateverComesIn) {
  uint32_t state = 12345;
  const std::string_view pieces[] = {
      "\n", "-",  " ",         "\xE2\x80\xA2",        "&",  ";",  "word",         "\xC3",
      "(",  "\"", "The post ", " appeared first on ", "\r", "1.", "\xE2\x80\x94", ": "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    const std::string clean = clean_text(text, "");
    EXPECT_EQ(clean.find("\n\n"), std::string::npos);
    EXPECT_TRUE(clean.empty() || (clean.front() != '\n' && clean.back() != '\n'));
    read_articles(text, "fuzz");
  }
}

}  // namespace
}  // namespace entente
