#include <gtest/gtest.h>

#include "events/events.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

struct Case {
  Document document = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                            {"accused", "accuse", "VERB", "VBD", 0, "root"},
                            {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                            {"of", "of", "SCONJ", "IN", 5, "mark"},
                            {"bombing", "bomb", "VERB", "VBG", 2, "advcl"},
                            {"Mali", "Mali", "PROPN", "NNP", 5, "obj"}});
  std::vector<Mention> mentions = {mention(document, 1, 1, "MLI"), mention(document, 3, 3, "TCD"),
                                   mention(document, 6, 6, "MLI")};
  Article article;

  std::vector<Event> events() const {
    return extract_events(article, document, mentions, embedded_deed_lexicon());
  }
};

TEST(Extract, GivesEvidenceSpeakerDateAndAStableId) {
  Case c;
  c.article.id = "a1";
  c.article.outlet = "The Courier";
  c.article.published = Date{2021, 6, 30};
  const auto events = c.events();
  ASSERT_EQ(events.size(), 1u);
  const Event& event = events[0];
  EXPECT_EQ(event.type, EventType::accuse);
  EXPECT_EQ(slice(event.sentence, event.source.range), "Mali");
  EXPECT_EQ(slice(event.sentence, event.deed), "accused");
  EXPECT_EQ(slice(event.sentence, event.target.range), "Chad");
  ASSERT_EQ(event.said_by.size(), 1u);
  EXPECT_EQ(event.said_by[0].name, "The Courier");
  EXPECT_EQ(event.date.basis, DateBasis::publication);
  EXPECT_EQ(event.id, c.events()[0].id);
  c.article.id = "a2";
  EXPECT_NE(event.id, c.events()[0].id);
}

TEST(Extract, WhatAChargeSaysAgainstTheAccuserIsNoEventOfItsOwn) {
  Case c;
  for (const Event& event : c.events()) EXPECT_NE(event.type, EventType::assault);
  c.mentions[2].actors[0].node = "NER";
  bool assault = false;
  for (const Event& event : c.events()) assault = assault || event.type == EventType::assault;
  EXPECT_TRUE(assault);
}

std::string summary(const std::vector<Event>& events) {
  std::string text;
  for (const Event& event : events) {
    text += std::string(to_string(event.type)) + " " + std::string(to_string(event.status)) + " " +
            event.source.actor.node + ">" + event.target.actor.node + ";";
  }
  return text;
}

TEST(Extract, WhoDemandsThatADeedBeNotDoneOpposesWhomItWouldServe) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"urged", "urge", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"not", "not", "PART", "RB", 6, "advmod"},
                           {"to", "to", "PART", "TO", 6, "mark"},
                           {"help", "help", "VERB", "VB", 2, "xcomp"},
                           {"France", "France", "PROPN", "NNP", 6, "obj"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD"),
                                  mention(d, 7, 7, "FRA")};
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())),
            "REQUEST happened MLI>TCD;REJECT happened MLI>FRA;");
}

TEST(Extract, WhoDemandsABlowIsAgainstWhomItWouldHit) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"urged", "urge", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"to", "to", "PART", "TO", 5, "mark"},
                           {"condemn", "condemn", "VERB", "VB", 2, "xcomp"},
                           {"France", "France", "PROPN", "NNP", 5, "obj"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD"),
                                  mention(d, 6, 6, "FRA")};
  const std::string all = summary(extract_events({}, d, m, embedded_deed_lexicon()));
  EXPECT_NE(all.find("ACCUSE happened MLI>FRA;"), std::string::npos) << all;
}

TEST(Extract, RegionsDoNotActAndGamesAreNoDeeds) {
  Case c;
  c.mentions[0].actors[0].node = "SAHEL";
  for (const Event& event : c.events()) EXPECT_NE(event.source.actor.node, "SAHEL");
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"attacked", "attack", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"in", "in", "ADP", "IN", 6, "case"},
                           {"the", "the", "DET", "DT", 6, "det"},
                           {"semifinal", "semifinal", "NOUN", "NN", 2, "obl"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD")};
  EXPECT_TRUE(extract_events({}, d, m, embedded_deed_lexicon()).empty());
}

TEST(Extract, AWarningOffAThirdThreatensNobody) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"warned", "warn", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"against", "against", "SCONJ", "IN", 5, "mark"},
                           {"hosting", "host", "VERB", "VBG", 2, "advcl"},
                           {"French", "French", "ADJ", "JJ", 7, "amod"},
                           {"troops", "troops", "NOUN", "NNS", 5, "obj"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD"),
                            mention(d, 6, 7, "FRA")};
  const std::string both = summary(extract_events({}, d, m, embedded_deed_lexicon()));
  EXPECT_NE(both.find("REQUEST happened MLI>TCD;"), std::string::npos) << both;
  EXPECT_NE(both.find("REJECT happened MLI>FRA;"), std::string::npos) << both;
  m[2].actors[0].node = "MLI";
  const std::string threat = summary(extract_events({}, d, m, embedded_deed_lexicon()));
  EXPECT_NE(threat.find("THREATEN happened MLI>TCD;"), std::string::npos) << threat;
}

TEST(Extract, NothingComesFromNothing) {
  EXPECT_TRUE(extract_events({}, {}, {}, embedded_deed_lexicon()).empty());
}

// "Mali visited Chad", by somebody of `sector`.
std::string visit(const std::string& sector) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"visited", "visit", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD")};
  m[0].actors[0].sector = sector;
  return summary(extract_events({}, d, m, embedded_deed_lexicon()));
}

TEST(Extract, PrivateTravelIsNoVisit) {
  EXPECT_EQ(visit("GOV"), "CONSULT happened MLI>TCD;");
  EXPECT_EQ(visit("REF"), "");
}

TEST(Extract, NamesThatNobodyKnowsOwnNothing) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"condemned", "condemn", "VERB", "VBD", 0, "root"},
                           {"the", "the", "DET", "DT", 5, "det"},
                           {"Foo", "Foo", "PROPN", "NNP", 5, "compound"},
                           {"law", "law", "NOUN", "NN", 2, "obj"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 4, 4, "TCD")};
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())), "ACCUSE happened MLI>TCD;");
  m[1].actors[0].code = "?Foo";
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())), "");
}

TEST(Extract, TopicStandPlaceAndWhoClaims) {
  const Document d = tree({{"Niamey", "Niamey", "PROPN", "NNP", 2, "nsubj"},
                           {"said", "say", "VERB", "VBD", 0, "root"},
                           {"Mali", "Mali", "PROPN", "NNP", 4, "nsubj"},
                           {"rejected", "reject", "VERB", "VBD", 2, "ccomp"},
                           {"a", "a", "DET", "DT", 8, "det"},
                           {"Chadian", "Chadian", "ADJ", "JJ", 8, "amod"},
                           {"water", "water", "NOUN", "NN", 8, "compound"},
                           {"tax", "tax", "NOUN", "NN", 4, "obj"},
                           {"in", "in", "ADP", "IN", 10, "case"},
                           {"Kidal", "Kidal", "PROPN", "NNP", 4, "obl"}});
  std::vector<Mention> m = {mention(d, 1, 1, "NER"), mention(d, 3, 3, "MLI"),
                            mention(d, 6, 6, "TCD")};
  m[2].modifier = true;
  const auto events = extract_events({}, d, m, embedded_deed_lexicon());
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].topic, "water tax");
  EXPECT_EQ(events[0].stand, Stand::against);
  EXPECT_EQ(events[0].place.name, "Kidal");
  EXPECT_TRUE(events[0].claimed);
  m[0].actors[0].node = "MLI";
  EXPECT_FALSE(extract_events({}, d, m, embedded_deed_lexicon())[0].claimed);
}

TEST(Extract, APersonAttacksAnotherByWordASoldierDoesNot) {
  const Document d = tree({{"Smith", "Smith", "PROPN", "NNP", 2, "nsubj"},
                           {"attacked", "attack", "VERB", "VBD", 0, "root"},
                           {"Jones", "Jones", "PROPN", "NNP", 2, "obj"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD")};
  const auto coded = [&] { return summary(extract_events({}, d, m, embedded_deed_lexicon())); };
  EXPECT_EQ(coded(), "ASSAULT happened MLI>TCD;");
  m[0].person = m[1].person = true;
  EXPECT_EQ(coded(), "ACCUSE happened MLI>TCD;");
  m[0].actors[0].sector = "REB";
  EXPECT_EQ(coded(), "ASSAULT happened MLI>TCD;");
}

TEST(Extract, AWordOfANameIsNoDeed) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nmod:poss"},
                           {"Pact", "pact", "PROPN", "NNP", 5, "nsubj"},
                           {"with", "with", "ADP", "IN", 4, "case"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "nmod"},
                           {"matters", "matter", "VERB", "VBZ", 0, "root"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 4, 4, "TCD")};
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())), "AGREE happened MLI>TCD;");
  m.push_back(mention(d, 1, 2, "PACT"));
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())), "");
}

TEST(Extract, StatesDoNotTravel) {
  const Document d = tree({{"Most", "most", "PRON", "JJS", 2, "nsubj"},
                           {"travelled", "travel", "VERB", "VBD", 0, "root"},
                           {"to", "to", "ADP", "IN", 4, "case"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obl"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 4, 4, "TCD")};
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())), "");
  m[0].actors[0].sector = "GOV";
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())),
            "CONSULT happened MLI>TCD;");
}

TEST(Extract, WhoHelpsAgainstAThirdIsAgainstTheThird) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"supported", "support", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
                           {"against", "against", "ADP", "IN", 5, "case"},
                           {"Togo", "Togo", "PROPN", "NNP", 2, "obl"}});
  std::string found;
  for (const Event& event : extract_events(
           {}, d, {mention(d, 1, 1, "MLI"), mention(d, 3, 3, "TCD"), mention(d, 5, 5, "TGO")},
           embedded_deed_lexicon())) {
    found += std::string(to_string(event.type)) + " " + event.source.actor.node + ">" +
             event.target.actor.node + ";";
  }
  EXPECT_EQ(found, "SUPPORT MLI>TCD;REJECT MLI>TGO;");
}

TEST(Extract, WhatOneGaveAndCutOffIsGivenNoMore) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"stopped", "stop", "VERB", "VBD", 0, "root"},
                           {"gas", "gas", "NOUN", "NN", 2, "obj"},
                           {"that", "that", "PRON", "WDT", 6, "obj"},
                           {"it", "it", "PRON", "PRP", 6, "nsubj"},
                           {"sells", "sell", "VERB", "VBZ", 3, "acl:relcl"},
                           {"to", "to", "ADP", "IN", 8, "case"},
                           {"Chad", "Chad", "PROPN", "NNP", 6, "obl"}});
  EXPECT_EQ(summary(extract_events({}, d, {mention(d, 5, 5, "MLI"), mention(d, 8, 8, "TCD")},
                                   embedded_deed_lexicon())),
            "SANCTION happened MLI>TCD;");
}

TEST(Extract, WhoRulesInACapitalStandsForTheState) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"praised", "praise", "VERB", "VBD", 0, "root"},
                           {"officers", "officer", "NOUN", "NNS", 2, "obj"},
                           {"in", "in", "ADP", "IN", 5, "case"},
                           {"Niamey", "Niamey", "PROPN", "NNP", 3, "nmod"}});
  std::vector<Mention> m = {mention(d, 1, 1, "MLI"), mention(d, 5, 5, "NER")};
  m[1].place = true;
  EXPECT_EQ(summary(extract_events({}, d, m, embedded_deed_lexicon())),
            "SUPPORT happened MLI>NER;");
}

}  // namespace
}  // namespace entente
