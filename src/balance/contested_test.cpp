#include "balance/contested.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "balance/made_up_network.h"

namespace entente {
namespace {

const Contested* entry_of(const Balance& balance, uint32_t actor) {
  const auto entry = std::find_if(balance.contested.begin(), balance.contested.end(),
                                  [&](const Contested& c) { return c.actor == actor; });
  return entry == balance.contested.end() ? nullptr : &*entry;
}

// A and B against C and D; E has ties to both.
Network two_camps(std::vector<MadeUpTie> more) {
  std::vector<MadeUpTie> ties = {{0, 1, 20}, {0, 2, -20}, {0, 3, -20}, {1, 2, -20}, {2, 3, 20}};
  ties.insert(ties.end(), more.begin(), more.end());
  return made_up_network(5, ties);
}

TEST(Contested, WhoeverBothCampsBefriendIsCourted) {
  const Balance balance = measure_balance(two_camps({{0, 4, 5}, {2, 4, 4}}));
  ASSERT_FALSE(balance.contested.empty());
  const Contested& entry = balance.contested[0];
  EXPECT_EQ(entry.actor, 4u);
  EXPECT_TRUE(entry.courted_by_both);
  EXPECT_GT(entry.pull_own, entry.pull_other);
  EXPECT_GT(entry.pull_other, 0);
  EXPECT_DOUBLE_EQ(entry.cost_of_move, entry.pull_own - entry.pull_other);
  EXPECT_EQ(entry_of(balance, 0), nullptr);
}

TEST(Contested, EnemiesKeepAnActorOutOfTheMiddle) {
  const Network friendly = two_camps({{0, 4, 5}, {2, 4, 4}});
  const Network torn = two_camps({{0, 4, 5}, {2, 4, 4}, {3, 4, -20}});
  const Balance between = measure_balance(friendly), fighting = measure_balance(torn);
  ASSERT_NE(entry_of(between, 4), nullptr);
  EXPECT_GT(entry_of(between, 4)->between, 0);
  ASSERT_NE(entry_of(fighting, 4), nullptr);
  EXPECT_LT(entry_of(fighting, 4)->between, 0);
}

TEST(Contested, MixedTiesCountWithBothTheirSides) {
  Network network = two_camps({{0, 4, 8}, {2, 4, 0}});
  network.ties.back().friendly = 6;
  network.ties.back().hostile = 6;
  const Balance balance = measure_balance(network);
  const Contested* entry = entry_of(balance, 4);
  ASSERT_NE(entry, nullptr);
  EXPECT_DOUBLE_EQ(entry->friendly_own, strength_of(8));
  EXPECT_DOUBLE_EQ(entry->friendly_other, strength_of(6));
  EXPECT_DOUBLE_EQ(entry->between, strength_of(6) - strength_of(6) / 2);
}

TEST(Contested, CourtingCountsEvenWhereItIsRefused) {
  Network network = two_camps({{0, 4, 5}, {2, 4, -3}});
  network.ties.back().first_to_second = 4;   // C courts E
  network.ties.back().second_to_first = -7;  // E refuses
  const Balance balance = measure_balance(network);
  const Contested* entry = entry_of(balance, 4);
  ASSERT_NE(entry, nullptr);
  EXPECT_TRUE(entry->courted_by_both);
}

TEST(Contested, RequestsCourtUnlessTheirMakerIsHostile) {
  Network network = two_camps({{0, 4, 5}, {2, 4, -3}});
  Tie& tie = network.ties.back();
  tie.first_to_second = 0;
  tie.second_to_first = -3;
  tie.first_asks_second = 2;
  const Balance asked = measure_balance(network);
  ASSERT_NE(entry_of(asked, 4), nullptr);
  EXPECT_TRUE(entry_of(asked, 4)->courted_by_both);
  tie.first_to_second = -1;
  const Balance threatened = measure_balance(network);
  const Contested* entry = entry_of(threatened, 4);
  EXPECT_TRUE(entry == nullptr || !entry->courted_by_both);
}

TEST(Contested, CostOfMoveIsTheGrowthOfFrustration) {
  const Network network = two_camps({{0, 4, 5}, {2, 4, 4}, {3, 4, -2}});
  const Balance balance = measure_balance(network);
  for (const Contested& entry : balance.contested) {
    double moved = 0;
    for (const Tie& tie : network.ties) {
      bool together = balance.camp[tie.first] == balance.camp[tie.second];
      if (tie.first == entry.actor || tie.second == entry.actor) together = !together;
      if (together != (tie.sign() > 0)) moved += tie.strength();
    }
    EXPECT_NEAR(moved - balance.frustration, entry.cost_of_move, 1e-9);
  }
  EXPECT_NE(entry_of(balance, 4), nullptr);
}

TEST(Contested, ActorsOfOtherComponentsDoNotCourt) {
  const Balance balance = measure_balance(made_up_network(4, {{0, 1, 5}, {2, 3, -5}}));
  for (const Contested& entry : balance.contested) EXPECT_FALSE(entry.courted_by_both);
}

}  // namespace
}  // namespace entente
