// Checks the certificate of a lower bound from the graph alone, for tests: it shares no code with
// what made it.
#pragma once

#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "balance/cycle_packing.h"

namespace entente {

// A cycle: connected, each actor on two of its edges, and an odd number of hostile ones.
// "" or what is wrong.
inline std::string fault_of_cycle(const SignedGraph& graph, const Cycle& cycle) {
  if (cycle.size() < 3) return "a cycle of fewer than three edges";
  if (std::set<uint32_t>(cycle.begin(), cycle.end()).size() != cycle.size()) return "an edge twice";
  std::map<uint32_t, std::vector<uint32_t>> at;
  int hostile = 0;
  for (const uint32_t e : cycle) {
    at[graph.edges.at(e).a].push_back(graph.edges[e].b);
    at[graph.edges[e].b].push_back(graph.edges[e].a);
    hostile += graph.edges[e].weight < 0;
  }
  if (hostile % 2 != 1) return "a balanced cycle";
  if (at.size() != cycle.size()) return "not a simple cycle";
  uint32_t actor = graph.edges[cycle[0]].a, before = UINT32_MAX;
  size_t steps = 0;
  do {
    if (at[actor].size() != 2) return "an actor on other than two edges";
    const uint32_t next = at[actor][0] == before ? at[actor][1] : at[actor][0];
    before = actor;
    actor = next;
    ++steps;
  } while (actor != graph.edges[cycle[0]].a && steps <= cycle.size());
  return steps == cycle.size() ? "" : "not connected";
}

inline std::string fault_of_packing(const SignedGraph& graph, const CyclePacking& packing) {
  std::vector<int64_t> given(graph.edges.size());
  int64_t sum = 0;
  for (const PackedCycle& cycle : packing.cycles) {
    if (const std::string fault = fault_of_cycle(graph, cycle.edges); !fault.empty()) return fault;
    if (cycle.amount <= 0) return "an amount that is not positive";
    sum += cycle.amount;
    for (const uint32_t e : cycle.edges) given[e] += cycle.amount;
  }
  if (sum != packing.bound) return "amounts that do not sum up to the bound";
  for (size_t e = 0; e < given.size(); ++e) {
    if (given[e] > std::abs(graph.edges[e].weight)) return "an overdrawn edge";
    if (packing.residual[e] != std::abs(graph.edges[e].weight) - given[e])
      return "a false residual";
  }
  return "";
}

}  // namespace entente
