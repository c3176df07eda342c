#include "balance/balance.h"

#include <gtest/gtest.h>

#include <limits>

#include "balance/made_up_network.h"
#include "balance/random.h"

namespace entente {
namespace {

Network random_network(uint32_t actors, double density, Random& random) {
  std::vector<MadeUpTie> ties;
  for (uint32_t a = 0; a < actors; ++a)
    for (uint32_t b = a + 1; b < actors; ++b)
      if (random.unit() < density)
        ties.push_back({a, b, (random.below(2) == 0 ? 1 : -1) * (1 + 20 * random.unit())});
  return made_up_network(actors, ties);
}

TEST(Balance, OfNothing) {
  const Balance balance = measure_balance({});
  EXPECT_TRUE(balance.camp.empty());
  EXPECT_TRUE(balance.proven);
  EXPECT_EQ(balance.frustration, 0);
}

TEST(Balance, TwoCampsAndANeutral) {
  // A+B against C+D; E is only mentioned, F has a mixed tie.
  Network network = made_up_network(6, {{0, 1, 9}, {0, 2, -9}, {1, 3, -5}, {2, 3, 4}, {3, 5, 5}});
  network.ties.back().hostile = 5;
  const Balance balance = measure_balance(network);
  EXPECT_EQ(balance.camp, (std::vector<int>{0, 0, 1, 1, -1, -1}));
  EXPECT_EQ(balance.component, (std::vector<int>{0, 0, 0, 0, -1, -1}));
  EXPECT_EQ(balance.certain, (std::vector<bool>{true, true, true, true, false, false}));
  EXPECT_EQ(balance.frustration, 0);
  EXPECT_TRUE(balance.frustrated.empty());
  EXPECT_TRUE(balance.proven);
}

TEST(Balance, TheWeakestTieOfATornTriadIsFrustrated) {
  const Network network = made_up_network(3, {{0, 1, 9}, {0, 2, 3}, {1, 2, -8}});
  const Balance balance = measure_balance(network);
  EXPECT_EQ(balance.camp, (std::vector<int>{0, 0, 1}));
  EXPECT_EQ(balance.frustrated, std::vector<uint32_t>{1});
  EXPECT_DOUBLE_EQ(balance.frustration, network.ties[1].strength());
  EXPECT_DOUBLE_EQ(balance.lower_bound, balance.frustration);
  EXPECT_EQ(balance.certain, (std::vector<bool>{true, true, true}));
}

TEST(Balance, ATossOfACoinIsNotCertain) {
  const Balance balance =
      measure_balance(made_up_network(4, {{0, 1, -9}, {0, 2, 3}, {0, 3, 9}, {1, 2, 3}}));
  EXPECT_TRUE(balance.proven);
  EXPECT_EQ(balance.certain, (std::vector<bool>{true, true, false, true}));
}

TEST(Balance, EachComponentHasItsHeaviestActorInCampZero) {
  const Balance balance = measure_balance(made_up_network(5, {{0, 1, -2}, {2, 4, -9}, {3, 4, -9}}));
  EXPECT_EQ(balance.component, (std::vector<int>{1, 1, 0, 0, 0}));
  EXPECT_EQ(balance.camp, (std::vector<int>{0, 1, 1, 1, 0}));
}

TEST(Balance, FrustrationIsThatOfItsTiesAndLeast) {
  Random random(24);
  for (int round = 0; round < 100; ++round) {
    const Network network = random_network(9, 0.6, random);
    const Balance balance = measure_balance(network);
    double least = std::numeric_limits<double>::max();
    for (uint32_t mask = 0; mask < 256; ++mask) {
      double cost = 0;
      for (const Tie& tie : network.ties)
        if (((mask >> tie.first ^ mask >> tie.second) & 1) != (tie.sign() > 0 ? 0u : 1u))
          cost += tie.strength();
      least = std::min(least, cost);
    }
    ASSERT_TRUE(balance.proven);
    ASSERT_NEAR(balance.frustration, least, 1e-4);
    ASSERT_NEAR(balance.lower_bound, least, 1e-4);
    double sum = 0;
    for (const uint32_t tie : balance.frustrated) sum += network.ties[tie].strength();
    ASSERT_DOUBLE_EQ(sum, balance.frustration);
  }
}

TEST(Balance, WithoutEffortThereIsABoundButNoProof) {
  Random random(26);
  const Network network = random_network(30, 0.7, random);
  const Balance balance =
      measure_balance(network, {.frustration = {.branchings_max = 0, .work_max = 0}});
  EXPECT_FALSE(balance.proven);
  EXPECT_LT(balance.lower_bound, balance.frustration);
  EXPECT_GT(balance.lower_bound, 0);
  EXPECT_EQ(balance.certain, std::vector<bool>(30));
}

TEST(Balance, OddNumbersDoNoHarm) {
  Network network = made_up_network(3, {{0, 1, 9}, {0, 2, 3}, {1, 2, -8}});
  network.ties[0].friendly = std::numeric_limits<double>::infinity();
  network.ties[1].friendly = std::numeric_limits<double>::quiet_NaN();
  network.ties[2].hostile = 1e300;
  EXPECT_EQ(measure_balance(network).camp.size(), 3u);
}

TEST(Balance, IsTheSameEveryTime) {
  Random random(28);
  const Network network = random_network(40, 0.2, random);
  const Balance once = measure_balance(network), twice = measure_balance(network);
  EXPECT_EQ(once.camp, twice.camp);
  EXPECT_EQ(once.certain, twice.certain);
  EXPECT_EQ(once.frustrated, twice.frustrated);
}

}  // namespace
}  // namespace entente
