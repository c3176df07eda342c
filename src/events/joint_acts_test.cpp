#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

Event event(const char* source, EventType type, const char* target) {
  Event made;
  made.document = "d";
  made.source.actor.code = made.source.actor.node = source;
  made.target.actor.code = made.target.actor.node = target;
  const auto place = static_cast<uint32_t>(source[0]);  // each source is named by itself
  made.source.range = {place, place + 1};
  made.type = type;
  made.deed = {10, 15};
  made.confidence = 0.9;
  return made;
}

TEST(JointActs, WhoStrikesTheSameThirdAgrees) {
  const auto joint =
      joint_acts({event("USA", EventType::assault, "C"), event("GBR", EventType::assault, "C")});
  ASSERT_EQ(joint.size(), 1u);
  EXPECT_EQ(joint[0].source.actor.node, "USA");
  EXPECT_EQ(joint[0].target.actor.node, "GBR");
  EXPECT_EQ(joint[0].type, EventType::agree);
  EXPECT_TRUE(joint[0].mutual);
  EXPECT_LT(joint[0].confidence, 0.9);
  EXPECT_NE(joint[0].id, "");
}

TEST(JointActs, OtherTargetsDeedsStatusesAndKindActsTieNobody) {
  using enum EventType;
  EXPECT_TRUE(joint_acts({event("A", assault, "C"), event("B", assault, "D")}).empty());
  EXPECT_TRUE(joint_acts({event("A", aid, "C"), event("B", aid, "C")}).empty());
  Event other = event("B", assault, "C");
  other.deed = {30, 35};
  EXPECT_TRUE(joint_acts({event("A", assault, "C"), other}).empty());
  other = event("B", assault, "C");
  other.status = EventStatus::denied;
  EXPECT_TRUE(joint_acts({event("A", assault, "C"), other}).empty());
}

TEST(JointActs, OneNameForSeveralTiesNobody) {
  Event first = event("A", EventType::accuse, "C"), second = event("B", EventType::accuse, "C");
  second.source.range = first.source.range;  // "their ministers"
  EXPECT_TRUE(joint_acts({first, second}).empty());
}

TEST(JointActs, ALongListTiesNobody) {
  using enum EventType;
  EXPECT_TRUE(joint_acts({event("A", coerce, "X"), event("B", coerce, "X"), event("C", coerce, "X"),
                          event("D", coerce, "X"), event("E", coerce, "X")})
                  .empty());
}

TEST(JointActs, OnceASentenceForEachPair) {
  using enum EventType;
  const std::vector<Event> three = {event("A", sanction, "D"), event("B", sanction, "D"),
                                    event("C", sanction, "D")};
  EXPECT_EQ(joint_acts(three).size(), 3u);
  std::vector<Event> twice = three;
  twice.insert(twice.end(), three.begin(), three.end());
  EXPECT_EQ(joint_acts(twice).size(), 3u);
}

}  // namespace
}  // namespace entente
