#include "documents/training.h"

#include <gtest/gtest.h>

#include "documents/score.h"

namespace entente {
namespace {

// A toy language: SUBJECT VERB the OBJECT [in PLACE] .
std::vector<ConlluSentence> toy_treebank() {
  std::vector<ConlluSentence> sentences;
  const auto add = [](ConlluSentence& s, const char* form, Upos upos, const char* xpos, int head,
                      Relation relation) {
    ConlluWord w;
    w.form = form;
    w.lemma = upos == Upos::verb ? std::string(form).substr(0, std::string(form).size() - 1) : form;
    w.upos = upos;
    w.xpos = xpos;
    w.head = head;
    w.relation = relation;
    s.words.push_back(w);
    s.text += std::string(form) + " ";
  };
  for (const char* subject : {"Rome", "Oslo", "Lima", "Cairo"}) {
    for (const char* verb : {"sees", "helps", "fears"}) {
      for (const char* object : {"king", "army", "plan"}) {
        for (const bool place : {false, true}) {
          ConlluSentence s;
          const int size = place ? 7 : 5;
          add(s, subject, Upos::propn, "NNP", 1, Relation::nsubj);
          add(s, verb, Upos::verb, "VBZ", size, Relation::root);
          add(s, "the", Upos::det, "DT", 3, Relation::det);
          add(s, object, Upos::noun, "NN", 1, Relation::obj);
          if (place) add(s, "in", Upos::adp, "IN", 5, Relation::case_);
          if (place) add(s, "Asia", Upos::propn, "NNP", 1, Relation::obl);
          add(s, ".", Upos::punct, ".", 1, Relation::punct);
          sentences.push_back(s);
        }
      }
    }
  }
  return sentences;
}

TrainingOptions quick() {
  TrainingOptions options;
  options.tagger_updates_min = options.parser_updates_min = 1;
  options.tagger_rounds = options.fold_rounds = options.parser_rounds = 4;
  options.folds = 2;
  options.tagger_weight_min = options.parser_weight_min = 0.01f;
  return options;
}

std::string trained(const TrainingOptions& options) {
  return encode_model(train_model(toy_treebank(), options, [](const std::string&) {}));
}

TEST(Training, LearnsAToyLanguage) {
  const auto model = load_english_model(trained(quick()), "toy");
  ASSERT_TRUE(model) << model.error();
  std::string text;
  auto gold = toy_treebank();
  const Document document = make_document(text_of(gold), model.value());
  const ParserScore score = score_document(gold, document);
  EXPECT_GE(score.las.f1(), 99);
  EXPECT_GE(score.upos.f1(), 99);
  EXPECT_GE(score.lemma.f1(), 99);
}

TEST(Training, TheSameSeedGivesTheSameBytes) { EXPECT_EQ(trained(quick()), trained(quick())); }

TEST(Training, AnEmptyTreebankGivesAModelThatLoads) {
  const auto sections = train_model({}, quick(), [](const std::string&) {});
  EXPECT_TRUE(sections.tags.empty());
}

}  // namespace
}  // namespace entente
