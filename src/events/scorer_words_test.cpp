#include "events/scorer_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace entente {
namespace {

using testing::IsEmpty;
using testing::Not;

std::vector<uint16_t> marks(const std::string& text, const std::string& source,
                            const std::string& target) {
  const auto range = [&](const std::string& phrase) {
    const auto begin = static_cast<uint32_t>(text.find(phrase));
    return Range{begin, begin + static_cast<uint32_t>(phrase.size())};
  };
  return word_marks(text, range(source), range(target));
}

size_t shared(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b) {
  std::vector<uint16_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

TEST(WordMarks, AreSortedAndBelowTheirLimit) {
  const auto found = marks("In May Oslo praised Riga for its help.", "Oslo", "Riga");
  EXPECT_THAT(found, Not(IsEmpty()));
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
  EXPECT_LT(found.back(), kWordMarks);
}

TEST(WordMarks, TellTheSourceFromTheTarget) {
  const std::string text = "Oslo praised Riga.";
  const auto ahead = marks(text, "Oslo", "Riga"), back = marks(text, "Riga", "Oslo");
  EXPECT_NE(ahead, back);
  EXPECT_EQ(shared(ahead, back), 2u);  // the bare words "praised" and "."
}

TEST(WordMarks, TellBeforeFromBetweenFromAfter) {
  const auto before = marks("sadly Oslo met Riga", "Oslo", "Riga");
  const auto between = marks("Oslo sadly met Riga", "Oslo", "Riga");
  const auto after = marks("Oslo met Riga sadly", "Oslo", "Riga");
  EXPECT_NE(before, between);
  EXPECT_NE(between, after);
  EXPECT_NE(before, after);
}

TEST(WordMarks, DoNotMindCaseAndQuotationMarks) {
  EXPECT_EQ(marks("Oslo PRAISED Riga", "Oslo", "Riga"), marks("Oslo praised Riga", "Oslo", "Riga"));
  const auto plain = marks("Oslo praised Riga", "Oslo", "Riga");
  const auto quoted = marks("Oslo “praised” Riga", "Oslo", "Riga");
  EXPECT_GE(shared(plain, quoted), 4u);  // "praised" alone, between, and both names
}

TEST(WordMarks, ForgetWhatStandsFarAway) {
  std::string far;
  for (int i = 0; i < 60; ++i) far += "so ";
  const std::string near = far + "Oslo praised Riga";
  EXPECT_EQ(marks("war " + near, "Oslo", "Riga"), marks(near, "Oslo", "Riga"));
}

TEST(WordMarks, SurviveAnyRangesAndBytes) {
  EXPECT_NO_FATAL_FAILURE(word_marks("", {0, 0}, {0, 0}));
  EXPECT_NO_FATAL_FAILURE(word_marks("\xE2\x80", {0, 9}, {3, 4}));
  EXPECT_NO_FATAL_FAILURE(word_marks("a b", {0, 3}, {0, 3}));
}

}  // namespace
}  // namespace entente
