#include "documents/morphology.h"

#include <gtest/gtest.h>

#include "documents/conllu.h"

namespace entente {
namespace {

struct Word {
  std::string_view form, xpos, lemma;
  Upos upos;
  int head;  // -1 at the root
  Relation relation;
};

std::vector<std::string> features_of(const std::vector<Word>& words) {
  std::string text;
  std::vector<Token> tokens;
  for (const Word& word : words) {
    Token token;
    token.range = {static_cast<uint32_t>(text.size()),
                   static_cast<uint32_t>(text.size() + word.form.size())};
    text += std::string(word.form) + " ";
    token.xpos = word.xpos;
    token.lemma = word.lemma;
    token.upos = word.upos;
    token.head = word.head;
    token.relation = word.relation;
    tokens.push_back(token);
  }
  add_features(text, tokens.data(), tokens.size(), 0);
  std::vector<std::string> result;
  for (const Token& token : tokens) result.push_back(to_string(token.features));
  return result;
}

TEST(Morphology, PassiveComesFromItsAuxiliary) {
  const auto passive = features_of({{"They", "PRP", "they", Upos::pron, 2, Relation::nsubj_pass},
                                    {"were", "VBD", "be", Upos::aux, 2, Relation::aux_pass},
                                    {"killed", "VBN", "kill", Upos::verb, -1, Relation::root}});
  EXPECT_EQ(passive[1], "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
  EXPECT_EQ(passive[2], "Tense=Past|VerbForm=Part|Voice=Pass");
  const auto perfect = features_of({{"They", "PRP", "they", Upos::pron, 2, Relation::nsubj},
                                    {"have", "VBP", "have", Upos::aux, 2, Relation::aux},
                                    {"killed", "VBN", "kill", Upos::verb, -1, Relation::root}});
  EXPECT_EQ(perfect[2], "Tense=Past|VerbForm=Part");
  EXPECT_EQ(perfect[1], "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
}

TEST(Morphology, OrdersHaveNoSubject) {
  EXPECT_EQ(features_of({{"Stop", "VB", "stop", Upos::verb, -1, Relation::root},
                         {"him", "PRP", "he", Upos::pron, 0, Relation::obj}})[0],
            "Mood=Imp|VerbForm=Fin");
  EXPECT_EQ(features_of({{"I", "PRP", "I", Upos::pron, 2, Relation::nsubj},
                         {"must", "MD", "must", Upos::aux, 2, Relation::aux},
                         {"stop", "VB", "stop", Upos::verb, -1, Relation::root}})[2],
            "VerbForm=Inf");
}

TEST(Morphology, SubjectsGiveNumberAndPerson) {
  const auto f = features_of({{"I", "PRP", "I", Upos::pron, 1, Relation::nsubj},
                              {"saw", "VBD", "see", Upos::verb, -1, Relation::root},
                              {"and", "CC", "and", Upos::cconj, 3, Relation::cc},
                              {"went", "VBD", "go", Upos::verb, 1, Relation::conj}});
  EXPECT_EQ(f[1], "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin");
  EXPECT_EQ(f[3], f[1]);
}

TEST(Morphology, HeadsOutsideTheSentenceAreHarmless) {
  EXPECT_EQ(features_of({{"is", "VBZ", "be", Upos::aux, 77, Relation::aux},
                         {"going", "VBG", "go", Upos::verb, -5, Relation::conj}})
                .size(),
            2u);
}

}  // namespace
}  // namespace entente
