#include "events/known_wars.h"

#include <gtest/gtest.h>

#include "events/events.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

TEST(KnownWars, OneNameMayStandForADeed) {
  EXPECT_EQ(known_invaders("invasion", "KWT"), std::vector<std::string_view>{"IRQ"});
  EXPECT_EQ(known_invaders("invasion", "AFG").size(), 2u);
  EXPECT_TRUE(known_invaders("invasion", "CHE").empty());
  EXPECT_TRUE(known_invaders("visit", "UKR").empty());
}

TEST(KnownWars, AreDeedsOfWhomTheArticleNames) {
  const Document d = tree({{"Moscow", "Moscow", "PROPN", "NNP", 2, "nsubj"},
                           {"waited", "wait", "VERB", "VBD", 0, "root"},
                           {"after", "after", "ADP", "IN", 5, "case"},
                           {"the", "the", "DET", "DT", 5, "det"},
                           {"invasion", "invasion", "NOUN", "NN", 2, "obl"},
                           {"of", "of", "ADP", "IN", 7, "case"},
                           {"Ukraine", "Ukraine", "PROPN", "NNP", 5, "nmod"}});
  std::vector<Mention> m = {mention(d, 1, 1, "RUS"), mention(d, 7, 7, "UKR")};
  const auto events = extract_events({}, d, m, embedded_deed_lexicon());
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].source.actor.node, "RUS");
  EXPECT_EQ(events[0].source.text, "invasion");
  EXPECT_EQ(events[0].type, EventType::assault);
  m[0].actors[0].node = "CHN";
  EXPECT_TRUE(extract_events({}, d, m, embedded_deed_lexicon()).empty());
}

}  // namespace
}  // namespace entente
