#include "events/retaliation.h"

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

TEST(Retaliation, WhoWasStruckStrikesBackAtTheOneWhoStruck) {
  EXPECT_EQ(deeds_of("Chad accused Sudan of sabotage. Khartoum recalled its ambassador."),
            "TCD>SDN ACCUSE;SDN>TCD SANCTION;");
}

TEST(Retaliation, NobodyIsStruckBackAtWithoutABlowOrWhereSeveralStruck) {
  EXPECT_EQ(deeds_of("Chad praised Sudan. Khartoum recalled its ambassador."), "TCD>SDN SUPPORT;");
  EXPECT_EQ(deeds_of("Chad and Niger accused Sudan of sabotage. Khartoum recalled its ambassador."),
            "TCD>SDN ACCUSE;NER>SDN ACCUSE;");
}

}  // namespace
}  // namespace entente
