// Is a network more balanced than chance? The null models keep who has a tie with whom and how
// heavy it is, and deal out the signs anew: absent ties stay absent, since nothing is known of
// them, and heavy ties stay heavy. Either only the number of hostile ties stays (Leskovec,
// Huttenlocher and Kleinberg 2010; Aref and Wilson 2019), or each actor keeps its numbers of
// friends and enemies on the average: then the chance that a tie is friendly is
// x y / (1 + x y) of its ends' fitnesses x and y, the model of greatest entropy (Gallo,
// Garlaschelli, Lambiotte, Saracco and Squartini 2024), fitted by coordinate ascent.
// Tested in null_model_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "balance/local_search.h"

namespace entente {

namespace {

// The number of hostile ties stays (Fisher and Yates).
void deal_out(SignedGraph& graph, Random& random) {
  for (auto left = static_cast<uint32_t>(graph.edges.size()); left > 1; --left) {
    int64_t& last = graph.edges[left - 1].weight;
    int64_t& other = graph.edges[random.below(left)].weight;
    if ((last < 0) == (other < 0)) continue;
    last = -last;
    other = -other;
  }
}

// The chance of each tie to be friendly such that actors have as many friends as in `graph`.
std::vector<double> friendly_chances(const SignedGraph& graph) {
  constexpr int kRounds = 200;
  constexpr double kMost = 15;  // |log fitness|, of those with friends only or enemies only
  const Adjacency adjacency(graph);
  std::vector<double> fitness(graph.actors);  // logarithms
  std::vector<double> friends(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    if (edge.weight < 0) continue;
    ++friends[edge.a];
    ++friends[edge.b];
  }
  const auto chance = [&](uint32_t a, uint32_t b) {
    return 1 / (1 + std::exp(-fitness[a] - fitness[b]));
  };
  double farthest = 1;
  for (int round = 0; round < kRounds && farthest > 1e-4; ++round) {
    farthest = 0;
    for (uint32_t actor = 0; actor < graph.actors; ++actor) {
      double expected = 0, slope = 1e-9;
      for (const Adjacency::Arc& arc : adjacency.of(actor)) {
        const double p = chance(actor, arc.actor);
        expected += p;
        slope += p * (1 - p);
      }
      const double step = std::clamp((friends[actor] - expected) / slope, -1.0, 1.0);
      const double before = fitness[actor];
      fitness[actor] = std::clamp(before + step, -kMost, kMost);
      farthest = std::max(farthest, std::fabs(fitness[actor] - before));
    }
  }
  std::vector<double> chances;
  for (const SignedEdge& edge : graph.edges) chances.push_back(chance(edge.a, edge.b));
  return chances;
}

void draw(SignedGraph& graph, const std::vector<double>& friendly, Random& random) {
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const int64_t size = std::abs(graph.edges[i].weight);
    graph.edges[i].weight = random.unit() < friendly[i] ? size : -size;
  }
}

double good_frustration(const SignedGraph& graph, Random& random, const NullModelOptions& options) {
  const Adjacency adjacency(graph);
  const Sides start(graph.actors, 1);
  return static_cast<double>(frustration_of(
      graph,
      anneal(graph, adjacency, start, random, {.sweeps = 60, .restarts = 3, .stop = options.stop})
          .side));
}

// Where `observed` stands among the samples; `sign` 1 where more is more balanced, else -1.
Chance place(double observed, const std::vector<double>& samples, int sign) {
  Chance chance{observed};
  if (samples.empty()) return chance;
  double sum = 0, squares = 0;
  size_t as_balanced = 0;
  for (const double sample : samples) {
    sum += sample;
    as_balanced += sign * sample >= sign * observed;
  }
  const auto count = static_cast<double>(samples.size());
  chance.mean = sum / count;
  for (const double sample : samples) squares += (sample - chance.mean) * (sample - chance.mean);
  chance.deviation = std::sqrt(squares / std::max(1.0, count - 1));
  // The network itself counts as one more sample, so that no p is 0 (Davison and Hinkley 1997).
  chance.p = (static_cast<double>(as_balanced) + 1) / (count + 1);
  return chance;
}

}  // namespace

NullModel compare_with_chance(const SignedGraph& graph, const NullModelOptions& options) {
  SignedGraph drawn = simplify(graph).graph;
  Random random(options.seed);
  // The network is measured by the same search as the samples, or the better search would look
  // like balance.
  const double frustration = good_frustration(drawn, random, options);
  const double triads = count_triads(drawn).strict_balance();
  const bool kept = options.signs == NullSigns::degrees_kept;
  const std::vector<double> friendly = kept ? friendly_chances(drawn) : std::vector<double>();
  std::vector<double> frustrations, balanced;
  while (frustrations.size() < options.samples && !(options.stop && *options.stop)) {
    kept ? draw(drawn, friendly, random) : deal_out(drawn, random);
    const double sample = good_frustration(drawn, random, options);
    if (options.stop && *options.stop) break;  // cut short, it would look worse than it is
    frustrations.push_back(sample);
    balanced.push_back(count_triads(drawn).strict_balance());
  }
  NullModel model;
  model.samples = static_cast<uint32_t>(frustrations.size());
  model.frustration = place(frustration, frustrations, -1);
  model.balanced_triads = place(triads, balanced, 1);
  return model;
}

}  // namespace entente
