// Signed graphs inside the balance stage: folding, adjacency, and what a pair of camps costs.
// All costs are exact integers. Tested in signed_graph_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "balance/balance.h"

namespace entente {

using Sides = std::vector<int8_t>;  // +1 or -1 an actor

// The weight of the edges that `side` frustrates: friends apart, enemies together.
int64_t frustration_of(const SignedGraph& graph, const Sides& side);
int64_t total_weight(const SignedGraph& graph);

// Where an actor goes when a graph is folded: onto `actor`, on its side or opposite it.
struct Place {
  uint32_t actor = 0;
  int8_t sign = 1;
};

// For all sides: frustration of the unfolded graph = unavoidable + frustration of `graph`.
struct Folded {
  SignedGraph graph;  // simple: no loops, no parallel edges, no weight 0; sorted, a < b
  int64_t unavoidable = 0;
};
Folded fold(const SignedGraph& graph, const std::vector<Place>& places, uint32_t actors);
Folded simplify(const SignedGraph& graph);
// Each actor of the graph on the side that its place says.
Sides unfold(const std::vector<Place>& places, const Sides& side);

// Places that put `moved` onto `kept` and close the gap in the numbering.
std::vector<Place> merging(uint32_t actors, uint32_t kept, uint32_t moved, int8_t sign);

// Component of each actor, numbered by its least actor.
std::vector<uint32_t> components(const SignedGraph& graph);

// Compressed sparse rows of a graph that must outlive it.
class Adjacency {
 public:
  struct Arc {
    uint32_t actor;
    uint32_t edge;
  };
  explicit Adjacency(const SignedGraph& graph);
  std::span<const Arc> of(uint32_t actor) const {
    return {arcs_.data() + start_[actor], arcs_.data() + start_[actor + 1]};
  }

 private:
  std::vector<uint32_t> start_;
  std::vector<Arc> arcs_;
};

}  // namespace entente
