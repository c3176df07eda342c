#include "balance/weak_camps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "balance/packing_verifier.h"
#include "balance/price_bound.h"
#include "balance/random_graph.h"

namespace entente {
namespace {

// Tries all partitions into at most `camps_max` camps.
int64_t least_by_trial(const SignedGraph& graph, uint32_t camps_max, Labels labels = {}) {
  if (labels.size() == graph.actors) return disagreement_of(graph, labels);
  const uint32_t used = labels.empty() ? 0 : 1 + *std::max_element(labels.begin(), labels.end());
  int64_t least = INT64_MAX;
  labels.push_back(0);
  for (labels.back() = 0; labels.back() < std::min(used + 1, camps_max); ++labels.back())
    least = std::min(least, least_by_trial(graph, camps_max, labels));
  return least;
}

Labels alone(uint32_t actors) {
  Labels labels(actors);
  std::iota(labels.begin(), labels.end(), 0u);
  return labels;
}

TEST(WeakCamps, AreTheBestOfAllPartitions) {
  Random random(41);
  for (int round = 0; round < 300; ++round) {
    const SignedGraph graph = random_graph({.actors = 1 + random.below(7),
                                            .density = random.unit(),
                                            .hostile_share = random.unit(),
                                            .weight_max = 1 + random.below(4)},
                                           random);
    for (const uint32_t camps : {1u, 2u, 3u, UINT32_MAX}) {
      const WeakCamps found = minimum_disagreement(graph, {.camps_max = camps});
      ASSERT_EQ(found.value, least_by_trial(graph, camps));
      ASSERT_TRUE(found.proven());
      ASSERT_EQ(found.value, disagreement_of(graph, found.camp));
      for (const uint32_t camp : found.camp) ASSERT_LT(camp, std::min(camps, graph.actors));
    }
  }
}

TEST(WeakCamps, OfTwoCostWhatTheFrustrationIndexSays) {
  Random random(42);
  for (int round = 0; round < 100; ++round) {
    const SignedGraph graph = random_graph({.actors = 11, .density = 0.5}, random);
    ASSERT_EQ(minimum_disagreement(graph, {.camps_max = 2}).value,
              minimum_frustration(graph).value);
  }
}

TEST(WeakCamps, SearchFindsWhatEnumerationDoes) {
  Random random(43);
  int found = 0;
  for (int round = 0; round < 60; ++round) {
    const SignedGraph graph = random_graph({.actors = 12, .density = 0.7}, random);
    const uint32_t most = round % 2 == 0 ? UINT32_MAX : 3;
    const Labels start = most == 3 ? Labels(12, 0) : alone(12);
    const Labels labels = search_weak_camps(graph, start, random, {.camps_max = most}).labels;
    ASSERT_LE(disagreement_of(graph, labels), disagreement_of(graph, start));
    if (most == 3) {
      ASSERT_LT(*std::max_element(labels.begin(), labels.end()), 3u);
    }
    found +=
        disagreement_of(graph, labels) == disagreement_of(graph, enumerate_weak_camps(graph, most));
  }
  EXPECT_GE(found, 55);
}

TEST(WeakCamps, BoundsAreTruePackingsOfCyclesWithOneHostileEdge) {
  Random random(44);
  int64_t sum = 0, sum_of_least = 0;
  for (int round = 0; round < 60; ++round) {
    SignedGraph graph =
        random_graph({.actors = 11, .density = 0.5, .hostile_share = 0.4, .weight_max = 3}, random);
    for (SignedEdge& edge : graph.edges) edge.weight *= 1 << 16;
    const Labels labels = round % 3 == 0 ? Labels(11, 0) : enumerate_weak_camps(graph, UINT32_MAX);
    const Adjacency adjacency(graph);
    CycleSearch search(graph, adjacency, labels);
    CycleBoundOptions options;
    options.work_max = 20'000'000;
    CycleBound bound{CyclePacking(graph), {}, 0};
    bound_by_prices(graph, search, options, bound);
    ASSERT_EQ(fault_of_packing(graph, bound.packing), "");
    for (const PackedCycle& cycle : bound.packing.cycles) {
      const auto hostile = std::ranges::count_if(
          cycle.edges, [&](uint32_t edge) { return graph.edges[edge].weight < 0; });
      ASSERT_EQ(hostile, 1);
    }
    const int64_t least = disagreement_of(graph, enumerate_weak_camps(graph, UINT32_MAX));
    ASSERT_LE(bound.packing.bound, least);
    if (round % 3 == 0) continue;
    sum += bound.packing.bound;
    sum_of_least += least;
  }
  EXPECT_GT(10 * sum, 9 * sum_of_least);
}

TEST(WeakCamps, OfPlantedCampsAreFoundAndProven) {
  Random random(45);
  SignedGraph graph = random_graph({.actors = 120, .density = 0.2, .hostile_share = 0.04}, random);
  int64_t planted = 0;
  for (SignedEdge& edge : graph.edges) {
    planted += edge.weight < 0;
    if (edge.a % 4 != edge.b % 4) edge.weight = -edge.weight;
  }
  const WeakCamps found = minimum_disagreement(graph, {.work_max = 500'000'000});
  EXPECT_LE(found.value, planted);
  EXPECT_TRUE(found.proven()) << found.value << ' ' << found.lower_bound;
  std::vector<int> sizes(graph.actors);
  for (const uint32_t camp : found.camp) ++sizes[camp];
  EXPECT_EQ(std::ranges::count_if(sizes, [](int size) { return size > 20; }), 4);
}

}  // namespace
}  // namespace entente
