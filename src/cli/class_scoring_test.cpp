#include "cli/class_scoring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::HasSubstr;

TEST(ClassScoring, KnowsItsTablesByTheirContent) {
  EXPECT_TRUE(is_classed_table("sentence\tquad\nA hit B.\t4\n"));
  EXPECT_FALSE(is_classed_table("sentence\tsource\ttarget\tquad\troot\n"));
  EXPECT_TRUE(is_directed_table("[Ana] thanked [Bo].\tAna\tBo\t1\n"));
  EXPECT_FALSE(is_directed_table("Ana thanked Bo.\tAna\tBo\t1\n"));
  EXPECT_FALSE(is_directed_table("[2023-02-20] Ankara thanked Athens.\n  SUPPORT happened\n"));
}

TEST(ClassScoring, ReadsClassedSentencesAndNamesRowsThatAreNone) {
  const auto set = read_classed_sentences("sentence\tquad\nA hit B.\t4\nOdd\t7\nNo cell\n", "f");
  ASSERT_EQ(set.rows.size(), 1u);
  EXPECT_EQ(set.rows[0].label, 4u);
  ASSERT_EQ(set.problems.size(), 2u);
  EXPECT_EQ(set.problems[0].where, "f:3");
}

TEST(ClassScoring, TakesEntitiesFromTheirBrackets) {
  const auto set = read_directed_rows(
      "In [Bern], [Ana]\u2019s aide mocked [Bo] of [Bern].\tBo\tAna\t4\nNone.\tA\tB\t1\n", "f");
  ASSERT_EQ(set.rows.size(), 1u);
  const DirectedRow& row = set.rows[0];
  EXPECT_EQ(row.sentence, "In Bern, Ana\u2019s aide mocked Bo of Bern.");
  EXPECT_EQ(slice(row.sentence, row.first), "Bo");
  EXPECT_EQ(slice(row.sentence, row.second), "Ana");
  ASSERT_EQ(set.problems.size(), 1u);
  EXPECT_EQ(set.problems[0].where, "f:2");
}

TEST(ClassScoring, MacroF1LeavesOutClassesThatGoldHasNot) {
  ClassScore score;
  add(score, 0, 0);
  add(score, 0, 4);  // half of 'none' is given another class
  add(score, 4, 4);
  EXPECT_NEAR(macro_f1(score), (2.0 / 3 + 2.0 / 3) / 2, 1e-9);
  EXPECT_THAT(score_text(score, {"none", "a", "b", "c", "d"}), HasSubstr("50.0"));
}

TEST(ClassScoring, SanctionsAreVerbalConflictInThisScheme) {
  Event sanction, visit;
  sanction.type = EventType::sanction;
  sanction.confidence = 0.8;
  visit.type = EventType::consult;
  visit.confidence = 0.9;
  visit.status = EventStatus::planned;
  EXPECT_EQ(class_of({visit, sanction}), 3u);  // what happened goes before what is planned
  EXPECT_EQ(class_of(std::vector<Event>{}), 0u);
}

TEST(ClassScoring, DirectionIsThatOfTheSurerDeed) {
  Relating praise, blow, nearby;
  praise.type = EventType::support;
  praise.confidence = 0.9;
  blow.type = EventType::assault;
  blow.confidence = 0.8;
  nearby = blow;
  nearby.confidence = 0.4;
  EXPECT_EQ(direction_of(praise, blow), 1u);
  EXPECT_EQ(direction_of(nearby, blow), 4u);
  EXPECT_EQ(direction_of(std::nullopt, nearby), 0u);
}

}  // namespace
}  // namespace entente
