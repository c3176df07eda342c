#include "views/display.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Display, WidthCountsColumnsNotBytes) {
  EXPECT_EQ(display_width("Tashkent"), 8);
  EXPECT_EQ(display_width("Türkiye"), 7);
  EXPECT_EQ(display_width("Ту\xCC\x81ла"), 4);  // with a combining accent
  EXPECT_EQ(display_width("北京"), 4);
  EXPECT_EQ(display_width("서울"), 4);
  EXPECT_EQ(display_width("🕊"), 2);
  EXPECT_EQ(display_width("a\xE2\x80\x8B"
                          "b"),
            2);                             // zero-width space
  EXPECT_EQ(display_width("\xFF\xFE"), 2);  // each broken byte shows as one sign
  EXPECT_EQ(display_width("\x1b[1;35mred\x1b[0m"), 3);
}

TEST(Display, OneLineIsSafeToPrint) {
  EXPECT_EQ(one_line("  two\n\t lines \r\n"), "two lines");
  EXPECT_EQ(one_line("\x1b[31mred\x07"), "[31mred");
  EXPECT_EQ(one_line("a\xC2\x9B"
                     "31mb"),
            "a 31mb");                                            // a C1 control
  EXPECT_EQ(one_line("user\xE2\x80\xAEtxt.exe"), "usertxt.exe");  // right-to-left override
  EXPECT_EQ(one_line("torn \xE2\x80"), "torn \xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(one_line("\xED\xA0\x80").find('\xED'), std::string::npos);  // a surrogate is not UTF-8
}

TEST(Display, ElideKeepsWithinTheColumns) {
  EXPECT_EQ(elide("Uzbekistan", 10), "Uzbekistan");
  EXPECT_EQ(elide("Uzbekistan", 6), "Uzbek…");
  EXPECT_EQ(elide("the foreign ministry said", 20), "the foreign…");
  EXPECT_EQ(elide("北京北京", 6), "北京…");
  EXPECT_EQ(elide("北京北京", 0), "");
  for (int columns = 1; columns < 40; ++columns) {
    EXPECT_LE(display_width(elide("Mixed 北京 words, Türkiye 🕊 end of it", columns)),
              columns);
  }
}

TEST(Display, ElideAroundKeepsTheFocusInSight) {
  const std::string text =
      "On the last day of a long week of talks in Geneva the minister condemned the raid on the "
      "port";
  const auto at = static_cast<uint32_t>(text.find("condemned"));
  for (int columns = 24; columns < 100; ++columns) {
    const std::string cut = elide_around(text, {at, at + 9}, columns);
    EXPECT_NE(cut.find("condemned"), std::string::npos) << columns << ": " << cut;
    EXPECT_LE(display_width(cut), columns);
  }
  EXPECT_LE(display_width(elide_around(text, {5000, 6000}, 30)), 30);
}

TEST(Display, Pads) {
  EXPECT_EQ(pad_right("北京", 6), "北京  ");
  EXPECT_EQ(pad_left("é", 3), "  é");
  EXPECT_EQ(pad_left("longer", 3), "longer");
}

TEST(Display, WrapsAtBlanks) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("unbreakable", 4), (Lines{"unbr", "eaka", "ble"}));
  EXPECT_EQ(wrap("北京 北京", 4), (Lines{"北京", "北京"}));
  EXPECT_EQ(wrap("北京", 1), (Lines{"北", "京"}));  // progress even where nothing fits
  EXPECT_EQ(wrap("", 10), Lines{});
  EXPECT_EQ(wrap("   ", 10), Lines{});
  EXPECT_EQ(paragraph("• ", "  ", "one two three", 12), "• one two\n  three\n");
}

TEST(Display, InkColoursEachWord) {
  EXPECT_EQ(ink("two words", Ink::strong, true), "\x1b[1mtwo\x1b[0m \x1b[1mwords\x1b[0m");
  EXPECT_EQ(ink("two words", Ink::strong, false), "two words");
  EXPECT_EQ(ink("plain", Ink::plain, true), "plain");
}

}  // namespace
}  // namespace entente
