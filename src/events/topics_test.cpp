#include "events/topics.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

class Topics : public testing::Test {
 protected:
  Topic topic(const Document& document, uint32_t word) const {
    return topic_of(Syntax(document), {}, lexicon_.entries(), word - 1);
  }
  Stand stand(const Document& document, EventType type, uint32_t word, uint32_t about) const {
    return stand_of(Syntax(document), lexicon_.entries(), type, EventStatus::happened, word - 1,
                    about - 1);
  }
  DeedLexicon lexicon_ = embedded_deed_lexicon();
};

// "Mali rejected the plan for a transit fee", or did else with it
Document rejected_plan(const char* verb = "reject") {
  return tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
               {"rejected", verb, "VERB", "VBD", 0, "root"},
               {"the", "the", "DET", "DT", 4, "det"},
               {"plan", "plan", "NOUN", "NN", 2, "obj"},
               {"for", "for", "ADP", "IN", 8, "case"},
               {"a", "a", "DET", "DT", 8, "det"},
               {"transit", "transit", "NOUN", "NN", 8, "compound"},
               {"fee", "fee", "NOUN", "NN", 4, "nmod"}});
}

// "Mali demanded the withdrawal of troops"
Document demanded_withdrawal() {
  return tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
               {"demanded", "demand", "VERB", "VBD", 0, "root"},
               {"the", "the", "DET", "DT", 4, "det"},
               {"withdrawal", "withdrawal", "NOUN", "NN", 2, "obj"},
               {"of", "of", "ADP", "IN", 6, "case"},
               {"troops", "troop", "NOUN", "NNS", 4, "nmod"}});
}

TEST_F(Topics, PlansAreLookedThrough) {
  EXPECT_EQ(topic(rejected_plan(), 2).phrase, "transit fee");
}

TEST_F(Topics, StandsFollowTheDeed) {
  EXPECT_EQ(stand(rejected_plan(), EventType::reject, 2, 8), Stand::against);
  EXPECT_EQ(stand(rejected_plan("back"), EventType::support, 2, 8), Stand::for_);
  EXPECT_EQ(stand(rejected_plan(), EventType::assault, 2, 8), Stand::none);
}

TEST_F(Topics, WordsThatTakeAwayTurnTheStand) {
  EXPECT_EQ(stand(demanded_withdrawal(), EventType::request, 2, 6), Stand::against);
  EXPECT_EQ(stand(demanded_withdrawal(), EventType::request, 2, 4), Stand::for_);
}

TEST_F(Topics, NothingAboveTheDeedIsItsTopic) {
  EXPECT_EQ(stand(demanded_withdrawal(), EventType::request, 6, 2), Stand::none);
}

TEST_F(Topics, WhatOthersDemandIsNoStand) {
  EXPECT_EQ(stand_of(Syntax(rejected_plan()), lexicon_.entries(), EventType::support,
                     EventStatus::demanded, 1, 7),
            Stand::none);
}

TEST_F(Topics, AConditionIsNoFullStand) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"backs", "back", "VERB", "VBZ", 0, "root"},
                           {"elections", "election", "NOUN", "NNS", 2, "obj"},
                           {"if", "if", "SCONJ", "IN", 6, "mark"},
                           {"Chad", "Chad", "PROPN", "NNP", 6, "nsubj"},
                           {"agrees", "agree", "VERB", "VBZ", 2, "advcl"}});
  EXPECT_EQ(stand(d, EventType::support, 2, 3), Stand::conditional);
}

}  // namespace
}  // namespace entente
