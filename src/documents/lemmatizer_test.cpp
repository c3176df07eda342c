#include "documents/lemmatizer.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

const std::vector<LemmaExample> kExamples = {
    {"walks", "VBZ", "walk"},        {"talks", "VBZ", "talk"},
    {"makes", "VBZ", "make"},        {"tries", "VBZ", "try"},
    {"denies", "VBZ", "deny"},       {"replies", "VBZ", "reply"},
    {"has", "VBZ", "have"},          {"is", "VBZ", "be"},
    {"bases", "NNS", "base"},        {"troops", "NNS", "troop"},
    {"cities", "NNS", "city"},       {"parties", "NNS", "party"},
    {"men", "NNS", "man"},           {"women", "NNS", "woman"},
    {"Talks", "NNS", "talk"},        {"Kabul", "NNP", "Kabul"},
    {"Tashkent", "NNP", "Tashkent"}, {"The", "DT", "the"},
    {"States", "NNPS", "State"}};

TEST(Lemmatizer, LearnsRulesAndExceptions) {
  const std::string bytes = encode_lemmas(kExamples);
  const auto lemmatizer = Lemmatizer::view(bytes);
  ASSERT_TRUE(lemmatizer);
  for (const LemmaExample& example : kExamples) {
    EXPECT_EQ(lemmatizer->lemma(example.form, example.xpos), example.lemma) << example.form;
  }
  EXPECT_EQ(lemmatizer->lemma("rejects", "VBZ"), "reject");
  EXPECT_EQ(lemmatizer->lemma("allies", "VBZ"), "ally");
  EXPECT_EQ(lemmatizer->lemma("THREATS", "NNS"), "threat");
  EXPECT_EQ(lemmatizer->lemma("Dushanbe", "NNP"), "Dushanbe");
  EXPECT_EQ(lemmatizer->lemma("i", "PRP"), "I");
  EXPECT_EQ(lemmatizer->lemma("Unseen", "XYZ"), "unseen");
}

TEST(Lemmatizer, NeverMakesBrokenOrEmptyWords) {
  const std::string bytes =
      encode_lemmas({{"caf\xC3\xA9", "NN", "caf"}, {"ol\xC3\xA9", "NN", "ol"}, {"s", "NNS", "s"}});
  const auto lemmatizer = Lemmatizer::view(bytes);
  ASSERT_TRUE(lemmatizer);
  EXPECT_EQ(lemmatizer->lemma("\xC3\xA9", "NN"), "\xC3\xA9");
  EXPECT_FALSE(lemmatizer->lemma("x", "NNS").empty());
}

TEST(Lemmatizer, RefusesForeignBytes) {
  EXPECT_FALSE(Lemmatizer::view(""));
  EXPECT_FALSE(Lemmatizer::view("12345678901"));
  const std::string bytes = encode_lemmas(kExamples);
  EXPECT_FALSE(Lemmatizer::view(std::string_view(bytes).substr(0, bytes.size() - 1)));
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto lemmatizer = Lemmatizer::view(damaged);
    if (!lemmatizer) continue;
    EXPECT_FALSE(lemmatizer->lemma("cities", "NNS").empty());
  }
}

TEST(Lemmatizer, GroupedNumbersLoseTheirCommas) {
  const std::string bytes = encode_lemmas({{"a", "NN", "a"}});
  const auto lemmatizer = Lemmatizer::view(bytes);
  ASSERT_TRUE(lemmatizer);
  EXPECT_EQ(lemmatizer->lemma("12,000", "CD"), "12000");
  EXPECT_EQ(lemmatizer->lemma("3,500.5", "CD"), "3500.5");
  EXPECT_EQ(lemmatizer->lemma("3,", "CD"), "3,");
  EXPECT_EQ(lemmatizer->lemma("12,000", "NN"), "12,000");
}

}  // namespace
}  // namespace entente
