#include <gtest/gtest.h>

#include "ties/made_up_event.h"

namespace entente {
namespace {

using enum EventType;

uint32_t count(const Tally& tally, EventType type) {
  return tally.counts[static_cast<size_t>(type)];
}

TEST(Tally, SumsOnePairAndMonth) {
  const std::vector<Tally> tallies = tally({
      dated(made_up_event("A", support, "B"), {2021, 6, 2}),
      dated(made_up_event("A", accuse, "B"), {2021, 6, 28}),
      dated(made_up_event("A", accuse, "B"), {2021, 7, 1}),
  });
  ASSERT_EQ(tallies.size(), 2u);
  EXPECT_EQ(tallies[0].month, (Date{2021, 6, 1}));
  EXPECT_EQ(count(tallies[0], support), 1u);
  EXPECT_EQ(count(tallies[0], accuse), 1u);
  EXPECT_DOUBLE_EQ(tallies[0].friendly, 5);
  EXPECT_DOUBLE_EQ(tallies[0].hostile, 3);
  EXPECT_EQ(tallies[1].month, (Date{2021, 7, 1}));
  EXPECT_DOUBLE_EQ(tallies[1].hostile, 3);
}

TEST(Tally, CountsEventsOfEveryStatus) {
  const std::vector<Tally> tallies =
      tally({with_status(made_up_event("A", assault, "B"), EventStatus::denied)});
  ASSERT_EQ(tallies.size(), 1u);
  EXPECT_EQ(count(tallies[0], assault), 1u);
  EXPECT_EQ(tallies[0].hostile, 0);
}

TEST(Tally, IsSortedWhateverTheOrderOfEvents) {
  const Event ab = dated(made_up_event("A", support, "B"), {2021, 6, 2});
  const Event ba = dated(made_up_event("B", accuse, "A"), {2020, 6, 2});
  const Event ac = made_up_event("A", aid, "C");
  EXPECT_EQ(tally({ab, ba, ac}), tally({ac, ba, ab}));
  const std::vector<Tally> tallies = tally({ba, ac, ab});
  ASSERT_EQ(tallies.size(), 3u);
  EXPECT_EQ(tallies[0].target, "B");
  EXPECT_EQ(tallies[1].target, "C");
  EXPECT_EQ(tallies[2].source, "B");
}

TEST(Tally, MutualEventsStandInBothDirections) {
  const std::vector<Tally> tallies = tally({mutually(made_up_event("B", agree, "A"))});
  ASSERT_EQ(tallies.size(), 2u);
  EXPECT_EQ(tallies[0].source, "A");
  EXPECT_EQ(tallies[1].source, "B");
  EXPECT_EQ(tallies[0].friendly, tallies[1].friendly);
  EXPECT_EQ(tallies[0].mutual, 1u);
  EXPECT_EQ(tallies[1].mutual, 1u);
}

TEST(Tally, LeavesOutDeedsTowardOneself) {
  EXPECT_TRUE(tally({made_up_event("A", accuse, "A"), made_up_event("", accuse, "A")}).empty());
}

TEST(Tally, PerspectivesAreTheOutermostOrInnermostSpeaker) {
  const std::vector<Event> events = {
      said_by(made_up_event("A", accuse, "B"), {"Gazette", "minister"}),
      said_by(made_up_event("A", accuse, "B"), {"Courier"}),
      made_up_event("A", accuse, "B"),
  };
  const std::vector<Tally> outlets = tally(events, {.perspective = Perspective::outlet});
  ASSERT_EQ(outlets.size(), 2u);
  EXPECT_EQ(outlets[0].perspective, "Courier");
  EXPECT_EQ(outlets[1].perspective, "Gazette");
  const std::vector<Tally> speakers = tally(events, {.perspective = Perspective::speaker});
  ASSERT_EQ(speakers.size(), 2u);
  EXPECT_EQ(speakers[1].perspective, "minister");
  EXPECT_EQ(tally(events).size(), 1u);
}

TEST(EventsBetween, ArePickedInEitherDirectionAndNewestLast) {
  const std::vector<Event> events = {
      dated(made_up_event("A", accuse, "B"), {2021, 7, 1}),
      dated(made_up_event("A", accuse, "C"), {2021, 5, 1}),
      dated(made_up_event("B", support, "A"), {2021, 6, 1}),
      made_up_event("B", aid, "A"),
  };
  const std::vector<Event> between = events_between(events, "B", "A");
  ASSERT_EQ(between.size(), 3u);
  EXPECT_EQ(between[0].type, aid);
  EXPECT_EQ(between[1].type, support);
  EXPECT_EQ(between[2].type, accuse);
  EXPECT_EQ(events_between(events, "A", "B").size(), 3u);
}

}  // namespace
}  // namespace entente
