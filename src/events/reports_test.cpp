#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

Event report(const std::string& document, const std::string& sentence, Date day,
             EventType type = EventType::accuse) {
  Event event;
  event.document = document;
  event.sentence = sentence;
  event.type = type;
  event.source.actor.node = "RUS";
  event.target.actor.node = "UKR";
  event.source.range = {0, 6};  // "Moscow accused Kiev"
  event.deed = {7, 14};
  event.target.range = {15, 19};
  event.date = {{day, day, DatePrecision::day}, DateBasis::publication};
  event.confidence = 0.5;
  return event;
}

const std::string kBridge = "Moscow accused Kiev of an attack on the Kerch bridge at dawn.";
const std::string kBridgeAgain = "Moscow accused Kiev of attacking the Kerch bridge.";
const std::string kGrain = "Moscow accused Kiev of hiding warships behind grain convoys.";

TEST(Reports, CopiesAndRetellingsAreOneDeed) {
  const std::vector<Event> events = {
      report("a", kBridge, {2023, 7, 18}), report("b", kBridge, {2023, 7, 17}),
      report("c", kBridgeAgain, {2023, 7, 18}), report("d", kGrain, {2023, 7, 18})};
  std::vector<Article> articles(2);
  articles[0].id = "a";
  articles[0].published = Date{2023, 7, 18};
  articles[1].id = "b";
  articles[1].published = Date{2023, 7, 17};
  const std::vector<Reports> groups = group_reports(events, articles);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0], (Reports{1, 0, 2}));  // "b" is a day older
  EXPECT_EQ(groups[1], Reports{3});
  EXPECT_EQ(told_once(events, articles).size(), 2u);
}

TEST(Reports, OtherDaysAndOtherDeedsAreOthers) {
  const std::vector<Event> events = {report("a", kBridge, {2023, 7, 18}),
                                     report("b", kBridge, {2023, 10, 9}),
                                     report("c", kBridge, {2023, 7, 18}, EventType::threaten)};
  EXPECT_EQ(group_reports(events, {}).size(), 3u);
}

TEST(Reports, ADenialIsAReportThatDiffers) {
  std::vector<Event> events = {report("a", kBridge, {2023, 7, 18}),
                               report("b", kBridge, {2023, 7, 18})};
  events[1].status = EventStatus::denied;
  events[1].confidence = 0.9;
  ASSERT_EQ(group_reports(events, {}).size(), 1u);
  EXPECT_EQ(told_once(events, {})[0].document, "a");
  events.push_back(events[1]);  // most deny it
  EXPECT_EQ(told_once(events, {})[0].status, EventStatus::denied);
}

TEST(Reports, TheSurestReportStandsForTheDeed) {
  std::vector<Event> events = {report("a", kBridge, {2023, 7, 18}),
                               report("b", kBridge, {2023, 7, 18})};
  events[1].confidence = 0.8;
  EXPECT_EQ(told_once(events, {})[0].document, "b");
  events[1].claimed = true;
  EXPECT_EQ(told_once(events, {})[0].document, "a");
}

}  // namespace
}  // namespace entente
