#include "documents/score.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

ConlluWord word(std::string form, int head, Relation relation) {
  ConlluWord w;
  w.form = form;
  w.lemma = form;
  w.xpos = "NN";
  w.upos = Upos::noun;
  w.head = head;
  w.relation = relation;
  return w;
}

std::vector<ConlluSentence> gold() {
  ConlluSentence s;
  s.text = "a b cd";
  s.words = {word("a", 1, Relation::nsubj), word("b", 3, Relation::root),
             word("cd", 1, Relation::obj)};
  return {s};
}

Document found() {
  Document d;
  d.text = "a b cd ";
  const auto add = [&](Range range, int32_t head, Relation relation) {
    Token token;
    token.range = range;
    token.head = head;
    token.relation = relation;
    token.upos = Upos::noun;
    token.xpos = "NN";
    token.lemma = slice(d.text, range);
    d.tokens.push_back(token);
  };
  add({0, 1}, 1, Relation::nsubj);
  add({2, 3}, kNoToken, Relation::root);
  add({4, 6}, 1, Relation::obj);
  d.sentences.push_back({{0, 6}, 0, 3, false});
  return d;
}

TEST(Score, FullMarksForTheSameTree) {
  const ParserScore score = score_document(gold(), found());
  EXPECT_DOUBLE_EQ(score.las.f1(), 100);
  EXPECT_DOUBLE_EQ(score.sentences.f1(), 100);
  EXPECT_DOUBLE_EQ(score.lemma.f1(), 100);
  EXPECT_DOUBLE_EQ(score.las_no_punct.f1(), 100);
}

TEST(Score, CountsHeadsAndLabelsApart) {
  Document d = found();
  d.tokens[2].relation = Relation::obl;
  d.tokens[0].head = 2;
  const ParserScore score = score_document(gold(), d);
  EXPECT_NEAR(score.uas.f1(), 200.0 / 3, 0.01);
  EXPECT_NEAR(score.las.f1(), 100.0 / 3, 0.01);
  EXPECT_DOUBLE_EQ(score.relations[static_cast<size_t>(Relation::nsubj)].f1(), 0);
}

TEST(Score, WordsSplitOtherwiseAreNotFound) {
  Document d = found();
  d.tokens[2].range = {4, 5};
  Token rest = d.tokens[2];
  rest.range = {5, 6};
  d.tokens.push_back(rest);
  const ParserScore score = score_document(gold(), d);
  EXPECT_NEAR(score.words.f1(), 200.0 * 2 / 7, 0.01);
  EXPECT_NEAR(score.las.f1(), 200.0 * 2 / 7, 0.01);
}

TEST(Score, TextIsABlockAParagraph) {
  auto sentences = gold();
  sentences.push_back(sentences[0]);
  EXPECT_EQ(text_of(sentences), "a b cd a b cd ");
  sentences[1].new_paragraph = true;
  EXPECT_EQ(text_of(sentences), "a b cd \na b cd ");
}

}  // namespace
}  // namespace entente
