// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): what a move loses.
#pragma once

#include <vector>

#include "documents/transitions.h"

namespace entente {

// A tree that training aims at. The head of the root word is the number of words.
struct GoldTree {
  std::vector<int> heads;
  std::vector<Relation> relations;
  std::vector<std::vector<int>> dependents;  // of each word and of the root
};

// `heads` as in GoldTree. Makes the tree projective by lifting arcs towards the root (Nivre and
// Nilsson 2005, without marking the lifts).
GoldTree gold_tree(std::vector<int> heads, std::vector<Relation> relations);

// The number of gold arcs that `move`, which the state must allow, puts out of reach. Exact for
// projective trees.
int cost(const ParserState& state, const GoldTree& gold, Move move);

}  // namespace entente
