// Blocks (biconnected parts) of a signed graph. Every cycle lies in one block, so the optimum of a
// graph is the sum over its blocks, whose solutions are turned to agree in the actors they share.
// The algorithm is Hopcroft and Tarjan's (1973), without recursion. Tested in blocks_test.cpp.
#pragma once

#include <vector>

#include "balance/signed_graph.h"

namespace entente {

struct Block {
  SignedGraph graph;
  std::vector<uint32_t> actors;  // of the block, as numbered in the whole graph; ascending
};

// Every edge lies in exactly one block; actors without an edge in none. A bridge is a block of two.
std::vector<Block> find_blocks(const SignedGraph& graph);

// One side for each actor of the whole graph from those in the blocks, in the same order.
Sides join_sides(const std::vector<Block>& blocks, const std::vector<Sides>& sides,
                 uint32_t actors);

}  // namespace entente
