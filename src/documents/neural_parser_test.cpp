#include "documents/neural_parser.h"

#include <gtest/gtest.h>

#include <random>

#include "documents/model_file.h"

namespace entente {
namespace {

const NeuralModel& model() {
  static const EnglishModel built_in = embedded_english_model();
  return *built_in.weights().neural;
}

NeuralSentence words_of(std::string_view text) {
  NeuralSentence words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Sentences of odd words and many lengths, an empty one among them.
std::vector<NeuralSentence> odd_sentences(size_t longest) {
  static constexpr std::string_view kWords[] = {"Russia", "troops", "were", "reconciled",
                                                "with",   "\xE2",   "",     "F-16s",
                                                "said",   ",",      "that", "\x01"};
  std::mt19937 random(9);
  std::vector<NeuralSentence> sentences(40);
  for (size_t i = 1; i < sentences.size(); ++i) {
    for (size_t k = 0; k <= i * i % longest; ++k) {
      sentences[i].push_back(kWords[random() % std::size(kWords)]);
    }
  }
  return sentences;
}

TEST(NeuralParser, EveryProcessorGivesTheSame) {
  const std::vector<NeuralSentence> sentences = odd_sentences(40);
  const auto expected = neural_parse(sentences, model(), portable_kernels());
  for (const NeuralKernels* kernels : usable_kernels()) {
    const auto found = neural_parse(sentences, model(), *kernels);
    for (size_t i = 0; i < sentences.size(); ++i) {
      EXPECT_EQ(found[i].tags, expected[i].tags) << kernels->name;
      EXPECT_EQ(found[i].heads, expected[i].heads) << kernels->name;
      EXPECT_EQ(found[i].relations, expected[i].relations) << kernels->name;
    }
  }
}

TEST(NeuralParser, NeighboursInTheBatchChangeNothing) {
  const std::vector<NeuralSentence> sentences = odd_sentences(50);
  const auto together = neural_parse(sentences, model(), fastest_kernels());
  for (size_t i = 0; i < sentences.size(); ++i) {
    const auto alone = neural_parse({sentences[i]}, model(), fastest_kernels());
    EXPECT_EQ(alone[0].heads, together[i].heads);
    EXPECT_EQ(alone[0].relations, together[i].relations);
  }
}

TEST(NeuralParser, AThousandWordsGetOneTree) {
  NeuralSentence words;
  for (int i = 0; i < 250; ++i) {
    for (const std::string_view word : {"ministers", "met", "envoys", ","}) words.push_back(word);
  }
  const auto found = neural_parse({words}, model(), fastest_kernels());
  ASSERT_EQ(found[0].heads.size(), 1000u);
  EXPECT_EQ(std::count(found[0].heads.begin(), found[0].heads.end(), 0), 1);
}

// Verbs that web text hardly ever has.
TEST(NeuralParser, RareVerbsAreVerbs) {
  for (const std::string_view text :
       {"Turkey reconciled with Egypt last year .", "Warships sailed near the island .",
        "Iran shot down an American drone .", "Soldiers massed along the border ."}) {
    const NeuralSentence words = words_of(text);
    const auto found = neural_parse({words}, model(), fastest_kernels());
    size_t root = 0;
    while (found[0].heads[root] != 0) ++root;
    EXPECT_EQ(model().tags[found[0].tags[root]].upos, Upos::verb) << text;
  }
}

}  // namespace
}  // namespace entente
