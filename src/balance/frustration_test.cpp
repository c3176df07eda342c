#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "balance/known_networks.h"
#include "balance/optimum.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

// Independent of the code under test but for the graph type.
int64_t cost_of(const SignedGraph& graph, const std::vector<int8_t>& side) {
  int64_t cost = 0;
  for (const SignedEdge& edge : graph.edges) {
    EXPECT_EQ(std::abs(side.at(edge.a)), 1);
    EXPECT_EQ(std::abs(side.at(edge.b)), 1);
    const bool together = side.at(edge.a) == side.at(edge.b);
    if (together && edge.weight < 0) cost -= edge.weight;
    if (!together && edge.weight > 0) cost += edge.weight;
  }
  return cost;
}

void expect_solved(const SignedGraph& graph, int64_t least) {
  const Frustration found = minimum_frustration(graph);
  ASSERT_EQ(found.value, least);
  ASSERT_EQ(cost_of(graph, found.side), least);
  ASSERT_EQ(found.lower_bound, least);
}

SignedGraph graph_of_code(uint32_t actors, uint32_t code) {
  SignedGraph graph{actors, {}};
  for (uint32_t a = 0; a < actors; ++a) {
    for (uint32_t b = a + 1; b < actors; ++b, code /= 3)
      if (code % 3 != 0) graph.edges.push_back({a, b, code % 3 == 1 ? 1 : -1});
  }
  return graph;
}

TEST(Frustration, OfAllGraphsOfUpToFiveActors) {
  constexpr std::array<uint32_t, 6> kGraphs = {1, 1, 3, 27, 729, 59049};
  for (uint32_t actors = 0; actors <= 5; ++actors) {
    for (uint32_t code = 0; code < kGraphs[actors]; ++code) {
      const SignedGraph graph = graph_of_code(actors, code);
      ASSERT_NO_FATAL_FAILURE(expect_solved(graph, brute_force(graph))) << actors << ' ' << code;
    }
  }
}

TEST(Frustration, OfRandomGraphsOfUpToFourteenActors) {
  Random random(7);
  for (int round = 0; round < 4000; ++round) {
    const SignedGraph graph =
        random_graph({.actors = 2 + random.below(round % 8 == 0 ? 13 : 9),
                      .density = 0.2 + 0.8 * random.unit(),
                      .hostile_share = random.unit(),
                      .weight_max = std::array{1, 2, 10, 1000000}[random.below(4)]},
                     random);
    ASSERT_NO_FATAL_FAILURE(expect_solved(graph, brute_force(graph))) << round;
  }
}

TEST(Frustration, OfMultigraphsWithLoopsAndContradictions) {
  Random random(3);
  for (int round = 0; round < 1000; ++round) {
    SignedGraph graph{1 + random.below(7), {}};
    for (uint32_t edges = random.below(25); edges > 0; --edges)
      graph.edges.push_back({random.below(graph.actors), random.below(graph.actors),
                             static_cast<int64_t>(random.below(9)) - 4});
    ASSERT_NO_FATAL_FAILURE(expect_solved(graph, brute_force(graph))) << round;
  }
}

TEST(Frustration, OfBalancedNetworksIsNone) {
  Random random(11);
  for (int round = 0; round < 100; ++round) {
    SignedGraph graph = random_graph({.actors = 60, .density = 0.2, .weight_max = 50}, random);
    std::vector<int8_t> side;
    for (uint32_t i = 0; i < graph.actors; ++i) side.push_back(random.below(2) == 0 ? 1 : -1);
    for (SignedEdge& edge : graph.edges)
      edge.weight = std::abs(edge.weight) * side[edge.a] * side[edge.b];
    ASSERT_NO_FATAL_FAILURE(expect_solved(graph, 0));
  }
}

// Frustration does not change where some actors' ties all change their signs.
TEST(Frustration, DoesNotChangeByRelabellingAndSwitching) {
  Random random(5);
  for (int round = 0; round < 40; ++round) {
    const SignedGraph graph = random_graph(
        {.actors = 40, .density = 0.12, .hostile_share = 0.4, .weight_max = 9}, random);
    const Frustration before = minimum_frustration(graph);
    EXPECT_TRUE(before.proven());
    SignedGraph switched = graph;
    const uint32_t turned = random.below(graph.actors);
    for (SignedEdge& edge : switched.edges) {
      if ((edge.a < turned) != (edge.b < turned)) edge.weight = -edge.weight;
      edge.a = graph.actors - 1 - edge.a;
      edge.b = graph.actors - 1 - edge.b;
    }
    const Frustration after = minimum_frustration(switched);
    EXPECT_EQ(before.value, after.value);
    EXPECT_TRUE(after.proven());
  }
}

TEST(Frustration, WithoutBoundsTheSidesAreGoodAndNothingIsProven) {
  Random random(8);
  for (int i = 0; i < 20; ++i) {
    const SignedGraph graph = random_graph({.actors = 12, .density = 0.5}, random);
    const Frustration best = minimum_frustration(graph);
    const Frustration quick = minimum_frustration(graph, {.bounded = false});
    EXPECT_EQ(quick.value, cost_of(graph, quick.side));
    EXPECT_GE(quick.value, best.value);
    EXPECT_LE(quick.value, best.value + best.value / 4);
    EXPECT_LE(quick.lower_bound, best.value);
  }
}

TEST(Frustration, IsTheSameForTheSameSeedAndForOthers) {
  Random random(9);
  const SignedGraph graph =
      random_graph({.actors = 60, .density = 0.1, .hostile_share = 0.3, .weight_max = 5}, random);
  const Frustration once = minimum_frustration(graph, {.seed = 4});
  const Frustration twice = minimum_frustration(graph, {.seed = 4});
  EXPECT_EQ(once.side, twice.side);
  EXPECT_EQ(once.value, minimum_frustration(graph, {.seed = 5}).value);
}

TEST(Frustration, BoundsHoldWhereTheSearchIsCutShort) {
  Random random(13);
  for (int round = 0; round < 300; ++round) {
    const SignedGraph graph = random_graph(
        {.actors = 14, .density = 0.7, .hostile_share = 0.5, .weight_max = 30}, random);
    const int64_t least = brute_force(graph);
    for (const uint64_t work : {0, 1000, 100000}) {
      const Frustration found = minimum_frustration(graph, {.branchings_max = 1, .work_max = work});
      ASSERT_LE(found.lower_bound, least);
      ASSERT_GE(found.value, least);
      ASSERT_EQ(found.value, cost_of(graph, found.side));
    }
  }
}

TEST(Frustration, GivesItsBestWhenStopped) {
  Random random(14);
  const SignedGraph graph = random_graph({.actors = 14, .density = 0.7, .weight_max = 30}, random);
  const std::atomic<bool> stop = true;
  const Frustration found = minimum_frustration(graph, {.stop = &stop});
  EXPECT_LE(found.lower_bound, brute_force(graph));
  EXPECT_EQ(found.value, cost_of(graph, found.side));
}

TEST(Optimum, ACutoffEndsTheSearchButNotTheTruth) {
  Random random(17);
  for (int round = 0; round < 500; ++round) {
    const SignedGraph graph =
        random_graph({.actors = 10, .density = 0.6, .hostile_share = 0.5, .weight_max = 3}, random);
    const int64_t least = brute_force(graph);
    for (const int64_t cutoff : {least - 1, least, least + 1}) {
      const Optimum found = find_optimum(graph, {.limits = {}, .cutoff = cutoff});
      ASSERT_LE(found.lower, least);
      ASSERT_GE(found.lower, std::min(cutoff, least));
      ASSERT_GE(found.value, least);
      if (cutoff > least) {
        ASSERT_EQ(found.value, least);
      }
    }
  }
}

TEST(Optimum, FirmPairsAreSoInAllOptima) {
  Random random(19);
  uint32_t firm = 0;
  for (int round = 0; round < 1500; ++round) {
    const SignedGraph graph = random_graph({.actors = 2 + random.below(9),
                                            .density = 0.5,
                                            .hostile_share = 0.4,
                                            .weight_max = 1 + random.below(4)},
                                           random);
    const Optimum found = find_optimum(graph, {});
    const Frustration same = minimum_frustration(graph);
    for (const auto& [a, b] : found.firm) {
      ASSERT_EQ(same.firm[a], same.firm[b]);
      SignedGraph forced = graph;
      const int64_t weight = total_weight(graph) + 1;
      forced.edges.push_back({a, b, found.side[a] == found.side[b] ? -weight : weight});
      ASSERT_GT(brute_force(forced), found.value) << round << ": " << a << ' ' << b;
      ++firm;
    }
  }
  EXPECT_GT(firm, 2000u);
}

double report(const std::string& name, const SignedGraph& graph, const Frustration& found,
              std::chrono::steady_clock::time_point begin) {
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::printf("%-20s n %6u  m %7zu  frustration %6lld  bound %6lld  %9.2f ms\n", name.c_str(),
              graph.actors, graph.edges.size(), static_cast<long long>(found.value),
              static_cast<long long>(found.lower_bound), took.count());
  return took.count();
}

Frustration solve_timed(const std::string& name, const SignedGraph& graph) {
  const auto begin = std::chrono::steady_clock::now();
  const Frustration found = minimum_frustration(graph);
  report(name, graph, found, begin);
  return found;
}

TEST(KnownNetworks, SmallOnesReachTheirFrustrationAndAreProven) {
  if (!std::filesystem::exists(kNetworks)) GTEST_SKIP() << "no " << kNetworks;
  const std::map<std::string, int64_t> known = {
      {"highland_tribes", 7}, {"monastery", 34}, {"us_congress", 18}};
  for (const auto& [name, frustration] : known) {
    const SignedGraph graph = read_network(kNetworks / (name + ".csv.gz"));
    const Frustration found = solve_timed(name, graph);
    EXPECT_EQ(found.value, frustration) << name;
    EXPECT_TRUE(found.proven()) << name;
    EXPECT_EQ(cost_of(graph, found.side), frustration) << name;
  }
}

TEST(KnownNetworks, OnlineCommunitiesReachTheirFrustrationAndAreProven) {
  if (!std::filesystem::exists(kNetworks)) GTEST_SKIP() << "no " << kNetworks;
  const std::map<std::string, int64_t> known = {
      {"bitcoin_alpha", 720}, {"bitcoin_otc", 1073}, {"wiki_elections", 14903}};
  for (const auto& [name, frustration] : known) {
    const SignedGraph graph = read_network(kNetworks / (name + ".csv.gz"));
    const Frustration found = solve_timed(name, graph);
    EXPECT_EQ(found.value, frustration) << name;
    EXPECT_EQ(found.lower_bound, frustration) << name;
    EXPECT_EQ(cost_of(graph, found.side), frustration) << name;
  }
}

TEST(KnownNetworks, AllStateNetworksAreProven) {
  const std::filesystem::path folder = kNetworks / "states_1946_1979";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const SignedGraph graph = read_network(entry.path());
    const Frustration found = solve_timed(entry.path().stem(), graph);
    EXPECT_TRUE(found.proven()) << entry.path();
    EXPECT_EQ(cost_of(graph, found.side), found.value) << entry.path();
    ++count;
  }
  EXPECT_EQ(count, 31);
}

}  // namespace
}  // namespace entente
