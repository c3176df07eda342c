#include "articles/encoding.h"

#include <gtest/gtest.h>

#include "articles/utf8.h"

namespace entente {
namespace {

TEST(Encoding, ValidUtf8PassesUnchanged) {
  const DecodedText decoded = decode_text(
      "Pe\xC3\xB1"
      "alol\xC3\xA9n \xE2\x82\xAC",
      "a.txt");
  EXPECT_EQ(decoded.text,
            "Pe\xC3\xB1"
            "alol\xC3\xA9n \xE2\x82\xAC");
  EXPECT_TRUE(decoded.problems.empty());
}

TEST(Encoding, ByteOrderMarkOfUtf8IsDropped) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFNews", "a.txt").text, "News");
}

TEST(Encoding, Utf16OfBothOrdersIsDecoded) {
  const std::string little("\xFF\xFEN\0\xE9\0\x3D\xD8\x00\xDE", 10);
  EXPECT_EQ(decode_text(little, "a.txt").text, "N\xC3\xA9\xF0\x9F\x98\x80");
  const std::string big("\xFE\xFF\0N\0e", 6);
  EXPECT_EQ(decode_text(big, "a.txt").text, "Ne");
}

TEST(Encoding, Windows1252IsDecodedAndReportedOnce) {
  const DecodedText decoded = decode_text("The Kremlin\x92s \x93offer\x94\nto Orb\xE1n", "a.txt");
  EXPECT_EQ(decoded.text,
            "The Kremlin\xE2\x80\x99s \xE2\x80\x9Coffer\xE2\x80\x9D\nto Orb\xC3\xA1n");
  ASSERT_EQ(decoded.problems.size(), 1u);
  EXPECT_EQ(decoded.problems[0].where, "a.txt:1");
  EXPECT_NE(decoded.problems[0].message.find("Windows-1252"), std::string::npos);
}

TEST(Encoding, DamagedUtf8IsReplacedAndReportedWithItsPlace) {
  const DecodedText decoded = decode_text(
      "line\nPe\xC3\xB1"
      "a \xFF\xFE x\xC3",
      "b.txt", 10);
  EXPECT_EQ(decoded.text,
            "line\nPe\xC3\xB1"
            "a \xEF\xBF\xBD\xEF\xBF\xBD x\xEF\xBF\xBD");
  ASSERT_EQ(decoded.problems.size(), 1u);
  EXPECT_EQ(decoded.problems[0].where, "b.txt:11");
  EXPECT_NE(decoded.problems[0].message.find("byte 11 (0xFF)"), std::string::npos);
  EXPECT_NE(decoded.problems[0].message.find("3 such bytes were replaced"), std::string::npos);
}

TEST(Encoding, BinaryIsRecognised) {
  EXPECT_TRUE(decode_text(std::string("text\0more", 9), "a").binary);
  EXPECT_TRUE(decode_text(std::string(100, '\x01'), "a").binary);
  EXPECT_FALSE(decode_text("one \x01 odd character in a long enough text", "a").binary);
}

TEST(Utf8, RefusesWhatTheStandardForbids) {
  for (const std::string_view bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                                     "\xF0\x80\x80\x80", "\x80", "\xE2\x82"}) {
    EXPECT_EQ(utf8_character_at(bad, 0).size, 0u);
  }
}

TEST(Utf8, EveryCodePointSurvivesTheRoundTrip) {
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    append_character(text, code);
    const TextCharacter back = utf8_character_at(text, 0);
    ASSERT_EQ(back.code, code);
    ASSERT_EQ(back.size, text.size());
  }
}

}  // namespace
}  // namespace entente
