#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

std::string fault(const std::string& line) {
  const auto read = read_gold_json(line);
  return read ? "" : read.error();
}

TEST(GoldJson, ReadsTheShortForm) {
  const auto read =
      read_gold_json(R"({"sentence":"s","source":"RUS","target":{"code":"GEO"},"type":"THREATEN",)"
                     R"("status":"planned","said_by":["Reuters"],"published":"2021-06-30"})");
  ASSERT_TRUE(read);
  const GoldLine& line = read.value();
  EXPECT_EQ(line.event.source.actor.node, "RUS");
  EXPECT_EQ(line.event.target.actor.node, "GEO");
  EXPECT_EQ(line.event.type, EventType::threaten);
  EXPECT_EQ(line.event.status, EventStatus::planned);
  EXPECT_EQ(line.event.said_by[0].name, "Reuters");
  EXPECT_EQ(line.published, (Date{2021, 6, 30}));
  EXPECT_TRUE(line.accepted);
}

TEST(GoldJson, ReadsWhatItWrites) {
  Event event;
  event.id = "7";
  event.sentence = "s";
  event.source.actor.node = "A";
  event.target.actor.node = "B";
  event.type = EventType::aid;
  const auto read = read_gold_json(judged_event_json(event, false));
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().event.id, "7");
  EXPECT_EQ(read.value().event.type, EventType::aid);
  EXPECT_FALSE(read.value().accepted);
}

TEST(GoldJson, NoTypeIsNoEvent) {
  const auto read = read_gold_json(R"({"sentence":"It rained.","type":null})");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read.value().none);
}

TEST(GoldJson, TellsWhatIsWrong) {
  EXPECT_NE(fault("[1"), "");
  EXPECT_NE(fault(R"({"type":"AID"})").find("sentence"), std::string::npos);
  const std::string start = R"({"sentence":"s","source":"A","target":"B",)";
  EXPECT_NE(fault(start + R"("type":"HUG"})").find("HUG"), std::string::npos);
  EXPECT_NE(fault(start + R"("type":"AID","status":"maybe"})").find("maybe"), std::string::npos);
  EXPECT_NE(fault(start + R"("type":"AID","mode":"allege"})").find("allege"), std::string::npos);
  EXPECT_NE(fault(R"({"sentence":"s","source":"A","type":"AID"})").find("target"),
            std::string::npos);
}

}  // namespace
}  // namespace entente
