#include "events/modality.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

EventStatus status(const Document& document, uint32_t word) {
  const DeedLexicon lexicon = embedded_deed_lexicon();
  return modality_of(Syntax(document), lexicon.entries(), word - 1).status;
}

TEST(Modality, APlainPastTenseHappened) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                         {"expelled", "expel", "VERB", "VBD", 0, "root"},
                         {"diplomats", "diplomat", "NOUN", "NNS", 2, "obj"}}),
                   2),
            EventStatus::happened);
}

TEST(Modality, NegationAndDenialDeny) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                         {"did", "do", "AUX", "VBD", 4, "aux"},
                         {"not", "not", "PART", "RB", 4, "advmod"},
                         {"expel", "expel", "VERB", "VB", 0, "root"}}),
                   4),
            EventStatus::denied);
  EXPECT_EQ(status(tree({{"Iran", "Iran", "PROPN", "NNP", 2, "nsubj"},
                         {"denied", "deny", "VERB", "VBD", 0, "root"},
                         {"arming", "arm", "VERB", "VBG", 2, "xcomp"},
                         {"Syria", "Syria", "PROPN", "NNP", 3, "obj"}}),
                   3),
            EventStatus::denied);
}

TEST(Modality, NotOnlyDeniesNothing) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                         {"not", "not", "PART", "RB", 4, "advmod"},
                         {"only", "only", "ADV", "RB", 4, "advmod"},
                         {"expelled", "expel", "VERB", "VBD", 0, "root"}}),
                   4),
            EventStatus::happened);
}

TEST(Modality, WhoDoesNotHesitateDoesIt) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                         {"did", "do", "AUX", "VBD", 4, "aux"},
                         {"not", "not", "PART", "RB", 4, "advmod"},
                         {"hesitate", "hesitate", "VERB", "VB", 0, "root"},
                         {"to", "to", "PART", "TO", 6, "mark"},
                         {"bomb", "bomb", "VERB", "VB", 4, "xcomp"}}),
                   6),
            EventStatus::happened);
}

TEST(Modality, ASecondVerbWithATenseOfItsOwnIsNotDenied) {
  const auto two = [](const char* second, const char* tag) {
    return tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                 {"did", "do", "AUX", "VBD", 4, "aux"},
                 {"not", "not", "PART", "RB", 4, "advmod"},
                 {"yield", "yield", "VERB", "VB", 0, "root"},
                 {"and", "and", "CCONJ", "CC", 6, "cc"},
                 {second, "expel", "VERB", tag, 4, "conj"}});
  };
  EXPECT_EQ(status(two("expelled", "VBD"), 6), EventStatus::happened);
  EXPECT_EQ(status(two("expel", "VB"), 6), EventStatus::denied);
}

TEST(Modality, AuxiliariesAndPlansAreFuture) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 3, "nsubj"},
                         {"will", "will", "AUX", "MD", 3, "aux"},
                         {"expel", "expel", "VERB", "VB", 0, "root"}}),
                   3),
            EventStatus::planned);
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                         {"plans", "plan", "VERB", "VBZ", 0, "root"},
                         {"to", "to", "PART", "TO", 4, "mark"},
                         {"expel", "expel", "VERB", "VB", 2, "xcomp"}}),
                   4),
            EventStatus::planned);
}

TEST(Modality, BeginningIsHappening) {
  EXPECT_EQ(status(tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                         {"began", "begin", "VERB", "VBD", 0, "root"},
                         {"to", "to", "PART", "TO", 4, "mark"},
                         {"bomb", "bomb", "VERB", "VB", 2, "xcomp"}}),
                   4),
            EventStatus::happened);
}

TEST(Modality, DemandsAndConditionsAreNotFacts) {
  EXPECT_EQ(status(tree({{"Chad", "Chad", "PROPN", "NNP", 2, "nsubj"},
                         {"urged", "urge", "VERB", "VBD", 0, "root"},
                         {"Mali", "Mali", "PROPN", "NNP", 2, "obj"},
                         {"to", "to", "PART", "TO", 5, "mark"},
                         {"withdraw", "withdraw", "VERB", "VB", 2, "xcomp"}}),
                   5),
            EventStatus::demanded);
  EXPECT_EQ(status(tree({{"if", "if", "SCONJ", "IN", 3, "mark"},
                         {"Mali", "Mali", "PROPN", "NNP", 3, "nsubj"},
                         {"attacks", "attack", "VERB", "VBZ", 0, "root"}}),
                   3),
            EventStatus::hypothetical);
}

TEST(Modality, PloverRecodesWhatHasNotHappened) {
  using enum EventType;
  EXPECT_EQ(recode(aid, "", {EventStatus::planned}).type, agree);
  EXPECT_EQ(recode(retreat, "withdraw", {EventStatus::planned}).type, concede);
  EXPECT_EQ(recode(assault, "aerial", {EventStatus::hypothetical}).type, threaten);
  EXPECT_EQ(recode(assault, "aerial", {EventStatus::denied}).mode, "aerial");
  const Coding refusal = recode(aid, "", {EventStatus::denied, true});
  EXPECT_EQ(refusal.type, reject);
  EXPECT_EQ(refusal.status, EventStatus::happened);
}

TEST(Modality, AFiniteClauseKeepsItsOwnStatus) {
  EXPECT_EQ(status(tree({{"Turkey", "Turkey", "PROPN", "NNP", 2, "nsubj"},
                         {"refused", "refuse", "VERB", "VBD", 0, "root"},
                         {"while", "while", "SCONJ", "IN", 5, "mark"},
                         {"it", "it", "PRON", "PRP", 5, "nsubj"},
                         {"bought", "buy", "VERB", "VBD", 2, "advcl"},
                         {"gas", "gas", "NOUN", "NN", 5, "obj"}}),
                   5),
            EventStatus::happened);
}

TEST(Modality, NoBeforeTheObjectDenies) {
  EXPECT_EQ(status(tree({{"Japan", "Japan", "PROPN", "NNP", 2, "nsubj"},
                         {"made", "make", "VERB", "VBD", 0, "root"},
                         {"no", "no", "DET", "DT", 4, "det"},
                         {"request", "request", "NOUN", "NN", 2, "obj"}}),
                   2),
            EventStatus::denied);
}

TEST(Modality, ANounUnderIfIsThinkable) {
  EXPECT_EQ(status(tree({{"If", "if", "SCONJ", "IN", 3, "mark"},
                         {"war", "war", "NOUN", "NN", 3, "nsubj"},
                         {"resumes", "resume", "VERB", "VBZ", 0, "root"}}),
                   2),
            EventStatus::hypothetical);
}

TEST(Modality, WhatSetsTheSceneIsNoMatterOfTheGovernor) {
  const auto scene = [](const char* preposition) {
    return tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                 {"threatened", "threaten", "VERB", "VBD", 0, "root"},
                 {preposition, preposition, "ADP", "IN", 4, "case"},
                 {"war", "war", "NOUN", "NN", 2, "obl"}});
  };
  EXPECT_EQ(status(scene("during"), 4), EventStatus::happened);
  EXPECT_EQ(status(scene("with"), 4), EventStatus::hypothetical);
}

TEST(Modality, WhatShouldStopGoesOn) {
  const Document d = tree({{"Chad", "Chad", "PROPN", "NNP", 3, "nsubj"},
                           {"should", "should", "AUX", "MD", 3, "aux"},
                           {"stop", "stop", "VERB", "VB", 0, "root"},
                           {"bombing", "bomb", "VERB", "VBG", 3, "xcomp"},
                           {"Mali", "Mali", "PROPN", "NNP", 4, "obj"}});
  EXPECT_EQ(status(d, 4), EventStatus::happened);
  EXPECT_EQ(status(tree({{"Chad", "Chad", "PROPN", "NNP", 2, "nsubj"},
                         {"stopped", "stop", "VERB", "VBD", 0, "root"},
                         {"bombing", "bomb", "VERB", "VBG", 2, "xcomp"}}),
                   3),
            EventStatus::denied);
}

TEST(Modality, WhoIsKeptFromADeedDoesNotRefuseIt) {
  const Document d = tree({{"Peking", "Peking", "PROPN", "NNP", 3, "nsubj"},
                           {"will", "will", "AUX", "MD", 3, "aux"},
                           {"stop", "stop", "VERB", "VB", 0, "root"},
                           {"her", "she", "PRON", "PRP", 3, "obj"},
                           {"from", "from", "SCONJ", "IN", 6, "mark"},
                           {"visiting", "visit", "VERB", "VBG", 3, "advcl"}});
  const DeedLexicon lexicon = embedded_deed_lexicon();
  const Modality modality = modality_of(Syntax(d), lexicon.entries(), 5);
  EXPECT_EQ(modality.status, EventStatus::denied);
  EXPECT_FALSE(modality.refused);
}

TEST(Modality, NoSecretDeniesNothing) {
  EXPECT_EQ(status(tree({{"It", "it", "PRON", "PRP", 4, "nsubj"},
                         {"is", "be", "AUX", "VBZ", 4, "cop"},
                         {"no", "no", "DET", "DT", 4, "det"},
                         {"secret", "secret", "NOUN", "NN", 0, "root"},
                         {"that", "that", "SCONJ", "IN", 7, "mark"},
                         {"France", "France", "PROPN", "NNP", 7, "nsubj"},
                         {"arms", "arm", "VERB", "VBZ", 4, "ccomp"},
                         {"Chad", "Chad", "PROPN", "NNP", 7, "obj"}}),
                   7),
            EventStatus::happened);
}

TEST(Modality, WhatOneIsWarnedAgainstIsNotDone) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"cautioned", "caution", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"against", "against", "SCONJ", "IN", 5, "mark"},
                           {"hosting", "host", "VERB", "VBG", 2, "advcl"}});
  const DeedLexicon lexicon = embedded_deed_lexicon();
  const Modality modality = modality_of(Syntax(d), lexicon.entries(), 4);
  EXPECT_EQ(modality.status, EventStatus::denied);
  EXPECT_EQ(modality.veto, 1u);
}

}  // namespace
}  // namespace entente
