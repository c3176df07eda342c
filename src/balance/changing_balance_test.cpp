#include "balance/changing_balance.h"

#include <gtest/gtest.h>

#include "balance/packing_verifier.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

// "" or what is wrong: the state against the graph as it should be, and the certificate against
// the graph alone.
std::string fault_of(const ChangingBalance& balance) {
  const SignedGraph graph = balance.graph();
  if (frustration_of(graph, balance.side()) != balance.value()) return "a false value";
  if (balance.lower_bound() > balance.value()) return "a bound above the value";
  const ChangingBalance::Certificate certificate = balance.certificate();
  SignedGraph scaled = graph;
  for (SignedEdge& edge : scaled.edges) edge.weight *= certificate.scale;
  CyclePacking packing(scaled);
  for (size_t i = 0; i < certificate.cycles.size(); ++i)
    packing.add(certificate.cycles[i], certificate.amounts[i]);
  const int64_t packed = (packing.bound + certificate.scale - 1) / certificate.scale;
  if (packed != balance.packed_bound()) return "a false packed bound";
  return fault_of_packing(scaled, packing);
}

SignedGraph planted(uint32_t actors, double density, int64_t weight_max, Random& random) {
  SignedGraph graph = random_graph(
      {.actors = actors, .density = density, .hostile_share = 0.15, .weight_max = weight_max},
      random);
  for (SignedEdge& edge : graph.edges)
    if (edge.a % 2 != edge.b % 2) edge.weight = -edge.weight;
  return graph;
}

struct Change {
  uint32_t a, b;
  int64_t weight;
};
Change random_change(uint32_t actors, int64_t weight_max, Random& random) {
  const uint32_t a = random.below(actors);
  const uint32_t b = (a + 1 + random.below(actors - 1)) % actors;
  const auto most = static_cast<uint32_t>(2 * weight_max + 1);
  return {a, b, static_cast<int64_t>(random.below(most)) - weight_max};
}

TEST(ChangingBalance, StaysTrueOverThousandsOfChanges) {
  for (const int64_t weight_max : {1, 20}) {
    Random random(static_cast<uint64_t>(weight_max));
    ChangingBalance balance(planted(40, 0.2, weight_max, random));
    ASSERT_EQ(fault_of(balance), "");
    EXPECT_TRUE(balance.proven());
    for (int i = 0; i < 2000; ++i) {
      const Change change = random_change(40, weight_max, random);
      balance.set_tie(change.a, change.b, change.weight);
      ASSERT_EQ(balance.tie(change.b, change.a), change.weight);
      ASSERT_EQ(fault_of(balance), "") << "after change " << i;
    }
  }
}

// Against the exact search: the bound, the packed part and the part carried along, never lies
// above the optimum, and the camps are seldom far from it.
TEST(ChangingBalance, BoundsTheOptimumAndStaysNearIt) {
  Random random(11);
  SignedGraph graph = planted(14, 0.5, 3, random);
  ChangingBalance balance(graph);
  int exact = 0;
  constexpr int kChanges = 600;
  for (int i = 0; i < kChanges; ++i) {
    const Change change = random_change(14, 3, random);
    balance.set_tie(change.a, change.b, change.weight);
    const int64_t least = minimum_frustration(balance.graph()).value;
    ASSERT_LE(balance.lower_bound(), least) << i;
    ASSERT_GE(balance.value(), least) << i;
    exact += balance.value() == least ? 1 : 0;
  }
  EXPECT_GT(exact, kChanges * 3 / 4);
}

TEST(ChangingBalance, FollowsTheOneChangeThatTurnsACamp) {
  // 0 and 1 against 2 and 3; 4 is held by 0 alone.
  ChangingBalance balance({5, {{0, 1, 3}, {2, 3, 3}, {0, 2, -3}, {1, 3, -3}, {0, 4, 1}}});
  EXPECT_TRUE(balance.proven());
  EXPECT_EQ(balance.value(), 0);
  EXPECT_EQ(balance.side()[4], balance.side()[0]);
  balance.set_tie(4, 3, 2);
  EXPECT_EQ(balance.value(), 1);
  EXPECT_TRUE(balance.proven());
  EXPECT_EQ(balance.side()[4], balance.side()[3]);
  balance.set_tie(0, 4, 0);
  EXPECT_EQ(balance.value(), 0);
  EXPECT_EQ(balance.graph().edges.size(), 5u);
  EXPECT_EQ(balance.tie(0, 4), 0);
}

TEST(ChangingBalance, ACopyIsTriedAndTheOriginalStays) {
  Random random(3);
  const ChangingBalance original(planted(30, 0.3, 1, random));
  ChangingBalance tried = original;
  for (int i = 0; i < 20; ++i) {
    const Change change = random_change(30, 1, random);
    tried.set_tie(change.a, change.b, change.weight);
  }
  EXPECT_EQ(fault_of(original), "");
  EXPECT_TRUE(original.proven());
  EXPECT_EQ(fault_of(tried), "");
}

TEST(ChangingBalance, SearchAnewClosesTheGapThatChangesOpened) {
  Random random(8);
  ChangingBalance balance(planted(40, 0.25, 1, random));
  for (int i = 0; i < 300; ++i) {
    const Change change = random_change(40, 1, random);
    balance.set_tie(change.a, change.b, change.weight);
  }
  const Frustration fresh = minimum_frustration(balance.graph());
  balance.search_anew({});
  EXPECT_EQ(fault_of(balance), "");
  EXPECT_EQ(balance.value(), fresh.value);
  EXPECT_GE(balance.lower_bound(), fresh.lower_bound);
}

TEST(ChangingBalance, StartsFromNothing) {
  ChangingBalance balance({4, {}});
  balance.set_tie(0, 1, -1);
  balance.set_tie(1, 2, -1);
  balance.set_tie(0, 2, -1);
  EXPECT_EQ(balance.value(), 1);
  EXPECT_TRUE(balance.proven());
  balance.set_tie(0, 3, 0);
  EXPECT_EQ(fault_of(balance), "");
}

}  // namespace
}  // namespace entente
