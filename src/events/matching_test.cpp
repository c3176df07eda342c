#include "events/matching.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

std::string deeds(const Document& document, const std::vector<Mention>& mentions,
                  const std::string& lexicon_text) {
  const auto lexicon = load_deed_lexicon({{"deeds.txt", lexicon_text}});
  EXPECT_TRUE(lexicon.ok()) << lexicon.error();
  const DeedLexicon::Entries& entries = lexicon.value().entries();
  const Syntax syntax(document);
  const Participants participants(syntax, mentions, entries);
  std::string text;
  for (const Deed& deed : match_deeds(syntax, participants, entries)) {
    text += entries.list[deed.entry].id + " " + participants.actor(deed.source).node + ">" +
            participants.actor(deed.target).node + ";";
  }
  return text;
}

constexpr const char* kReject = "reject | REJECT | verb:reject | subj > obj | S. = A > B";

TEST(Matching, TheOwnerOfARejectedThingIsTheTarget) {
  const Document d = tree({{"Tashkent", "Tashkent", "PROPN", "NNP", 2, "nsubj"},
                           {"rejects", "reject", "VERB", "VBZ", 0, "root"},
                           {"deployment", "deployment", "NOUN", "NN", 2, "obj"},
                           {"of", "of", "ADP", "IN", 6, "case"},
                           {"American", "American", "ADJ", "JJ", 6, "amod"},
                           {"troops", "troops", "NOUN", "NNS", 3, "nmod"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "UZB"), mention(d, 5, 6, "USA")}, kReject),
            "reject UZB>USA;");
}

TEST(Matching, ConjoinedActorsEachAct) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                           {"and", "and", "CCONJ", "CC", 3, "cc"},
                           {"Niger", "Niger", "PROPN", "NNP", 1, "conj"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"France", "France", "PROPN", "NNP", 4, "obj"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "NER"), mention(d, 5, 5, "FRA")},
                  kReject),
            "reject MLI>FRA;reject NER>FRA;");
}

TEST(Matching, MutualDeedsPairTheSubjects) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                           {"and", "and", "CCONJ", "CC", 3, "cc"},
                           {"Niger", "Niger", "PROPN", "NNP", 1, "conj"},
                           {"met", "meet", "VERB", "VBD", 0, "root"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "NER")},
                  "meet | CONSULT | verb:meet | subj <> with | S. = A <> B"),
            "meet MLI>NER;");
}

TEST(Matching, TheMoreSpecificEntryWinsAndUsesItsNounUp) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"imposed", "impose", "VERB", "VBD", 0, "root"},
                           {"sanctions", "sanction", "NOUN", "NNS", 2, "obj"},
                           {"on", "on", "ADP", "IN", 5, "case"},
                           {"Chad", "Chad", "PROPN", "NNP", 3, "nmod"}});
  const std::vector<Mention> pair = {mention(d, 1, 1, "MLI"), mention(d, 5, 5, "TCD")};
  EXPECT_EQ(
      deeds(d, pair,
            "impose | COERCE | verb:impose | subj > on | S. = A > B\n"
            "sanctions | SANCTION | noun:sanction | agent > on | S. = A > B\n"
            "impose-sanctions | SANCTION | verb:impose obj:sanction | subj > on | S. = A > B"),
      "impose-sanctions MLI>TCD;");
}

TEST(Matching, NegatedConstraintsExclude) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"hit", "hit", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"out", "out", "ADP", "RP", 2, "compound:prt"}});
  const std::vector<Mention> pair = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD")};
  EXPECT_EQ(deeds(d, pair, "hit | ASSAULT | verb:hit !prt:* | subj > obj | S. = A > B"), "");
  EXPECT_EQ(deeds(d, pair, "hit | ASSAULT | verb:hit prt:out | subj > obj | S. = A > B"),
            "hit MLI>TCD;");
}

TEST(Matching, RolesMayBeAlternatives) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"called", "call", "VERB", "VBD", 0, "root"},
                           {"upon", "upon", "ADP", "IN", 4, "case"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obl"}});
  const std::vector<Mention> pair = {mention(d, 1, 1, "MLI"), mention(d, 4, 4, "TCD")};
  EXPECT_EQ(deeds(d, pair, "call | REQUEST | verb:call on/upon:* | subj > upon | S. = A > B"),
            "call MLI>TCD;");
  EXPECT_EQ(deeds(d, pair, "call | REQUEST | verb:call !on/upon:* | subj > upon | S. = A > B"), "");
}

TEST(Matching, WhatAnEntryExcludesDoesNotMakeItSpecific) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"hit", "hit", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"with", "with", "ADP", "IN", 5, "case"},
                           {"sanctions", "sanction", "NOUN", "NNS", 2, "obl"}});
  const std::vector<Mention> pair = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD")};
  EXPECT_EQ(deeds(d, pair,
                  "hit | ASSAULT | verb:hit !prt:out !prt:back | subj > obj | S. = A > B\n"
                  "fine | SANCTION | verb:hit with:sanction | subj > obj | S. = A > B"),
            "fine MLI>TCD;");
}

TEST(Matching, PlacesDoNotAct) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"France", "France", "PROPN", "NNP", 2, "obj"}});
  std::vector<Mention> pair = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "FRA")};
  pair[0].place = true;
  EXPECT_EQ(deeds(d, pair, kReject), "");
  pair[0].place = false;
  pair[0].outlet = true;
  EXPECT_EQ(deeds(d, pair, kReject), "");
}

TEST(Matching, AColleagueBelongsToTheAdjectivesState) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"its", "its", "PRON", "PRP$", 5, "nmod:poss"},
                           {"French", "French", "ADJ", "JJ", 5, "amod"},
                           {"ally", "ally", "NOUN", "NN", 2, "obj"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "MLI"), mention(d, 4, 4, "FRA")},
                  kReject),
            "reject MLI>FRA;");
}

TEST(Matching, WhoStandsBeforeAVerbWithoutSubjectActs) {
  const Document d = tree({{"In", "in", "ADP", "IN", 2, "case"},
                           {"May", "May", "PROPN", "NNP", 4, "obl"},
                           {"Mali", "Mali", "PROPN", "NNP", 2, "flat"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"France", "France", "PROPN", "NNP", 4, "obj"}});
  EXPECT_EQ(deeds(d, {mention(d, 3, 3, "MLI"), mention(d, 5, 5, "FRA")}, kReject),
            "reject MLI>FRA;");
}

TEST(Matching, GuestsOfOneHostAreNotPaired) {
  const Document d = tree({{"Xi", "Xi", "PROPN", "NNP", 2, "nsubj"},
                           {"met", "meet", "VERB", "VBD", 0, "root"},
                           {"Mali", "Mali", "PROPN", "NNP", 2, "obj"},
                           {"and", "and", "CCONJ", "CC", 5, "cc"},
                           {"Niger", "Niger", "PROPN", "NNP", 3, "conj"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "CHN"), mention(d, 3, 3, "MLI"), mention(d, 5, 5, "NER")},
                  "meet | CONSULT | verb:meet | subj <> obj | S. = A <> B"),
            "meet CHN>MLI;meet CHN>NER;");
}

TEST(Matching, WhatTheyDoToEachOtherGoesBothWays) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                           {"and", "and", "CCONJ", "CC", 3, "cc"},
                           {"Niger", "Niger", "PROPN", "NNP", 1, "conj"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"each", "each", "DET", "DT", 6, "det"},
                           {"other", "other", "ADJ", "JJ", 4, "obj"}});
  EXPECT_EQ(deeds(d, {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "NER")}, kReject),
            "reject MLI>NER;reject NER>MLI;");
}

TEST(Matching, WhoIsGivenSomethingIsTheRecipient) {
  EXPECT_EQ(deeds_of("Kenya was given aid by China."), "CHN>KEN AID;");
  EXPECT_EQ(deeds_of("Ukraine was promised tanks by Germany."), "DEU>UKR AGREE;");
  EXPECT_EQ(deeds_of("Kenya was given aid."), "");
}

TEST(Matching, EachOtherIsRecognisedHoweverItIsParsed) {
  EXPECT_EQ(deeds_of("The Syrian army and Hezbollah have shelled each other."),
            "SYR>HEZBOLLAH ASSAULT;HEZBOLLAH>SYR ASSAULT;");
}

TEST(Matching, AVerdictPassedInACapitalIsThatStates) {
  EXPECT_EQ(deeds_of("The Israeli raid was condemned in Ottawa."), "CAN>ISR ACCUSE;");
  EXPECT_EQ(deeds_of("The Israeli raid was condemned in Toronto."), "");
}

TEST(Matching, WhoRulesInACapitalActs) {
  EXPECT_EQ(deeds_of("The generals in Khartoum accused Ethiopia of meddling."), "SDN>ETH ACCUSE;");
}

TEST(Matching, APastTenseIsNoPassiveWhateverItsSubjectIsTakenFor) {
  EXPECT_EQ(deeds_of("Germany called for sanctions against Iran."), "DEU>IRN ACCUSE;");
}

TEST(Matching, VerbsInARowHaveOneSubject) {
  EXPECT_EQ(deeds_of("India has sent warships, cooperates with the American fleet, "
                     "and buys Iranian oil."),
            "IND>USA COOPERATE;IND>IRN COOPERATE;");
}

TEST(Matching, TheFirstStateToDoItDidIt) {
  EXPECT_EQ(deeds_of("Israel was the first country to recognise Kosovo."), "ISR>KOS SUPPORT;");
}

TEST(Matching, HyphensJoinTwo) {
  EXPECT_EQ(deeds_of("A Russian-Turkish agreement was signed in Sochi."), "TUR>RUS AGREE;");
}

TEST(Matching, AStepIsTheirsWhoTookIt) {
  EXPECT_EQ(deeds_of("Cairo has sent arms to Mogadishu, a step that Addis Ababa condemned."),
            "EGY>SOM AID;ETH>EGY ACCUSE;");
}

}  // namespace
}  // namespace entente
