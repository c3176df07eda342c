#include "cli/review.h"

#include <gtest/gtest.h>

#include "cli/gold.h"

namespace entente {
namespace {

Event event(const std::string& id, const std::string& sentence) {
  Event result;
  result.id = id;
  result.document = "d";
  result.sentence = sentence;
  result.source.actor.node = "RUS";
  result.target.actor.node = "GEO";
  return result;
}

void press(Review& review, std::string_view keys) {
  for (const char key : keys) review.press(key);
}

TEST(Review, KeysJudgeAndTakeBack) {
  Review review({event("1", "a"), event("2", "b"), event("3", "c")});
  EXPECT_FALSE(review.press('?'));
  press(review, "ax\b \x7f");
  EXPECT_EQ(review.position(), 1u);
  press(review, "xa");
  EXPECT_TRUE(review.done());
  EXPECT_FALSE(review.press('a'));
  EXPECT_EQ(review.count(Verdict::accepted), 2u);
  EXPECT_EQ(review.count(Verdict::rejected), 1u);
}

TEST(Review, GoldIsReadBackAsJudged) {
  Review review({event("1", "a"), event("2", "b"), event("3", "c")});
  press(review, "ax ");
  EXPECT_EQ(judged_ids(review.gold()), (std::vector<std::string>{"1", "2"}));
  const GoldSet set = read_gold(review.gold(), "gold.jsonl");
  EXPECT_TRUE(set.problems.empty());
  ASSERT_EQ(set.sentences.size(), 2u);
  ASSERT_EQ(set.sentences[0].events.size(), 1u);
  EXPECT_EQ(set.sentences[0].events[0].source, "RUS");
  EXPECT_TRUE(set.sentences[1].events.empty());  // judged wrong: none is there
}

}  // namespace
}  // namespace entente
