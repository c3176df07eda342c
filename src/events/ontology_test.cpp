#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

TEST(Ontology, NamesAndTypesAreInverse) {
  for (int i = 0; i < kEventTypes; ++i) {
    const auto type = static_cast<EventType>(i);
    EXPECT_EQ(event_type_from(to_string(type)), type);
  }
  EXPECT_EQ(event_type_from("assault"), EventType::assault);
  EXPECT_FALSE(event_type_from("YIELD"));
}

TEST(Ontology, SignFollowsTheQuadSaveForRequests) {
  for (int i = 0; i < kEventTypes; ++i) {
    const auto type = static_cast<EventType>(i);
    const int expected = type == EventType::request ? 0 : quad(type) <= 2 ? 1 : -1;
    EXPECT_EQ(sign(type, ""), expected) << to_string(type);
  }
}

TEST(Ontology, ModesHaveTheirOwnScores) {
  EXPECT_DOUBLE_EQ(intensity(EventType::retreat, "disarm"), 10);
  EXPECT_DOUBLE_EQ(intensity(EventType::retreat, ""), 6.5);
  EXPECT_DOUBLE_EQ(intensity(EventType::accuse, ""), -3);
  EXPECT_TRUE(is_mode_of(EventType::coerce, "arrest"));
  EXPECT_FALSE(is_mode_of(EventType::consult, "arrest"));
}

TEST(Ontology, StatusNamesAreInverse) {
  for (int i = 0; i < 5; ++i) {
    const auto status = static_cast<EventStatus>(i);
    EXPECT_EQ(event_status_from(to_string(status)), status);
  }
}

}  // namespace
}  // namespace entente
