#include "events/syntax.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

using Tokens = std::vector<uint32_t>;

TEST(Syntax, UndoesThePassive) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 3, "nsubj:pass"},
                           {"was", "be", "AUX", "VBD", 3, "aux:pass"},
                           {"condemned", "condemn", "VERB", "VBN", 0, "root"},
                           {"by", "by", "ADP", "IN", 5, "case"},
                           {"France", "France", "PROPN", "NNP", 3, "obl:agent"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(2, "subj"), Tokens{4});
  EXPECT_EQ(syntax.fillers(2, "obj"), Tokens{0});
}

TEST(Syntax, SharesSubjectAndObjectAmongConjoinedVerbs) {
  const Document d = tree({{"France", "France", "PROPN", "NNP", 2, "nsubj"},
                           {"condemned", "condemn", "VERB", "VBD", 0, "root"},
                           {"and", "and", "CCONJ", "CC", 4, "cc"},
                           {"rejected", "reject", "VERB", "VBD", 2, "conj"},
                           {"the", "the", "DET", "DT", 6, "det"},
                           {"plan", "plan", "NOUN", "NN", 4, "obj"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(3, "subj"), Tokens{0});
  EXPECT_EQ(syntax.fillers(1, "obj"), Tokens{5});
}

TEST(Syntax, FindsControlledSubjects) {
  const Document d = tree({{"Egypt", "Egypt", "PROPN", "NNP", 2, "nsubj"},
                           {"urged", "urge", "VERB", "VBD", 0, "root"},
                           {"Ethiopia", "Ethiopia", "PROPN", "NNP", 2, "obj"},
                           {"to", "to", "PART", "TO", 5, "mark"},
                           {"stop", "stop", "VERB", "VB", 2, "xcomp"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(4, "subj"), Tokens{2});
  EXPECT_EQ(syntax.fillers(1, "xcomp"), Tokens{4});
}

TEST(Syntax, ReplacesRelativePronouns) {
  const Document d = tree({{"Iran", "Iran", "PROPN", "NNP", 6, "nsubj"},
                           {",", ",", "PUNCT", ",", 4, "punct"},
                           {"which", "which", "PRON", "WDT", 4, "nsubj"},
                           {"backs", "back", "VERB", "VBZ", 1, "acl:relcl"},
                           {"Syria", "Syria", "PROPN", "NNP", 4, "obj"},
                           {"agreed", "agree", "VERB", "VBD", 0, "root"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(3, "subj"), Tokens{0});
  EXPECT_EQ(syntax.fillers(3, "obj"), Tokens{4});
}

TEST(Syntax, ReadsLightVerbsAndAttachesPrepositionsEitherWay) {
  const Document d = tree({{"Turkey", "Turkey", "PROPN", "NNP", 2, "nsubj"},
                           {"launched", "launch", "VERB", "VBD", 0, "root"},
                           {"an", "a", "DET", "DT", 4, "det"},
                           {"attack", "attack", "NOUN", "NN", 2, "obj"},
                           {"on", "on", "ADP", "IN", 6, "case"},
                           {"Syria", "Syria", "PROPN", "NNP", 2, "obl"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(3, "light"), Tokens{1});
  EXPECT_EQ(syntax.fillers(3, "agent"), Tokens{0});
  EXPECT_EQ(syntax.fillers(3, "on"), Tokens{5});
}

TEST(Syntax, SeeksPrepositionsBelowTheVictimAndTheState) {
  const Document killing = tree({{"killing", "killing", "NOUN", "NN", 0, "root"},
                                 {"of", "of", "ADP", "IN", 3, "case"},
                                 {"soldiers", "soldier", "NOUN", "NNS", 1, "nmod"},
                                 {"by", "by", "ADP", "IN", 5, "case"},
                                 {"Syria", "Syria", "PROPN", "NNP", 3, "nmod"}});
  EXPECT_EQ(Syntax(killing).fillers(0, "by"), Tokens{4});
  const Document alert = tree({{"remained", "remain", "VERB", "VBD", 0, "root"},
                               {"on", "on", "ADP", "IN", 3, "case"},
                               {"alert", "alert", "NOUN", "NN", 1, "obl"},
                               {"against", "against", "ADP", "IN", 5, "case"},
                               {"Mali", "Mali", "PROPN", "NNP", 3, "nmod"},
                               {"in", "in", "ADP", "IN", 7, "case"},
                               {"May", "May", "PROPN", "NNP", 3, "nmod"}});
  EXPECT_EQ(Syntax(alert).fillers(0, "against"), Tokens{4});
  EXPECT_TRUE(Syntax(alert).fillers(0, "against", Syntax::Reach::own).empty());
}

TEST(Syntax, TakesTheIndirectObjectWhereNoOtherIs) {
  const Document d = tree({{"urged", "urge", "VERB", "VBD", 0, "root"},
                           {"Serbia", "Serbia", "PROPN", "NNP", 1, "iobj"},
                           {"to", "to", "PART", "TO", 4, "mark"},
                           {"act", "act", "VERB", "VB", 1, "xcomp"}});
  EXPECT_EQ(Syntax(d).fillers(0, "obj"), Tokens{1});
  EXPECT_EQ(Syntax(d).fillers(3, "subj"), Tokens{1});
}

TEST(Syntax, WhoDoesItOverAdverbsOverBusyAndOverOneOfThem) {
  const Document far = tree({{"Peru", "Peru", "PROPN", "NNP", 2, "nsubj"},
                             {"went", "go", "VERB", "VBD", 0, "root"},
                             {"far", "far", "ADV", "RB", 2, "advmod"},
                             {"to", "to", "PART", "TO", 5, "mark"},
                             {"accuse", "accuse", "VERB", "VB", 3, "advcl"}});
  EXPECT_EQ(Syntax(far).fillers(4, "subj"), Tokens{0});
  const Document busy = tree({{"Peru", "Peru", "PROPN", "NNP", 3, "nsubj"},
                              {"is", "be", "AUX", "VBZ", 3, "cop"},
                              {"busy", "busy", "ADJ", "JJ", 0, "root"},
                              {"accusing", "accuse", "VERB", "VBG", 3, "csubj"}});
  EXPECT_EQ(Syntax(busy).fillers(3, "subj"), Tokens{0});
  const Document one = tree({{"Peru", "Peru", "PROPN", "NNP", 3, "nsubj"},
                             {"is", "be", "AUX", "VBZ", 3, "cop"},
                             {"one", "one", "NUM", "CD", 0, "root"},
                             {"of", "of", "ADP", "IN", 5, "case"},
                             {"states", "state", "NOUN", "NNS", 3, "nmod"},
                             {"that", "that", "PRON", "WDT", 7, "nsubj"},
                             {"voted", "vote", "VERB", "VBD", 5, "acl:relcl"}});
  EXPECT_EQ(Syntax(one).fillers(6, "subj"), Tokens{0});
}

TEST(Syntax, NamesNegationAndOwnPreposition) {
  const Document d = tree({{"never", "never", "ADV", "RB", 2, "advmod"},
                           {"host", "host", "VERB", "VB", 0, "root"},
                           {"against", "against", "ADP", "IN", 5, "case"},
                           {"no", "no", "DET", "DT", 5, "det"},
                           {"base", "base", "NOUN", "NN", 2, "obl"}});
  EXPECT_EQ(Syntax(d).fillers(1, "neg"), Tokens{0});
  EXPECT_EQ(Syntax(d).fillers(4, "neg"), Tokens{3});
  EXPECT_EQ(Syntax(d).fillers(4, "case"), Tokens{2});
}

TEST(Syntax, TakesAMisreadParticleForAParticle) {
  const Document d = tree({{"Jordan", "Jordan", "PROPN", "NNP", 2, "nsubj"},
                           {"took", "take", "VERB", "VBD", 0, "root"},
                           {"in", "in", "ADP", "IN", 4, "case"},
                           {"refugees", "refugee", "NOUN", "NNS", 2, "obl"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(1, "prt"), Tokens{2});
  EXPECT_EQ(syntax.fillers(1, "obj"), Tokens{3});
}

TEST(Syntax, OneOfThemIsWhoIsOne) {
  const Document d = tree({{"Cuba", "Cuba", "PROPN", "NNP", 3, "nsubj"},
                           {"is", "be", "AUX", "VBZ", 3, "cop"},
                           {"one", "one", "NUM", "CD", 0, "root"},
                           {"of", "of", "ADP", "IN", 5, "case"},
                           {"allies", "ally", "NOUN", "NNS", 3, "nmod"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(4, "subj"), Tokens{0});
}

TEST(Syntax, SurvivesAnEmptyDocument) {
  const Document d;
  const Syntax syntax(d);
  EXPECT_TRUE(d.tokens.empty());
}

TEST(Syntax, ADateIsNoSubject) {
  const Document d = tree({{"On", "on", "ADP", "IN", 2, "case"},
                           {"3", "3", "NUM", "CD", 5, "obl"},
                           {"October", "October", "PROPN", "NNP", 5, "nsubj"},
                           {"Togo", "Togo", "PROPN", "NNP", 5, "nsubj"},
                           {"voted", "vote", "VERB", "VBD", 0, "root"}});
  EXPECT_EQ(Syntax(d).fillers(4, "subj"), Tokens{3});
}

TEST(Syntax, VerbsOfGivingFindTheirIndirectObjectInEitherReading) {
  const Document modifier = tree({{"France", "France", "PROPN", "NNP", 2, "nsubj"},
                                  {"gave", "give", "VERB", "VBD", 0, "root"},
                                  {"Chad", "Chad", "PROPN", "NNP", 5, "compound"},
                                  {"two", "two", "NUM", "CD", 5, "nummod"},
                                  {"boats", "boat", "NOUN", "NNS", 2, "obj"}});
  EXPECT_EQ(Syntax(modifier).fillers(1, "iobj"), Tokens{2});
  const Document objects = tree({{"France", "France", "PROPN", "NNP", 2, "nsubj"},
                                 {"gave", "give", "VERB", "VBD", 0, "root"},
                                 {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                                 {"boats", "boat", "NOUN", "NNS", 2, "obj"}});
  EXPECT_EQ(Syntax(objects).fillers(1, "iobj"), Tokens{2});
  EXPECT_EQ(Syntax(objects).fillers(1, "xcomp"), Tokens{3});
}

TEST(Syntax, AFrontedPhraseBelongsToTheControlledVerb) {
  const Document d = tree({{"From", "from", "ADP", "IN", 2, "case"},
                           {"Russia", "Russia", "PROPN", "NNP", 4, "obl"},
                           {"Vietnam", "Vietnam", "PROPN", "NNP", 4, "nsubj"},
                           {"continues", "continue", "VERB", "VBZ", 0, "root"},
                           {"to", "to", "PART", "TO", 6, "mark"},
                           {"buy", "buy", "VERB", "VB", 4, "xcomp"},
                           {"arms", "arm", "NOUN", "NNS", 6, "obj"}});
  EXPECT_EQ(Syntax(d).fillers(5, "from"), Tokens{1});
}

TEST(Syntax, APredicateIsItsSubject) {
  const Document d = tree({{"Eritrea", "Eritrea", "PROPN", "NNP", 4, "nsubj"},
                           {"was", "be", "AUX", "VBD", 4, "cop"},
                           {"the", "the", "DET", "DT", 4, "det"},
                           {"state", "state", "NOUN", "NN", 0, "root"},
                           {"that", "that", "PRON", "WDT", 6, "nsubj"},
                           {"voted", "vote", "VERB", "VBD", 4, "acl:relcl"}});
  EXPECT_EQ(Syntax(d).fillers(5, "subj"), Tokens{0});
}

TEST(Syntax, WhoIsLetUseDoesUse) {
  const Document d = tree({{"Kuwait", "Kuwait", "PROPN", "NNP", 2, "nsubj"},
                           {"lets", "let", "VERB", "VBZ", 0, "root"},
                           {"Americans", "American", "PROPN", "NNPS", 4, "obj"},
                           {"use", "use", "VERB", "VB", 2, "xcomp"},
                           {"ports", "port", "NOUN", "NNS", 4, "obj"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(1, "obj"), Tokens{2});
  EXPECT_EQ(syntax.fillers(3, "subj"), Tokens{2});
  EXPECT_EQ(syntax.fillers(3, "obj"), Tokens{4});
}

TEST(Syntax, TheFirstToDoItIsTheSubject) {
  const Document d = tree({{"Poland", "Poland", "PROPN", "NNP", 3, "nsubj"},
                           {"was", "be", "AUX", "VBD", 3, "cop"},
                           {"first", "first", "ADJ", "JJ", 0, "root"},
                           {"to", "to", "PART", "TO", 5, "mark"},
                           {"recognise", "recognise", "VERB", "VB", 3, "csubj"}});
  EXPECT_EQ(Syntax(d).fillers(4, "subj"), Tokens{0});
}

TEST(Syntax, ThousandsOfSoldiersAreSoldiers) {
  const Document d = tree({{"Thousands", "thousand", "NOUN", "NNS", 5, "nsubj:pass"},
                           {"of", "of", "ADP", "IN", 3, "case"},
                           {"soldiers", "soldier", "NOUN", "NNS", 1, "nmod"},
                           {"are", "be", "AUX", "VBP", 5, "aux:pass"},
                           {"stationed", "station", "VERB", "VBN", 0, "root"}});
  EXPECT_EQ(Syntax(d).fillers(4, "obj"), (Tokens{0, 2}));
}

TEST(Syntax, WhatIsGivenMayLookLikeAVerb) {
  const Document d = tree({{"Manila", "Manila", "PROPN", "NNP", 2, "nsubj"},
                           {"gave", "give", "VERB", "VBD", 0, "root"},
                           {"Americans", "American", "PROPN", "NNPS", 4, "nsubj"},
                           {"access", "access", "VERB", "VB", 2, "xcomp"}});
  const Syntax syntax(d);
  EXPECT_EQ(syntax.fillers(1, "obj"), Tokens{3});
  EXPECT_EQ(syntax.fillers(1, "iobj"), Tokens{2});
}

}  // namespace
}  // namespace entente
