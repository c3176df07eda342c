#include "events/clause_targets.h"

#include <gtest/gtest.h>

#include "events/matching.h"
#include "events/text_fixture.h"

namespace entente {
namespace {

// "USA>CUB SANCTION;" for each deed whose target is implied.
std::string implied_in(const char* text) {
  static const EnglishModel model = embedded_english_model();
  static const WorldBook book = embedded_world_book();
  static const DeedLexicon lexicon = embedded_deed_lexicon();
  const Document document = make_document(text, model);
  const std::vector<Mention> mentions = find_mentions(document, book, {});
  const Syntax syntax(document, lexicon.entries().words);
  const Participants participants(syntax, mentions, lexicon.entries());
  std::string found;
  for (const Deed& deed : match_deeds(syntax, participants, lexicon.entries())) {
    if (!deed.implied) continue;
    found += participants.actor(deed.source).node + ">" + participants.actor(deed.target).node +
             " " + std::string(to_string(lexicon.entries().list[deed.entry].type)) + ";";
  }
  return found;
}

TEST(ClauseTargets, TheOnlyOtherActorOfTheClauseIsMeant) {
  EXPECT_EQ(implied_in("The Iraqi ambassador praised the role played by Saudi Arabia."),
            "IRQ>SAU SUPPORT;");
}

TEST(ClauseTargets, NobodyIsWhereThereAreSeveralOrOnesOwnPeople) {
  EXPECT_EQ(implied_in("The Iraqi ambassador praised the role played by Saudi Arabia and Qatar."),
            "");
  EXPECT_EQ(implied_in("The Iraqi ambassador praised the role played by Iraqi doctors."), "");
}

TEST(ClauseTargets, WithoutAJudgeNothingIsImplied) {
  EXPECT_EQ(deeds_of("The Iraqi ambassador praised the role played by Saudi Arabia."), "");
}

}  // namespace
}  // namespace entente
