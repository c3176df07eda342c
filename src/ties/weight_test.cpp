#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "ties/made_up_event.h"

namespace entente {
namespace {

using enum EventType;

TEST(EventWeight, IsIntensityTimesTheRootOfConfidence) {
  Event event = made_up_event("A", support, "B");
  EXPECT_DOUBLE_EQ(event_weight(event), intensity(support, ""));
  event.confidence = 0.25;
  EXPECT_DOUBLE_EQ(event_weight(event), 0.5 * intensity(support, ""));
  EXPECT_LT(event_weight(made_up_event("A", accuse, "B")), 0);
}

TEST(EventWeight, FallsWithTheStatus) {
  const auto weight = [](EventStatus status) {
    return event_weight(with_status(made_up_event("A", aid, "B"), status));
  };
  EXPECT_GT(weight(EventStatus::happened), weight(EventStatus::planned));
  EXPECT_GT(weight(EventStatus::planned), weight(EventStatus::hypothetical));
  EXPECT_GT(weight(EventStatus::hypothetical), 0);
  EXPECT_EQ(weight(EventStatus::demanded), 0);
  EXPECT_EQ(weight(EventStatus::denied), 0);
}

TEST(EventWeight, RequestsDoNotSideButForTheDemandToGiveWay) {
  Event event = made_up_event("A", request, "B");
  for (const char* mode : {"", "assist", "change", "meet"}) {
    event.mode = mode;
    EXPECT_EQ(event_weight(event), 0) << mode;
  }
  event.mode = "yield";
  EXPECT_LT(event_weight(event), 0);
  EXPECT_GT(event_weight(event), event_weight(made_up_event("A", accuse, "B")));
}

TEST(EventWeight, StepsBackMakeNoFriends) {
  EXPECT_GT(event_weight(made_up_event("A", retreat, "B")), 0);
  EXPECT_LT(event_weight(made_up_event("A", retreat, "B")),
            event_weight(made_up_event("A", support, "B")));
}

TEST(EventWeight, TalksWeighLessThanSupport) {
  EXPECT_GT(event_weight(made_up_event("A", consult, "B")), 0);
  EXPECT_LT(event_weight(made_up_event("A", consult, "B")),
            event_weight(made_up_event("A", agree, "B")));
}

TEST(EventWeight, OddConfidenceIsClamped) {
  Event event = made_up_event("A", aid, "B");
  event.confidence = 7;
  EXPECT_DOUBLE_EQ(event_weight(event), 10);
  event.confidence = -1;
  EXPECT_EQ(event_weight(event), 0);
  event.confidence = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(event_weight(event), 0);
}

TEST(EventWeights, RepetitionInOneDocumentHalves) {
  const Event event = made_up_event("A", accuse, "B");
  const double once = event_weight(event);
  EXPECT_EQ(event_weights({event, event, event}), (std::vector<double>{once, once / 2, once / 4}));
}

TEST(EventWeights, TheHeaviestReportCountsInFull) {
  const Event sure = made_up_event("A", accuse, "B");
  Event vague = sure;
  vague.confidence = 0.2;
  EXPECT_EQ(event_weights({vague, sure}),
            (std::vector<double>{event_weight(vague) / 2, event_weight(sure)}));
}

TEST(EventWeights, OtherDocumentsTypesDirectionsPairsAndMonthsAreOtherFacts) {
  const Event event = made_up_event("A", accuse, "B");
  const std::vector<Event> events = {
      event,
      in_document(event, "another article"),
      made_up_event("A", reject, "B"),
      made_up_event("B", accuse, "A"),
      made_up_event("A", accuse, "C"),
      dated(event, {2021, 6, 3}),
      dated(event, {2021, 7, 3}),
  };
  const std::vector<double> weights = event_weights(events);
  for (size_t i = 0; i < events.size(); ++i) EXPECT_EQ(weights[i], event_weight(events[i])) << i;
}

TEST(EventWeights, AMutualEventToldFromBothSidesIsOneFact) {
  const std::vector<double> weights = event_weights(
      {mutually(made_up_event("A", agree, "B")), mutually(made_up_event("B", agree, "A"))});
  EXPECT_DOUBLE_EQ(weights[0] + weights[1], 1.5 * intensity(agree, ""));
}

TEST(EventWeights, DependOnTheirOwnDocumentOnly) {
  const Event event = made_up_event("A", accuse, "B");
  const std::vector<double> alone = event_weights({event, event});
  const std::vector<double> among =
      event_weights({in_document(event, "x"), event, in_document(event, "y"), event});
  EXPECT_EQ(alone, (std::vector<double>{among[1], among[3]}));
}

TEST(EventMonth, IsTheFirstDayOfTheMonthOrNothing) {
  const Event event = made_up_event("A", accuse, "B");
  EXPECT_EQ(event_month(event), Date{});
  EXPECT_EQ(event_month(dated(event, {2021, 6, 30})), (Date{2021, 6, 1}));
  EXPECT_EQ(event_month(dated(event, {2021, 13, 30})), Date{});
}

}  // namespace
}  // namespace entente
