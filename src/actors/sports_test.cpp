#include <gtest/gtest.h>

#include <string>

#include "actors/actors.h"

namespace entente {
namespace {

// The states that act in a text, in its order.
std::string acting_in(const std::string& text) {
  static const WorldBook book = embedded_world_book();
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(text, model);
  std::string out;
  for (const Mention& mention : find_mentions(document, book, {})) {
    if (!mention.place && !mention.modifier) out += mention.actors[0].node + " ";
  }
  return out;
}

TEST(Sports, ATeamIsNoGovernment) {
  EXPECT_EQ(acting_in("Kenya beat Uganda 3-1 in the qualifier on Saturday."), "");
  EXPECT_EQ(acting_in("Egypt won the match against Senegal after a penalty shootout."), "");
  EXPECT_EQ(acting_in("The striker scored two goals in the first half of the final. Ghana reached "
                      "the semifinals of the tournament. The coach praised the players, and Ghana "
                      "face Mali in the stadium next week."),
            "");
}

TEST(Sports, BothTeamsAreNoGovernmentsEither) {
  EXPECT_EQ(
      acting_in("Pakistan play India in the cricket final on Sunday. Batsmen win matches. The "
                "two countries have met in the tournament before, and both teams have their "
                "coach and captain back for the match at the stadium."),
      "");
}

TEST(Sports, AWarIsNoMatch) {
  EXPECT_EQ(acting_in("Israel defeated Egypt in the war of 1967."), "ISR EGY ");
  EXPECT_EQ(acting_in("Russia attacked Ukraine during the Olympics."), "RUS UKR ");
  EXPECT_EQ(acting_in("Iran accused Iraq of moving the goalposts in the game of nuclear talks."),
            "IRN IRQ ");
  EXPECT_EQ(acting_in("China met with the United States and won 3-1 in the vote."), "CHN USA ");
}

}  // namespace
}  // namespace entente
