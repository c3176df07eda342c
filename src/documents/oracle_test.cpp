#include "documents/oracle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace entente {
namespace {

constexpr Move kMoves[] = {Move::shift, Move::left, Move::right};

// The most gold arcs that any run from `state` to the end can have.
int reachable(const ParserState& state, const GoldTree& gold) {
  if (state.finished()) {
    int right = 0;
    for (int i = 0; i < state.size(); ++i) {
      right += state.node(i).head == gold.heads[static_cast<size_t>(i)];
    }
    return right;
  }
  int best = -1;
  for (const Move move : kMoves) {
    if (!state.allows(move)) continue;
    ParserState next = state;
    next.apply({move, Relation::dep});
    best = std::max(best, reachable(next, gold));
  }
  return best;
}

bool is_tree(const std::vector<int>& heads) {
  const int size = static_cast<int>(heads.size());
  if (std::count(heads.begin(), heads.end(), size) != 1) return false;
  for (int i = 0; i < size; ++i) {
    int at = i, steps = 0;
    while (at != size && ++steps <= size) at = heads[static_cast<size_t>(at)];
    if (at != size) return false;
  }
  return true;
}

GoldTree tree_of(const std::vector<int>& heads) {
  return gold_tree(heads, std::vector<Relation>(heads.size(), Relation::dep));
}

std::vector<int> random_projective_tree(std::mt19937& random, size_t size) {
  while (true) {
    std::vector<int> heads(size);
    for (int& head : heads) head = static_cast<int>(random() % (size + 1));
    if (is_tree(heads) && tree_of(heads).heads == heads) return heads;
  }
}

// Compares `cost` with exhaustive search in every state that any run reaches.
void expect_exact_costs(const ParserState& state, const GoldTree& gold) {
  if (state.finished()) return;
  const int best = reachable(state, gold);
  bool some_is_free = false;
  for (const Move move : kMoves) {
    if (!state.allows(move)) continue;
    ParserState next = state;
    next.apply({move, Relation::dep});
    ASSERT_EQ(cost(state, gold, move), best - reachable(next, gold));
    some_is_free |= cost(state, gold, move) == 0;
    expect_exact_costs(next, gold);
  }
  ASSERT_TRUE(some_is_free);
}

TEST(Oracle, CostsAreThoseOfExhaustiveSearch) {
  std::mt19937 random(3);
  for (const size_t size : {1u, 2u, 3u, 4u, 5u}) {
    for (int round = 0; round < 12; ++round) {
      const GoldTree gold = tree_of(random_projective_tree(random, size));
      ParserState state(static_cast<int>(size));
      expect_exact_costs(state, gold);
    }
  }
}

TEST(Oracle, FreeMovesLeadToTheTree) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const GoldTree gold = tree_of(random_projective_tree(random, 1 + random() % 7));
    ParserState state(static_cast<int>(gold.heads.size()));
    while (!state.finished()) {
      std::vector<Move> free;
      for (const Move move : kMoves) {
        if (state.allows(move) && cost(state, gold, move) == 0) free.push_back(move);
      }
      ASSERT_FALSE(free.empty());
      state.apply({free[random() % free.size()], Relation::dep});
    }
    for (int i = 0; i < state.size(); ++i) {
      EXPECT_EQ(state.node(i).head, gold.heads[static_cast<size_t>(i)]);
    }
  }
}

TEST(Oracle, LiftsCrossingArcs) {
  // 0 <- 2, 1 <- root, 3 <- 0: the arcs 2-0 and 0-3 cross 1's arc to the root.
  const GoldTree gold = tree_of({2, 4, 1, 0});
  EXPECT_TRUE(is_tree(gold.heads));
  EXPECT_EQ(tree_of(gold.heads).heads, gold.heads);
  EXPECT_NE(gold.heads, (std::vector<int>{2, 4, 1, 0}));
}

}  // namespace
}  // namespace entente
