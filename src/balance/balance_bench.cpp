// How long the exact search and the whole balance of a network take. Networks are planted camps
// with some ties of the wrong sign, as news give them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "balance/balance.h"
#include "balance/optimum.h"
#include "balance/random_graph.h"
#include "balance/triads.h"

namespace entente {
namespace {

SignedGraph planted(uint32_t actors, double ties_each, double noise, int64_t weight_max) {
  Random random(actors);
  SignedGraph graph = random_graph({.actors = actors,
                                    .density = ties_each / (actors - 1),
                                    .hostile_share = noise,
                                    .weight_max = weight_max},
                                   random);
  for (SignedEdge& edge : graph.edges)
    if (edge.a % 2 != edge.b % 2) edge.weight = -edge.weight;
  return graph;
}

Network network_of(const SignedGraph& graph) {
  Network network;
  for (uint32_t i = 0; i < graph.actors; ++i) network.actors.push_back({std::to_string(i), 0});
  for (const SignedEdge& edge : graph.edges) {
    Tie tie;
    tie.first = edge.a;
    tie.second = edge.b;
    (edge.weight > 0 ? tie.friendly : tie.hostile) = static_cast<double>(std::abs(edge.weight));
    network.ties.push_back(tie);
  }
  return network;
}

void BM_Frustration(benchmark::State& state) {
  const SignedGraph graph = planted(static_cast<uint32_t>(state.range(0)), 8,
                                    static_cast<double>(state.range(1)) / 100, state.range(2));
  bool proven = false;
  for (auto _ : state) proven = minimum_frustration(graph).proven();
  state.counters["proven"] = proven ? 1 : 0;
}
BENCHMARK(BM_Frustration)
    ->ArgNames({"actors", "noise%", "weight"})
    ->ArgsProduct({{20, 60, 120, 240}, {5, 15}, {1, 1000}})
    ->Unit(benchmark::kMillisecond);

void BM_MeasureBalance(benchmark::State& state) {
  const Network network = network_of(planted(static_cast<uint32_t>(state.range(0)), 8, 0.15, 20));
  for (auto _ : state) benchmark::DoNotOptimize(measure_balance(network));
}
BENCHMARK(BM_MeasureBalance)->Arg(20)->Arg(60)->Arg(200)->Unit(benchmark::kMillisecond);

// One changed tie in a network of 1,000 actors and 20,000 ties: new camps and a bound that holds.
void BM_ChangedTie(benchmark::State& state) {
  const SignedGraph graph =
      planted(1000, 40, static_cast<double>(state.range(0)) / 100, state.range(1));
  ChangingBalance balance(graph, {.work_max = 2'000'000'000});
  const double before = static_cast<double>(balance.value() - balance.lower_bound());
  Random random(1);
  for (auto _ : state) {
    const uint32_t a = random.below(1000), b = (a + 1 + random.below(999)) % 1000;
    const bool friends = (a % 2 == b % 2) != (random.below(100) < state.range(0));
    const auto weight =
        1 + static_cast<int64_t>(random.below(static_cast<uint32_t>(state.range(1))));
    balance.set_tie(a, b, balance.tie(a, b) != 0 ? 0 : friends ? weight : -weight);
  }
  state.counters["value"] = static_cast<double>(balance.value());
  state.counters["gap_before"] = before;
  state.counters["gap"] = static_cast<double>(balance.value() - balance.lower_bound());
}
BENCHMARK(BM_ChangedTie)
    ->ArgNames({"noise%", "weight"})
    ->ArgsProduct({{5, 15}, {1, 1000}})
    ->Iterations(2000)
    ->Unit(benchmark::kMicrosecond);

void BM_WeakCamps(benchmark::State& state) {
  const SignedGraph graph = planted(static_cast<uint32_t>(state.range(0)), 12, 0.1, 1);
  WeakCamps camps;
  for (auto _ : state) camps = minimum_disagreement(graph);
  state.counters["camps"] = 1 + *std::max_element(camps.camp.begin(), camps.camp.end());
  state.counters["value"] = static_cast<double>(camps.value);
  state.counters["bound"] = static_cast<double>(camps.lower_bound);
}
BENCHMARK(BM_WeakCamps)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

void BM_TriadCensus(benchmark::State& state) {
  const SignedGraph graph = planted(20'000, 40, 0.15, 1);
  for (auto _ : state) benchmark::DoNotOptimize(count_triads(graph));
}
BENCHMARK(BM_TriadCensus)->Unit(benchmark::kMillisecond);

void BM_Triads(benchmark::State& state) {
  const SignedTies ties = signed_ties(network_of(planted(2000, 40, 0.15, 20)));
  for (auto _ : state) benchmark::DoNotOptimize(find_triads(ties));
}
BENCHMARK(BM_Triads)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
