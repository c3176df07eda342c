#include "balance/implied.h"

#include <gtest/gtest.h>

#include "balance/made_up_network.h"

namespace entente {
namespace {

std::vector<ImpliedTie> implied(const Network& network, uint32_t most = 100) {
  return find_implied(network, signed_ties(network), most);
}

TEST(Implied, FollowsThePathsOfTwo) {
  const double cases[][3] = {{5, 5, 1}, {5, -5, -1}, {-5, 5, -1}, {-5, -5, 1}};
  for (const auto& [first, second, expected] : cases) {
    const auto found = implied(made_up_network(3, {{0, 1, first}, {1, 2, second}}));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].first, 0u);
    EXPECT_EQ(found[0].second, 2u);
    EXPECT_GT(found[0].score * expected, 0);
    EXPECT_EQ(found[0].through, std::vector<uint32_t>{1});
  }
}

TEST(Implied, LeavesOutReportedPairsMixedOnesToo) {
  EXPECT_TRUE(implied(made_up_network(3, {{0, 1, 5}, {0, 2, 5}, {1, 2, 5}})).empty());
  EXPECT_TRUE(implied(made_up_network(3, {{0, 1, 5}, {0, 2, 0.1}, {1, 2, 5}})).empty());
}

TEST(Implied, VotesAddUpAndOpposeEachOther) {
  const auto agreeing = implied(made_up_network(4, {{0, 1, 5}, {0, 2, 9}, {1, 3, 5}, {2, 3, 9}}));
  ASSERT_EQ(agreeing.size(), 2u);
  EXPECT_EQ(agreeing[0].through, (std::vector<uint32_t>{2, 1}));
  const auto opposed = implied(made_up_network(4, {{0, 1, 5}, {0, 2, 5}, {1, 3, 5}, {2, 3, -5}}));
  for (const ImpliedTie& tie : opposed)
    EXPECT_FALSE(tie.first == 0 && tie.second == 3) << "votes that cancel out imply nothing";
}

TEST(Implied, AreTheStrongestFirst) {
  std::vector<MadeUpTie> star;
  for (uint32_t i = 1; i < 8; ++i) star.push_back({0, i, 2.0 * i});
  const auto found = implied(made_up_network(8, star), 3);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].first, 6u);
  EXPECT_EQ(found[0].second, 7u);
  EXPECT_GE(found[1].score, found[2].score);
}

}  // namespace
}  // namespace entente
