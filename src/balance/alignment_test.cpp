#include <gtest/gtest.h>

#include "balance/random_graph.h"

namespace entente {
namespace {

struct Made {
  std::vector<Split> splits;
  uint32_t parts = 2;  // components of each
};

Made random_splits(uint32_t moments, uint32_t actors, Random& random) {
  Made made;
  for (uint32_t moment = 0; moment < moments; ++moment) {
    Split split;
    for (uint32_t actor = 0; actor < actors; ++actor) {
      split.component.push_back(random.below(made.parts));
      split.side.push_back(static_cast<int8_t>(static_cast<int>(random.below(3)) - 1));
    }
    made.splits.push_back(split);
  }
  return made;
}

uint64_t changes_of(const std::vector<Split>& splits) {
  uint64_t changes = 0;
  for (size_t actor = 0; actor < splits[0].side.size(); ++actor) {
    int8_t last = 0;
    for (const Split& split : splits) {
      if (split.side[actor] == 0) continue;
      changes += last != 0 && last != split.side[actor];
      last = split.side[actor];
    }
  }
  return changes;
}

uint64_t agreement(const std::vector<Split>& splits, const Sides& reference) {
  uint64_t agreeing = 0;
  for (const Split& split : splits)
    for (size_t actor = 0; actor < reference.size(); ++actor)
      agreeing += split.side[actor] * reference[actor] > 0;
  return agreeing;
}

std::vector<Split> turned(const Made& made, uint32_t mask) {
  std::vector<Split> splits = made.splits;
  for (uint32_t moment = 0; moment < splits.size(); ++moment)
    for (size_t actor = 0; actor < splits[moment].side.size(); ++actor)
      if ((mask >> (moment * made.parts + splits[moment].component[actor]) & 1) != 0)
        splits[moment].side[actor] = static_cast<int8_t>(-splits[moment].side[actor]);
  return splits;
}

TEST(Alignment, LeavesTheFewestChangesOfAllTurns) {
  Random random(41);
  for (int round = 0; round < 150; ++round) {
    const Made made = random_splits(2 + random.below(4), 3 + random.below(5), random);
    Sides reference;
    for (size_t i = 0; i < made.splits[0].side.size(); ++i)
      reference.push_back(static_cast<int8_t>(static_cast<int>(random.below(3)) - 1));
    uint64_t least = UINT64_MAX, most_agreeing = 0;
    for (uint32_t mask = 0; mask < 1u << (made.parts * made.splits.size()); ++mask) {
      const std::vector<Split> all = turned(made, mask);
      const uint64_t changes = changes_of(all);
      if (changes > least) continue;
      const uint64_t agreeing = agreement(all, reference);
      most_agreeing = changes < least ? agreeing : std::max(most_agreeing, agreeing);
      least = changes;
    }
    std::vector<Split> aligned = made.splits;
    const Alignment alignment = align(aligned, reference);
    ASSERT_EQ(alignment.changes, least) << round;
    ASSERT_EQ(changes_of(aligned), least) << round;
    ASSERT_EQ(agreement(aligned, reference), most_agreeing) << round;
    ASSERT_TRUE(alignment.proven);
  }
}

TEST(Alignment, OfNothing) {
  std::vector<Split> none;
  EXPECT_EQ(align(none).changes, 0u);
  std::vector<Split> empty(3);
  EXPECT_EQ(align(empty).changes, 0u);
}

}  // namespace
}  // namespace entente
