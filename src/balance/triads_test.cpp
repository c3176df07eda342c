#include "balance/triads.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <tuple>

#include "balance/made_up_network.h"
#include "balance/random.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

Triad only_triad(double ab, double ac, double bc) {
  const auto triads =
      find_triads(signed_ties(made_up_network(3, {{0, 1, ab}, {0, 2, ac}, {1, 2, bc}})));
  EXPECT_EQ(triads.size(), 1u);
  return triads.empty() ? Triad{} : triads[0];
}

std::tuple<TriadKind, uint32_t> kind_and_head(const Triad& triad) { return {triad.kind, triad.a}; }

TEST(Triads, KnowTheirKindAndWhoIsTornOrAlone) {
  using enum TriadKind;
  EXPECT_EQ(kind_and_head(only_triad(5, 5, 5)), std::tuple(all_friends, 0u));
  EXPECT_EQ(kind_and_head(only_triad(-5, -5, -5)), std::tuple(all_enemies, 0u));
  EXPECT_EQ(kind_and_head(only_triad(5, 5, -5)), std::tuple(torn_friend, 0u));
  EXPECT_EQ(kind_and_head(only_triad(5, -5, 5)), std::tuple(torn_friend, 1u));
  EXPECT_EQ(kind_and_head(only_triad(-5, 5, 5)), std::tuple(torn_friend, 2u));
  EXPECT_EQ(kind_and_head(only_triad(-5, -5, 5)), std::tuple(two_against_one, 0u));
  EXPECT_EQ(kind_and_head(only_triad(-5, 5, -5)), std::tuple(two_against_one, 1u));
  EXPECT_EQ(kind_and_head(only_triad(5, -5, -5)), std::tuple(two_against_one, 2u));
}

TEST(Triads, WeighAsMuchAsTheirWeakestTie) {
  Tie weakest;
  weakest.hostile = 2;
  EXPECT_DOUBLE_EQ(only_triad(9, -2, 5).weight, weakest.strength());
}

TEST(Triads, AreSortedUnbalancedAndHeaviestFirst) {
  const auto triads = find_triads(signed_ties(made_up_network(
      5, {{0, 1, 9}, {0, 2, 9}, {1, 2, 9}, {0, 3, 2}, {1, 3, -2}, {2, 3, -5}, {0, 4, 0.1}})));
  ASSERT_EQ(triads.size(), 4u);
  for (size_t i = 1; i < triads.size(); ++i) {
    EXPECT_LE(triads[i - 1].balanced(), triads[i].balanced());
    if (triads[i - 1].balanced() == triads[i].balanced()) {
      EXPECT_GE(triads[i - 1].weight, triads[i].weight);
    }
  }
  EXPECT_FALSE(triads[0].balanced());
  EXPECT_EQ(triads[0].a, 0u);
}

TEST(Triads, AreAllFoundOnceAndMatchASlowCount) {
  Random random(22);
  for (int round = 0; round < 100; ++round) {
    std::vector<MadeUpTie> made_up;
    int sign[12][12] = {};
    for (uint32_t a = 0; a < 12; ++a) {
      for (uint32_t b = a + 1; b < 12; ++b) {
        if (random.below(2) == 0) continue;
        sign[a][b] = sign[b][a] = random.below(2) == 0 ? 1 : -1;
        made_up.push_back({a, b, 3.0 * sign[a][b]});
      }
    }
    size_t count = 0, unbalanced = 0;
    for (int a = 0; a < 12; ++a)
      for (int b = a + 1; b < 12; ++b)
        for (int c = b + 1; c < 12; ++c) {
          const int product = sign[a][b] * sign[b][c] * sign[a][c];
          count += product != 0;
          unbalanced += product < 0;
        }
    const auto triads = find_triads(signed_ties(made_up_network(12, made_up)));
    ASSERT_EQ(triads.size(), count);
    size_t found = 0;
    for (const Triad& triad : triads) {
      found += !triad.balanced();
      ASSERT_LT(triad.b, triad.c);
      const int ab = sign[triad.a][triad.b], ac = sign[triad.a][triad.c],
                bc = sign[triad.b][triad.c];
      if (triad.kind == TriadKind::torn_friend) {
        ASSERT_TRUE(ab == 1 && ac == 1 && bc == -1);
      }
      if (triad.kind == TriadKind::two_against_one) {
        ASSERT_TRUE(ab == -1 && ac == -1 && bc == 1);
      }
    }
    ASSERT_EQ(found, unbalanced);
  }
}

TEST(TriadCensus, CountsWhatAListOfAllTriplesHolds) {
  Random random(31);
  for (int round = 0; round < 200; ++round) {
    const SignedGraph graph =
        random_graph({.actors = 3 + random.below(12), .density = random.unit()}, random);
    std::map<std::pair<uint32_t, uint32_t>, int> sign;
    for (const SignedEdge& edge : graph.edges) sign[{edge.a, edge.b}] = edge.weight > 0 ? 1 : -1;
    std::array<uint64_t, 4> by_hostile{};
    for (uint32_t a = 0; a < graph.actors; ++a)
      for (uint32_t b = a + 1; b < graph.actors; ++b)
        for (uint32_t c = b + 1; c < graph.actors; ++c)
          if (sign.contains({a, b}) && sign.contains({a, c}) && sign.contains({b, c}))
            ++by_hostile[static_cast<size_t>(3 - sign[{a, b}] - sign[{a, c}] - sign[{b, c}]) / 2];
    const TriadCensus census = count_triads(graph);
    ASSERT_EQ(census.all_friends, by_hostile[0]);
    ASSERT_EQ(census.torn_friend, by_hostile[1]);
    ASSERT_EQ(census.two_against_one, by_hostile[2]);
    ASSERT_EQ(census.all_enemies, by_hostile[3]);
  }
}

TEST(TriadCensus, OfNoTriadsIsBalanced) {
  EXPECT_EQ(count_triads({}).strict_balance(), 1);
  EXPECT_EQ(count_triads({3, {{0, 1, -1}, {0, 2, -1}, {1, 2, -1}}}).strict_balance(), 0);
  EXPECT_EQ(count_triads({3, {{0, 1, -1}, {0, 2, -1}, {1, 2, -1}}}).weak_balance(), 1);
}

}  // namespace
}  // namespace entente
