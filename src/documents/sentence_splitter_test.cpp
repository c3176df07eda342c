#include "documents/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>

#include "documents/tokenizer.h"

namespace entente {
namespace {

std::string sentences_of(std::string_view text) {
  std::vector<Range> words = tokenize(text, {0, static_cast<uint32_t>(text.size())});
  std::string joined;
  size_t begin = 0;
  for (const size_t end : split_sentences(text, words)) {
    if (!joined.empty()) joined += " | ";
    if (begin < end) joined += slice(text, {words[begin].begin, words[end - 1].end});
    begin = end;
  }
  return joined;
}

struct Case {
  std::string_view text, sentences;
};

class SplitterCases : public testing::TestWithParam<Case> {};

TEST_P(SplitterCases, SplitsRunningText) {
  EXPECT_EQ(sentences_of(GetParam().text), GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    Ends, SplitterCases,
    testing::Values(Case{"It fell. They fled.", "It fell. | They fled."},
                    Case{"They thanked Ms.Audrey Roe. She left.",
                         "They thanked Ms.Audrey Roe. | She left."},
                    Case{"Who? Nobody! Then silence.", "Who? | Nobody! | Then silence."},
                    Case{"\"We left.\" He went.", "\"We left.\" | He went."},
                    Case{"“Is it over?” he asked. “No.”", "“Is it over?” he asked. | “No.”"},
                    Case{"(It rained.) All left.", "(It rained.) | All left."},
                    Case{"It ended. \"Good,\" she said.", "It ended. | \"Good,\" she said."},
                    Case{"Prices rose 3.5 percent. In 2021. 5 died.",
                         "Prices rose 3.5 percent. | In 2021. | 5 died."}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, SplitterCases,
    testing::Values(
        Case{"Gen. Dostum met Mr. Ghani. He left.", "Gen. Dostum met Mr. Ghani. | He left."},
        Case{"It left the U.S. The army stayed.", "It left the U.S. | The army stayed."},
        Case{"The U.S. Army and the U.S. government agreed.",
             "The U.S. Army and the U.S. government agreed."},
        Case{"Minister A. K. Said spoke. So did V. V. Putin.",
             "Minister A. K. Said spoke. | So did V. V. Putin."},
        Case{"Oil, gas, etc. were sold.", "Oil, gas, etc. were sold."},
        Case{"They meet at 5 p.m. on Monday.", "They meet at 5 p.m. on Monday."}));

TEST(SentenceSplitter, TakesThePeriodOffAnAbbreviationAtTheEnd) {
  const std::string text = "It left the U.S.";
  std::vector<Range> words = tokenize(text, {0, static_cast<uint32_t>(text.size())});
  split_sentences(text, words);
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(slice(text, words[3]), "U.S");
  EXPECT_EQ(slice(text, words[4]), ".");
}

TEST(SentenceSplitter, TakesLinearTime) {
  std::string text;
  while (text.size() < 2'000'000) text += "the U.S. The ((\"' ";
  std::vector<Range> words = tokenize(text, {0, static_cast<uint32_t>(text.size())});
  EXPECT_GT(split_sentences(text, words).size(), 100'000u);
}

}  // namespace
}  // namespace entente
