#include <gtest/gtest.h>

#include "events/events.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

Document condemnation() {
  return tree({{"Farmers", "farmer", "NOUN", "NNS", 2, "nsubj"},
               {"condemned", "condemn", "VERB", "VBD", 0, "root"},
               {"the", "the", "DET", "DT", 4, "det"},
               {"board", "board", "NOUN", "NN", 2, "obj"}});
}

TEST(Relate, NeedsNoKnownActors) {
  const auto found = relate(condemnation(), {0, 7}, {18, 27}, embedded_deed_lexicon());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->type, EventType::accuse);
  EXPECT_EQ(found->rule, "condemn");
  EXPECT_GT(found->confidence, 0.5);
}

TEST(Relate, FallsBackToTheNearestDeedWithLessConfidence) {
  const auto found = relate(condemnation(), {18, 27}, {0, 7}, embedded_deed_lexicon());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->type, EventType::accuse);
  EXPECT_LT(found->confidence, 0.5);
}

TEST(Relate, FindsNothingWithoutADeedOrAPhrase) {
  const Document quiet = tree({{"Farmers", "farmer", "NOUN", "NNS", 2, "nsubj"},
                               {"slept", "sleep", "VERB", "VBD", 0, "root"}});
  EXPECT_FALSE(relate(quiet, {0, 7}, {8, 13}, embedded_deed_lexicon()));
  EXPECT_FALSE(relate(condemnation(), {0, 7}, {500, 510}, embedded_deed_lexicon()));
}

}  // namespace
}  // namespace entente
