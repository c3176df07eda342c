#include "events/reactions.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

std::string summary(const Document& document, const std::vector<Mention>& mentions) {
  std::string text;
  for (const Event& event : extract_events({}, document, mentions, embedded_deed_lexicon())) {
    text += std::string(to_string(event.type)) + " " + event.source.actor.node + ">" +
            event.target.actor.node + ";";
  }
  return text;
}

// "Mali VERB Chad and Togo condemned the NOUN"
Document told(const char* verb, const char* lemma, const char* noun) {
  return tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
               {verb, lemma, "VERB", "VBD", 0, "root"},
               {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
               {"and", "and", "CCONJ", "CC", 6, "cc"},
               {"Togo", "Togo", "PROPN", "NNP", 6, "nsubj"},
               {"condemned", "condemn", "VERB", "VBD", 2, "conj"},
               {"the", "the", "DET", "DT", 8, "det"},
               {noun, noun, "NOUN", "NN", 6, "obj"}});
}

std::vector<Mention> three(const Document& d) {
  return {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD"), mention(d, 5, 5, "TGO")};
}

TEST(Reactions, WhoCondemnsTheAttackIsAgainstTheAttacker) {
  const Document d = told("attacked", "attack", "attack");
  EXPECT_EQ(summary(d, three(d)), "ASSAULT MLI>TCD;ACCUSE TGO>MLI;");
}

TEST(Reactions, ABlowIsNoPraiseAndACoupHasDoersOfItsOwn) {
  const Document praised = told("praised", "praise", "attack");
  EXPECT_EQ(summary(praised, three(praised)), "SUPPORT MLI>TCD;");
  const Document coup = told("attacked", "attack", "coup");
  EXPECT_EQ(summary(coup, three(coup)), "ASSAULT MLI>TCD;");
}

TEST(Reactions, AnIndefiniteNounPointsNowhere) {
  Document d = told("attacked", "attack", "attack");
  d.tokens[6].lemma = "an";
  EXPECT_EQ(summary(d, three(d)), "ASSAULT MLI>TCD;");
}

TEST(Reactions, TheRequestIsTheirsWhoAsked) {
  EXPECT_EQ(deeds_of("Washington asked Ankara for help. Ankara refused the request."),
            "USA>TUR REQUEST;TUR>USA REJECT;");
}

TEST(Reactions, AThingWithoutADeedIsTheirsWhoProposedIt) {
  EXPECT_EQ(deeds_of("France proposed a summit. Algeria rejected it."), "DZA>FRA REJECT;");
  EXPECT_EQ(deeds_of("Iran tested a missile. Israel called it a provocation."), "ISR>IRN ACCUSE;");
  EXPECT_EQ(deeds_of("Iran tested a missile. The test was condemned by France."),
            "FRA>IRN ACCUSE;");
  EXPECT_EQ(deeds_of("China built islands in the sea. Vietnam protested."), "VNM>CHN ACCUSE;");
  EXPECT_EQ(deeds_of("Nigeria's senate rejected the plan, and Algeria spoke against it."), "");
}

}  // namespace
}  // namespace entente
