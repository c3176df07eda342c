// Proofs of large networks, checked from the file alone by code that shares nothing with what made
// them: the ties that the cycles take from, and every step that made the network smaller.
#include <gtest/gtest.h>

#include "balance/cycle_bound.h"
#include "balance/known_networks.h"
#include "balance/local_search.h"
#include "balance/packing_verifier.h"
#include "balance/random.h"
#include "balance/reduction_verifier.h"

namespace entente {
namespace {

// Room for the halves that triangles give, and for amounts of cycles rounded down.
constexpr int64_t kScale = 1 << 20;

int64_t cost_of(const SignedGraph& graph, const Sides& side) {
  int64_t cost = 0;
  for (const SignedEdge& edge : graph.edges)
    if ((side.at(edge.a) == side.at(edge.b)) != (edge.weight > 0)) cost += std::abs(edge.weight);
  return cost;
}

void expect_certified(const std::string& name, int64_t frustration) {
  const std::filesystem::path path = kNetworks / (name + ".csv.gz");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  const SignedGraph plain = read_network(path);
  SignedGraph graph = plain;
  for (SignedEdge& edge : graph.edges) edge.weight *= kScale;
  const Reduction reduction = reduce(graph);
  EXPECT_EQ(ReductionVerifier(graph).fault_of(reduction), "");

  const SignedGraph& kernel = reduction.kernel;
  const Adjacency adjacency(kernel);
  Random random(2);
  const Sides side =
      anneal(kernel, adjacency, Sides(kernel.actors, 1), random, {.sweeps = 200, .restarts = 12})
          .side;
  EXPECT_EQ(cost_of(plain, lift(reduction, side, graph.actors)), frustration);

  const int64_t enough = (frustration - 1) * kScale + 1 - reduction.unavoidable;
  const CycleBound bound =
      bound_by_cycles(kernel, adjacency, side, {enough, kScale / 4, 60'000'000'000});
  EXPECT_EQ(fault_of_packing(kernel, bound.packing), "");
  EXPECT_GT(bound.packing.bound + reduction.unavoidable, (frustration - 1) * kScale);
}

TEST(Certificates, OfBitcoinOtcHold) { expect_certified("bitcoin_otc", 1073); }
TEST(Certificates, OfWikiElectionsHold) { expect_certified("wiki_elections", 14903); }
TEST(Certificates, OfWikiRfaHold) { expect_certified("wiki_rfa", 26980); }
// Half a minute: `./dev score certificates` runs it, too.
TEST(Certificates, DISABLED_OfEpinionsHold) { expect_certified("epinions", 50756); }

}  // namespace
}  // namespace entente
