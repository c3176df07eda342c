#include "cli/role_scoring.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(RoleScoring, ReadsWordsAndTagsAndNamesBadLines) {
  const std::string bytes =
      "The B-S\ntroops I-S\nleft O\nKenya B-T\n\nKenya B-R\nand O\nUganda B-R\nbroken\n";
  EXPECT_TRUE(is_role_table(bytes));
  EXPECT_FALSE(is_role_table("sentence\tsource\n"));
  const RoleRows rows = read_role_rows(bytes, "r.conll");
  ASSERT_EQ(rows.sentences.size(), 2u);
  EXPECT_EQ(rows.sentences[0].text, "The troops left Kenya");
  ASSERT_EQ(rows.sentences[0].spans.size(), 2u);
  EXPECT_EQ(rows.sentences[0].spans[0].range, (Range{0, 10}));
  ASSERT_EQ(rows.problems.size(), 1u);
  EXPECT_EQ(rows.problems[0].where, "r.conll:9");
}

TEST(RoleScoring, CountsOverlapOnceAndReciprocalSpansForBothRoles) {
  RoleSentence gold{"Kenya and Uganda met", {{'R', {0, 5}}, {'R', {10, 16}}}};
  RoleScore score;
  add(score, gold, {{'S', {0, 5}}, {'S', {0, 3}}, {'T', {10, 16}}, {'T', {17, 20}}});
  EXPECT_EQ(score.source.gold, 2u);
  EXPECT_EQ(score.source.found, 2u);
  EXPECT_EQ(score.source.right, 1u);
  EXPECT_EQ(score.target.right, 1u);
  EXPECT_DOUBLE_EQ(score.target.f1(), 50.0);
  EXPECT_NE(score_text(score).find("F1  50.0"), std::string::npos) << score_text(score);
}

TEST(RoleScoring, TheProgramsEventsGiveSpans) {
  const Knowledge knowledge;
  const RoleSentence gold{"Russia warned Georgia on Monday .", {{'S', {0, 6}}, {'T', {14, 21}}}};
  RoleScore score;
  add(score, gold, roles_of(gold, knowledge));
  EXPECT_EQ(score.source.right, 1u);
  EXPECT_EQ(score.target.right, 1u);
}

}  // namespace
}  // namespace entente
