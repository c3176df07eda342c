#include "documents/neural_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

// The expected keys are those of tools/neural/words.py.
TEST(NeuralWords, KeysAreThoseOfTheTrainer) {
  {
    const NeuralWord word = neural_word("Reconciled", true, 0);
    EXPECT_EQ(word.word, 0xDA6268B7u);
    EXPECT_EQ(word.lexicon, 0x484BA3BDu);
    const std::vector<uint32_t> affixes(word.affixes.begin(),
                                        word.affixes.begin() + word.affix_count);
    EXPECT_EQ(affixes, (std::vector<uint32_t>{0x6CFE0E78u, 0xD25EF772u, 0x7CEB0B60u, 0x8CA3A49Fu,
                                              0x2D18931Du, 0xE9B57BDAu, 0x3E168870u, 0xFE46834Bu,
                                              0x27786931u, 0xE2554F74u}));
  }
  {
    const NeuralWord word = neural_word("F-16s", false, 2);
    EXPECT_EQ(word.word, 0x6D00A1C6u);
    EXPECT_EQ(word.lexicon, 0xE9C05636u);
    const std::vector<uint32_t> affixes(word.affixes.begin(),
                                        word.affixes.begin() + word.affix_count);
    EXPECT_EQ(affixes, (std::vector<uint32_t>{0x445F9DAEu, 0x56CF0799u, 0xCEC605A3u, 0x1CE63EB4u,
                                              0x4074AE96u, 0x60A61441u, 0x7EDBE46Cu, 0xC646B287u,
                                              0xFEF73BB5u, 0x50E06E26u}));
  }
  {
    const NeuralWord word = neural_word("naïve", false, 3);
    EXPECT_EQ(word.word, 0xFE38BE5Cu);
    EXPECT_EQ(word.lexicon, 0x549C6ED9u);
    const std::vector<uint32_t> affixes(word.affixes.begin(),
                                        word.affixes.begin() + word.affix_count);
    EXPECT_EQ(affixes, (std::vector<uint32_t>{0xA62A147Eu, 0x7666F49Au, 0xCB9D53BDu, 0xAFA93E5Eu,
                                              0xE5E2F951u, 0x296313ACu, 0x0F9CF6E6u, 0x81749A29u,
                                              0x92F95F12u, 0xC49C8C58u}));
  }
}

TEST(NeuralWords, NormalForms) {
  EXPECT_EQ(neural_normal_form("U.S."), "u.s.");
  EXPECT_EQ(neural_normal_form("F-16s"), "f-00s");
  EXPECT_EQ(neural_normal_form("Don\u2019t"), "don't");
  EXPECT_EQ(neural_normal_form("\u2014"), "--");
  EXPECT_EQ(neural_normal_form("Ünal"), "Ünal");  // only ASCII is folded
  EXPECT_EQ(neural_normal_form(std::string(500, 'X')), std::string(48, 'x'));
}

TEST(NeuralWords, CasingOfASentence) {
  EXPECT_EQ(neural_casing({"Talks", "fail", "again"}), 0);
  EXPECT_EQ(neural_casing({"Talks", "Over", "Border", "Fail", "in", "Rome"}), 1);
  EXPECT_EQ(neural_casing({"TALKS", "FAIL", "AGAIN", "."}), 2);
  EXPECT_EQ(neural_casing({"talks", "fail", "again"}), 3);
  EXPECT_EQ(neural_casing({"NO"}), 0);
}

}  // namespace
}  // namespace entente
