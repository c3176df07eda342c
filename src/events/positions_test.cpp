#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

Event event(const std::string& source, const std::string& issue, Stand stand, int day = 1) {
  Event result;
  result.document = source + std::to_string(day);
  result.source.actor.node = source;
  result.target.actor.node = "X";
  result.issue = issue;
  result.stand = stand;
  const Date date = {2021, 6, static_cast<uint8_t>(day)};
  result.date = {{date, date, DatePrecision::day}, DateBasis::explicit_};
  return result;
}

TEST(Positions, OneARowWithItsDaysAndEvents) {
  const auto positions = find_positions({event("UZB", "bases", Stand::against, 9),
                                         event("UZB", "bases", Stand::against, 2),
                                         event("USA", "bases", Stand::for_, 3)});
  ASSERT_EQ(positions.size(), 2u);
  EXPECT_EQ(positions[0].node, "USA");
  EXPECT_EQ(positions[0].stand, Stand::for_);
  EXPECT_EQ(positions[1].stand, Stand::against);
  EXPECT_EQ(positions[1].from, (Date{2021, 6, 2}));
  EXPECT_EQ(positions[1].to, (Date{2021, 6, 9}));
  EXPECT_EQ(positions[1].events, (std::vector<size_t>{1, 0}));
}

TEST(Positions, BothSidesAreMixedAndOneStrayIsNot) {
  std::vector<Event> events = {event("UZB", "bases", Stand::against, 1),
                               event("UZB", "bases", Stand::for_, 2)};
  EXPECT_EQ(find_positions(events)[0].stand, Stand::mixed);
  for (int day = 3; day < 9; ++day) events.push_back(event("UZB", "bases", Stand::against, day));
  EXPECT_EQ(find_positions(events)[0].stand, Stand::against);
}

TEST(Positions, ConditionsAlone) {
  EXPECT_EQ(find_positions({event("UZB", "bases", Stand::conditional)})[0].stand,
            Stand::conditional);
  EXPECT_TRUE(find_positions({event("UZB", "bases", Stand::none)}).empty());
  EXPECT_TRUE(find_positions({event("UZB", "", Stand::for_)}).empty());
}

TEST(Issues, AreMinedFromTopicsThatSeveralDeedsShare) {
  std::vector<Event> events = {event("UKR", "", Stand::against, 1),
                               event("RUS", "", Stand::for_, 2), event("USA", "", Stand::for_, 3)};
  events[0].topic = "gas transit fee";
  events[1].topic = "transit fee";
  events[2].topic = "moon rock";
  EXPECT_EQ(mine_issues(events), (std::vector<std::string>{"transit fee", "transit fee", ""}));
  events[1].issue = "energy";  // the given list goes first
  EXPECT_EQ(mine_issues(events)[1], "energy");
}

}  // namespace
}  // namespace entente
