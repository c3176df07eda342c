#include "cli/scoring.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

Event found(EventType type, const std::string& source, const std::string& target,
            bool mutual = false, EventStatus status = EventStatus::happened) {
  Event event;
  event.type = type;
  event.source.actor.node = source;
  event.target.actor.node = target;
  event.mutual = mutual;
  event.status = status;
  event.rule = "test";
  return event;
}

GoldSentence gold(const std::string& events) {
  const GoldSet set = read_gold("A sentence.\n" + events, "g");
  EXPECT_TRUE(set.problems.empty());
  return set.sentences.at(0);
}

TEST(Scoring, RightMissingAndWrongEvents) {
  EventScore score;
  add(score, gold("  AID happened USA -> UKR\n  ACCUSE happened RUS -> USA\n"),
      {found(EventType::aid, "USA", "UKR"), found(EventType::reject, "RUS", "USA"),
       found(EventType::aid, "CHN", "PAK")});
  EXPECT_EQ(score.all.gold, 2u);
  EXPECT_EQ(score.all.found, 3u);
  EXPECT_EQ(score.all.right, 1u);
  EXPECT_DOUBLE_EQ(score.all.precision(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.all.recall(), 0.5);
  EXPECT_DOUBLE_EQ(score.all.f1(), 0.4);
  EXPECT_EQ(score.by_type[static_cast<size_t>(EventType::aid)].right, 1u);
  // ACCUSE and REJECT toward the same side have the same sign.
  EXPECT_EQ(score.pairs_with_sign.right, 2u);
  EXPECT_EQ(score.type.right, 1u);
  EXPECT_EQ(score.type.of, 2u);
}

TEST(Scoring, DirectionMattersUnlessTheEventIsMutual) {
  EventScore directed, mutual;
  add(directed, gold("  AID happened USA -> UKR\n"), {found(EventType::aid, "UKR", "USA")});
  add(mutual, gold("  CONSULT happened USA <-> UKR\n"),
      {found(EventType::consult, "UKR", "USA", true)});
  EXPECT_EQ(directed.all.right, 0u);
  EXPECT_EQ(mutual.all.right, 1u);
  EXPECT_EQ(mutual.mutual.right, 1u);
}

TEST(Scoring, StatusIsCountedApart) {
  EventScore score;
  add(score, gold("  AID planned USA -> UKR\n"), {found(EventType::aid, "USA", "UKR")});
  EXPECT_EQ(score.all.right, 1u);
  EXPECT_EQ(score.with_status.right, 0u);
  EXPECT_EQ(score.status.right, 0u);
}

TEST(Scoring, OneFoundEventAnswersOneGoldEvent) {
  EventScore score;
  add(score, gold("  AID happened USA -> UKR\n  AID happened USA -> UKR\n"),
      {found(EventType::aid, "USA", "UKR")});
  EXPECT_EQ(score.all.right, 1u);
  EXPECT_EQ(score.pairs_with_sign.right, 1u);
}

TEST(Scoring, SilentSentences) {
  EventScore score;
  add(score, gold("  none\n"), {});
  add(score, gold("  none\n"), {found(EventType::aid, "A", "B"), found(EventType::aid, "B", "A")});
  EXPECT_EQ(score.silent.right, 1u);
  EXPECT_EQ(score.silent.of, 2u);
  EXPECT_EQ(score.false_events, 2u);
}

TEST(Scoring, SpeakersAreComparedByTheirNames) {
  Event event = found(EventType::aid, "USA", "UKR");
  event.said_by = {{"The Daily", {}}, {"the ministry in Kyiv", {}}};
  EventScore score;
  add(score, gold("  AID happened USA -> UKR | said_by: ministry in Kyiv\n"), {event});
  EXPECT_EQ(score.said_by.right, 1u);
}

TEST(Scoring, MissesNameWhatIsMissingAndWrong) {
  const std::string text =
      misses_text(gold("  AID happened USA -> UKR\n"), {found(EventType::reject, "RUS", "USA")});
  EXPECT_NE(text.find("missing AID happened USA -> UKR"), std::string::npos);
  EXPECT_NE(text.find("wrong   REJECT happened RUS -> USA (test)"), std::string::npos);
  EXPECT_EQ(misses_text(gold("  AID happened USA -> UKR\n"), {found(EventType::aid, "USA", "UKR")}),
            "");
}

TEST(Scoring, AnEmptyScoreHasNoDivisionByZero) {
  const std::string text = score_text(EventScore{});
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_EQ(text.find("inf"), std::string::npos);
}

}  // namespace

}  // namespace entente
