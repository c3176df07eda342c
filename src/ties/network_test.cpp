#include <gtest/gtest.h>

#include <cmath>

#include "ties/made_up_event.h"

namespace entente {
namespace {

using enum EventType;

Network network_of(const std::vector<Event>& events, const NetworkOptions& options = {}) {
  return build_network(tally(events), options);
}

Tie only_tie(const std::vector<Event>& events, const NetworkOptions& options = {}) {
  const Network network = network_of(events, options);
  EXPECT_EQ(network.ties.size(), 1u);
  return network.ties.empty() ? Tie{} : network.ties[0];
}

TEST(Network, ActorsAndTiesAreSortedAndTiesUndirected) {
  const Network network = network_of({
      made_up_event("C", accuse, "B"),
      made_up_event("B", accuse, "C"),
      made_up_event("B", support, "A"),
  });
  ASSERT_EQ(network.actors.size(), 3u);
  EXPECT_EQ(network.actors[0].node, "A");
  ASSERT_EQ(network.ties.size(), 2u);
  EXPECT_EQ(network.ties[0].first, 0u);
  EXPECT_EQ(network.ties[0].second, 1u);
  EXPECT_EQ(network.ties[0].sign(), 1);
  EXPECT_EQ(network.ties[1].sign(), -1);
  EXPECT_DOUBLE_EQ(network.actors[1].weight,
                   network.ties[0].strength() + network.ties[1].strength());
}

TEST(Network, KeepsTheDirectionsApart) {
  const Tie tie = only_tie({made_up_event("A", aid, "B"), made_up_event("B", accuse, "A"),
                            made_up_event("B", request, "A")});
  EXPECT_DOUBLE_EQ(tie.first_to_second, 10);
  EXPECT_DOUBLE_EQ(tie.second_to_first, -3);
  EXPECT_EQ(tie.first_asks_second, 0u);
  EXPECT_EQ(tie.second_asks_first, 1u);
  EXPECT_EQ(tie.events, 3u);
}

TEST(Network, AMutualEventIsOneEventAndCountsInBothDirections) {
  const Tie tie = only_tie({mutually(made_up_event("A", agree, "B"))});
  EXPECT_EQ(tie.events, 1u);
  EXPECT_DOUBLE_EQ(tie.first_to_second, tie.second_to_first);
  EXPECT_DOUBLE_EQ(tie.friendly, 2 * intensity(agree, ""));
}

TEST(Network, OneRebukeDoesNotOutweighAnAlliance) {
  const Tie tie = only_tie({made_up_event("A", cooperate, "B"), made_up_event("B", accuse, "A")});
  EXPECT_EQ(tie.sign(), 1);
  const Network network = network_of({
      made_up_event("A", cooperate, "B"),
      made_up_event("A", accuse, "C"),
      made_up_event("B", accuse, "D"),
  });
  EXPECT_GT(network.ties[0].strength(), 1.3 * network.ties[1].strength());
  EXPECT_GT(network.ties[0].strength(), 1.3 * network.ties[2].strength());
}

TEST(Network, RequestsAloneGiveATieWithoutSign) {
  const Tie tie = only_tie({made_up_event("A", request, "B")});
  EXPECT_EQ(tie.sign(), 0);
  EXPECT_EQ(tie.events, 1u);
}

TEST(Network, CiviliansCountWhereTheyHaveATieAtHome) {
  const std::vector<Event> abroad = {made_up_event("A CVL", support, "B")};
  const std::vector<Event> home = {made_up_event("A CVL", support, "B"),
                                   made_up_event("A CVL", accuse, "A")};
  EXPECT_TRUE(build_network(tally(abroad)).ties.empty());
  EXPECT_EQ(build_network(tally(home)).ties.size(), 2u);
  NetworkOptions all;
  all.unknown_actors = true;
  EXPECT_EQ(build_network(tally(abroad), all).ties.size(), 1u);
  EXPECT_EQ(build_network(tally({made_up_event("A REB", support, "B")})).ties.size(), 1u);
}

TEST(Network, AVagueRumourGivesNoSign) {
  Event event = with_status(made_up_event("A", accuse, "B"), EventStatus::hypothetical);
  event.confidence = 0.5;
  EXPECT_EQ(only_tie({event}).sign(), 0);
}

TEST(Tie, IsMixedWhereFriendlyAndHostileAreClose) {
  Tie tie;
  tie.friendly = 10;
  tie.hostile = 9;
  EXPECT_EQ(tie.sign(), 0);
  EXPECT_GT(tie.mixedness(), 0.9);
  tie.hostile = 6;
  EXPECT_EQ(tie.sign(), 1);
  tie.hostile = 16;
  EXPECT_EQ(tie.sign(), -1);
  tie.friendly = 0;
  EXPECT_EQ(tie.mixedness(), 0);
  EXPECT_EQ(Tie{}.sign(), 0);
  EXPECT_EQ(Tie{}.mixedness(), 0);
}

TEST(Tie, StrengthGrowsEverMoreSlowly) {
  Tie one, ten, hundred;
  one.hostile = 1;
  ten.hostile = 10;
  hundred.hostile = 100;
  EXPECT_NEAR(one.strength(), 1.5 * 1.44, 0.05);
  EXPECT_GT(ten.strength(), 5 * one.strength());
  EXPECT_GT(hundred.strength(), ten.strength());
  EXPECT_LT(hundred.strength(), 4 * ten.strength());
  Tie friends;
  friends.friendly = 10;
  EXPECT_DOUBLE_EQ(ten.strength(), 1.5 * friends.strength());
}

TEST(Network, AWindowLeavesOutOtherMonthsAndUndatedTallies) {
  const std::vector<Event> events = {
      dated(made_up_event("A", support, "B"), {2021, 5, 31}),
      dated(made_up_event("A", accuse, "C"), {2021, 6, 30}),
      dated(made_up_event("A", accuse, "D"), {2021, 7, 1}),
      made_up_event("A", aid, "E"),
  };
  EXPECT_EQ(network_of(events).actors.size(), 5u);
  const Network june = network_of(events, {.from = Date{2021, 6, 15}, .to = Date{2021, 6, 15}});
  ASSERT_EQ(june.actors.size(), 2u);
  EXPECT_EQ(june.actors[1].node, "C");
  EXPECT_EQ(network_of(events, {.from = Date{2021, 6, 1}}).actors.size(), 3u);
  EXPECT_EQ(network_of(events, {.to = Date{2021, 6, 1}}).actors.size(), 3u);
}

TEST(Network, DecayHalvesWithEachHalfLife) {
  const std::vector<Event> events = {
      dated(made_up_event("A", support, "B"), {2021, 1, 1}),
      dated(made_up_event("A", accuse, "B"), {2021, 7, 1}),
      made_up_event("A", aid, "B"),
  };
  const Tie tie = only_tie(events, {.half_life_months = 6});
  EXPECT_DOUBLE_EQ(tie.friendly, 5 / 2. + 10 / 2.);
  EXPECT_DOUBLE_EQ(tie.hostile, 3);
  EXPECT_EQ(tie.from, (Date{2021, 1, 1}));
  EXPECT_EQ(tie.to, (Date{2021, 7, 1}));
  EXPECT_DOUBLE_EQ(only_tie(events, {.half_life_months = 0}).friendly, 15);
}

TEST(Network, UnknownActorsAreLeftOutUnlessAsked) {
  const std::vector<Event> events = {made_up_event("A", support, "?Ann Other"),
                                     made_up_event("A", support, "B")};
  EXPECT_EQ(network_of(events).actors.size(), 2u);
  EXPECT_EQ(network_of(events, {.unknown_actors = true}).actors.size(), 3u);
}

TEST(Network, UsesTheTalliesOfOnePerspective) {
  const std::vector<Tally> tallies = tally({said_by(made_up_event("A", support, "B"), {"Courier"}),
                                            said_by(made_up_event("A", accuse, "B"), {"Gazette"})},
                                           {.perspective = Perspective::outlet});
  EXPECT_EQ(build_network(tallies, {.perspective = "Courier"}).ties.at(0).sign(), 1);
  EXPECT_EQ(build_network(tallies, {.perspective = "Gazette"}).ties.at(0).sign(), -1);
  EXPECT_TRUE(build_network(tallies).ties.empty());
}

TEST(Network, OfNothingIsEmpty) {
  const Network network = build_network({});
  EXPECT_TRUE(network.actors.empty());
  EXPECT_TRUE(network.ties.empty());
}

// Each event counted once, the shares of all add up to the ties as they were built.
TEST(Network, SharesOfEventsAddUpToTheTies) {
  const std::vector<Event> events = {
      dated(made_up_event("A", aid, "B"), {2020, 1, 5}),
      dated(made_up_event("B", accuse, "A"), {2020, 3, 5}),
      dated(mutually(made_up_event("A", agree, "C")), {2020, 2, 1}),
      dated(made_up_event("A", accuse, "B"), {2019, 1, 1}),
      made_up_event("C", accuse, "B"),
      dated(made_up_event("?x", accuse, "B"), {2020, 2, 1}),
  };
  for (const NetworkOptions& options :
       {NetworkOptions{}, NetworkOptions{.half_life_months = 3},
        NetworkOptions{.from = Date{2020, 1, 1}, .to = Date{2020, 4, 30}, .half_life_months = 2}}) {
    const Network network = network_of(events, options);
    const auto shares = tie_shares(events, event_weights(events), network, options);
    const Network same = with_copies(network, shares, std::vector<uint32_t>(events.size(), 1));
    ASSERT_EQ(same.ties.size(), network.ties.size());
    for (size_t i = 0; i < network.ties.size(); ++i) {
      EXPECT_DOUBLE_EQ(same.ties[i].friendly, network.ties[i].friendly);
      EXPECT_DOUBLE_EQ(same.ties[i].hostile, network.ties[i].hostile);
      EXPECT_DOUBLE_EQ(same.ties[i].first_to_second, network.ties[i].first_to_second);
      EXPECT_DOUBLE_EQ(same.ties[i].second_to_first, network.ties[i].second_to_first);
      EXPECT_EQ(same.ties[i].events, network.ties[i].events);
    }
    for (size_t i = 0; i < network.actors.size(); ++i)
      EXPECT_DOUBLE_EQ(same.actors[i].weight, network.actors[i].weight);
  }
}

TEST(Network, CopiesOfAnEventCountAsOftenAsTheyAre) {
  const std::vector<Event> events = {made_up_event("A", aid, "B"), made_up_event("A", accuse, "B")};
  const Network network = network_of(events);
  const auto shares = tie_shares(events, event_weights(events), network, {});
  const Tie tie = with_copies(network, shares, {0, 2}).ties.at(0);
  EXPECT_EQ(tie.events, 2u);
  EXPECT_EQ(tie.friendly, 0);
  EXPECT_DOUBLE_EQ(tie.hostile, 2 * network.ties[0].hostile);
}

}  // namespace
}  // namespace entente
