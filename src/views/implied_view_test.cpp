#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

SignedNetwork small_network() {
  SignedNetwork network;
  network.actors = {"ann", "bob", "cid", "d{a}n"};
  network.graph = {4, {{0, 2, 1}, {1, 2, 1}, {0, 3, 1}, {1, 3, -1}}};
  return network;
}

ImpliedTie tie(double score, SignReason reason, double said) {
  ImpliedTie made{0, 1, score, {2, 3}};
  made.reasons[static_cast<size_t>(reason)] = said;
  return made;
}

std::string text(const ImpliedTie& implied) {
  return implied_view(small_network(), {implied}, Format::table);
}

TEST(ImpliedView, GivesReasonsThatSpeakForTheGuess) {
  EXPECT_EQ(text(tie(2.2, SignReason::neighbours, 1.5)),
            "ann and bob are likely friends (90.0 %): both are friends of cid.\n");
  EXPECT_EQ(text(tie(-2.2, SignReason::neighbours, -1.5)),
            "ann and bob are likely enemies (90.0 %): friends of ann and enemies of bob: d{a}n.\n");
  EXPECT_EQ(text(tie(-2.2, SignReason::tempers, -1)),
            "ann and bob are likely enemies (90.0 %): ann is a friend of 2 of its 2 and bob is a "
            "friend of 1 of its 2.\n");
  EXPECT_EQ(text(tie(2.2, SignReason::camps, -1)), "ann and bob are likely friends (90.0 %).\n");
  EXPECT_EQ(implied_view(small_network(), {}, Format::table),
            "No pair without a tie has shared neighbours.\n");
}

TEST(ImpliedView, JsonHoldsChanceAndNeighbours) {
  const std::string json =
      implied_view(small_network(), {tie(0, SignReason::camps, 1)}, Format::json);
  EXPECT_NE(json.find(R"("a":"ann","b":"bob","friend_chance":0.5,"through":["cid","d{a}n"])"),
            std::string::npos)
      << json;
}

TEST(GuessedTiesView, NamesTheScoreAndTheBinsInUse) {
  GuessedTies guessed{80, true, {}, 1};
  guessed.score.friends = 15;
  guessed.score.enemies = 5;
  guessed.score.auc = 0.9;
  guessed.score.bins[9] = {20, 0.97, 0.75};
  const std::string shown = guessed_ties_view(guessed, Format::table);
  EXPECT_NE(shown.find("20 ties guessed (15 friendly, 5 hostile) from 80 known, with directions"),
            std::string::npos)
      << shown;
  EXPECT_NE(shown.find("Area under the ROC curve 0.9000"), std::string::npos);
  EXPECT_NE(shown.find("97.0 %   75.0 %  of 20"), std::string::npos);
  const std::string json = guessed_ties_view(guessed, Format::json);
  EXPECT_NE(json.find(R"("auc":0.9)"), std::string::npos);
  EXPECT_NE(json.find(R"("calibration":[{"ties":20,"guessed":0.97,"friends":0.75}])"),
            std::string::npos);
}

}  // namespace
}  // namespace entente
