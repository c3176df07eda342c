#include "events/recipients.h"

#include <gtest/gtest.h>

#include "actors/actors.h"

namespace entente {
namespace {

std::string deeds_of(const char* text) {
  static const EnglishModel model = embedded_english_model();
  static const WorldBook book = embedded_world_book();
  static const DeedLexicon lexicon = embedded_deed_lexicon();
  const Document document = make_document(text, model);
  const std::vector<Mention> mentions = find_mentions(document, book, {});
  std::string found;
  for (const Event& event : extract_events({}, document, mentions, lexicon)) {
    found += event.source.actor.node + ">" + event.target.actor.node + " " +
             std::string(to_string(event.type)) + ";";
  }
  return found;
}

TEST(Recipients, ARowOfHelpersHelpsTheOneNamedFirst) {
  EXPECT_EQ(deeds_of("Poland sent tanks to Ukraine. Germany has delivered missiles. France has "
                     "sold lorries."),
            "POL>UKR AID;DEU>UKR AID;FRA>UKR COOPERATE;");
}

TEST(Recipients, AnotherRecipientAQuarrelOrAHeadingBreaksTheRow) {
  EXPECT_EQ(
      deeds_of("Poland sent tanks to Ukraine. Germany has delivered missiles to its friends."),
      "POL>UKR AID;");
  EXPECT_EQ(deeds_of("Poland condemned Russia. Germany has delivered missiles."),
            "POL>RUS ACCUSE;");
}

}  // namespace
}  // namespace entente
