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

TEST(Extract, NothingComesFromNothing) {
  EXPECT_TRUE(extract_events({}, {}, {}, embedded_deed_lexicon()).empty());
}

}  // namespace
}  // namespace entente
