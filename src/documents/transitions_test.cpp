#include "documents/transitions.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

TEST(Transitions, IndexesAreInverse) {
  for (int i = 0; i < kTransitions; ++i) EXPECT_EQ(index_of(transition_of(i)), i);
}

TEST(Transitions, EveryRunMakesATreeWithOneRoot) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    const int size = 1 + static_cast<int>(random() % 12);
    ParserState state(size);
    int steps = 0;
    while (!state.finished()) {
      const Move move = static_cast<Move>(random() % 3);
      if (!state.allows(move)) continue;
      state.apply({move, Relation::dep});
      ++steps;
    }
    EXPECT_EQ(steps, 2 * size);
    int roots = 0;
    for (int i = 0; i < size; ++i) {
      roots += state.node(i).head == state.root();
      int at = i, climbs = 0;
      while (at != state.root() && ++climbs <= size) at = state.node(at).head;
      EXPECT_EQ(at, state.root());
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST(Transitions, TracksOutermostDependents) {
  ParserState state(3);  // 0 and 1 become dependents of 2
  state.apply({Move::shift, {}});
  state.apply({Move::shift, {}});
  state.apply({Move::left, Relation::amod});
  state.apply({Move::left, Relation::det});
  EXPECT_EQ(state.node(2).left1, 0);
  EXPECT_EQ(state.node(2).left2, 1);
  EXPECT_EQ(state.node(2).left_count, 2);
  EXPECT_EQ(state.node(0).relation, Relation::det);
}

}  // namespace
}  // namespace entente
