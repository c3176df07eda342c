#include <gtest/gtest.h>

#include <algorithm>

#include "balance/balance.h"
#include "balance/random.h"

namespace entente {
namespace {

SignedArcs ties(uint32_t actors, std::vector<SignedArc> arcs) {
  return {actors, false, std::move(arcs), {}};
}

TEST(Implied, FollowsThePathsOfTwo) {
  const float cases[][3] = {{5, 5, 1}, {5, -5, -1}, {-5, 5, -1}, {-5, -5, 1}};
  for (const auto& [first, second, expected] : cases) {
    std::vector<SignedArc> arcs = {{0, 1, first}, {1, 2, second}};
    // Beside it as many friends as enemies, so that neither is the common kind.
    for (uint32_t actor = 3; actor < 19; actor += 2)
      arcs.push_back({actor, actor + 1, actor % 4 == 3 ? 5.0F : -5.0F});
    const auto found = find_implied(ties(19, arcs), 10);
    ASSERT_EQ(found.size(), 1u) << first << " " << second;
    EXPECT_EQ(found[0].first, 0u);
    EXPECT_EQ(found[0].second, 2u);
    EXPECT_GT(found[0].score * expected, 0) << first << " " << second;
    EXPECT_EQ(found[0].friend_chance() > 0.5, expected > 0);
    EXPECT_EQ(found[0].through, std::vector<uint32_t>{1});
  }
}

TEST(Implied, LeavesOutReportedPairsMixedOnesToo) {
  EXPECT_TRUE(find_implied(ties(3, {{0, 1, 5}, {0, 2, 5}, {1, 2, 5}}), 10).empty());
  EXPECT_TRUE(find_implied(ties(3, {{0, 1, 5}, {1, 2, 5}}), 10, {{2, 0}}).empty());
  EXPECT_TRUE(find_implied(ties(3, {{0, 1, 5}, {1, 2, 5}}), 0).empty());
}

TEST(Implied, VotesThatCancelOutImplyNothing) {
  const auto opposed = find_implied(ties(4, {{0, 1, 5}, {0, 2, 5}, {1, 3, 5}, {2, 3, -5}}), 10);
  for (const ImpliedTie& tie : opposed) EXPECT_FALSE(tie.first == 0 && tie.second == 3);
}

TEST(Implied, SharedNeighboursComeStrongestFirst) {
  const auto agreeing = find_implied(ties(4, {{0, 1, 5}, {0, 2, 9}, {1, 3, 5}, {2, 3, 9}}), 10);
  const auto pair = std::ranges::find_if(
      agreeing, [](const ImpliedTie& tie) { return tie.first == 0 && tie.second == 3; });
  ASSERT_NE(pair, agreeing.end());
  EXPECT_EQ(pair->through, (std::vector<uint32_t>{2, 1}));
}

TEST(Implied, ArcsBothWaysAreOneTie) {
  const SignedArcs directed{3, true, {{0, 1, 5}, {1, 0, 3}, {2, 1, -2}, {1, 2, 2}}, {}};
  EXPECT_TRUE(find_implied(directed, 10).empty()) << "1 and 2 are neither friends nor enemies";
}

// Two camps: whoever is told least about still gets the right side from the ties of the others.
TEST(Implied, FindsBothFriendsAndEnemiesOfTwoCamps) {
  Random random(1);
  std::vector<SignedArc> arcs;
  for (uint32_t a = 0; a < 40; ++a)
    for (uint32_t b = a + 1; b < 40; ++b)
      if (random.unit() < 0.3) arcs.push_back({a, b, a % 2 == b % 2 ? 1.0F : -1.0F});
  const auto found = find_implied(ties(40, arcs), 60);
  ASSERT_EQ(found.size(), 60u);
  size_t friends = 0;
  for (const ImpliedTie& tie : found) {
    EXPECT_EQ(tie.score > 0, tie.first % 2 == tie.second % 2);
    friends += tie.score > 0 ? 1 : 0;
  }
  EXPECT_GT(friends, 5u);
  EXPECT_LT(friends, 55u);
  EXPECT_GE(std::abs(found.front().score), std::abs(found.back().score) - 1);
}

}  // namespace
}  // namespace entente
