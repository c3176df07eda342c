#include "cli/row_scoring.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

Relating relating(EventType type) {
  Relating result;
  result.type = type;
  return result;
}

TEST(RowScoring, ColumnsMayStandInAnyOrder) {
  const std::string tsv =
      "root\tx\tquad\ttarget\tsource\tsentence\nAID\t-\t2\tB\tA\tA helped B.\nshort\n";
  ASSERT_TRUE(is_labelled_table(tsv));
  const LabelledRows rows = read_labelled_rows(tsv, "r.tsv");
  ASSERT_EQ(rows.rows.size(), 1u);
  EXPECT_EQ(rows.rows[0].sentence, "A helped B.");
  EXPECT_EQ(rows.rows[0].root, "AID");
  ASSERT_EQ(rows.problems.size(), 1u);
  EXPECT_EQ(rows.problems[0].where, "r.tsv:3");
  EXPECT_FALSE(is_labelled_table("sentence\tsource\ttarget\n"));
}

TEST(RowScoring, ConcedeAndRetreatAreOneClassOfQuadTwo) {
  EXPECT_EQ(row_root(EventType::concede), "YIELD");
  EXPECT_EQ(row_root(EventType::retreat), "YIELD");
  EXPECT_EQ(row_quad(EventType::concede), "2");
  EXPECT_EQ(row_quad(EventType::sanction), "4");
  EXPECT_EQ(row_root(EventType::aid), "AID");
}

TEST(RowScoring, MacroF1CountsEachClassOfGoldAlike) {
  RowScore score;
  add(score, {"", "", "", "2", "AID"}, relating(EventType::aid));
  add(score, {"", "", "", "2", "AID"}, relating(EventType::aid));
  add(score, {"", "", "", "3", "ACCUSE"}, relating(EventType::reject));
  add(score, {"", "", "", "2", "YIELD"}, std::nullopt);
  EXPECT_DOUBLE_EQ(macro_f1(score.root), 1.0 / 3);
  // Quad 2: two of three found, none wrong: F1 0.8; quad 3 right.
  EXPECT_DOUBLE_EQ(macro_f1(score.quad), 0.9);
  EXPECT_EQ(score.unanswered, 1u);
  EXPECT_NE(score_text(score).find("macro-F1"), std::string::npos);
}

}  // namespace

}  // namespace entente
