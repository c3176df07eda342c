#include <gtest/gtest.h>

#include <cmath>

#include "balance/random_graph.h"
#include "balance/signed_graph.h"

namespace entente {
namespace {

using enum EventType;

Event undated(const std::string& a, EventType type, const std::string& b) {
  Event event;
  event.document = "article";
  event.source.actor.code = event.source.actor.node = a;
  event.target.actor.code = event.target.actor.node = b;
  event.type = type;
  return event;
}

Event on(Date day, const std::string& a, EventType type, const std::string& b) {
  Event event = undated(a, type, b);
  event.date.range = {day, day, DatePrecision::day};
  event.date.basis = DateBasis::explicit_;
  event.document = to_string(day) + a + b;
  event.id = event.document + std::string(to_string(type));
  return event;
}

// A and B against C and D; X leaves A's side for that of C in the third month. Two reports each.
std::vector<Event> x_changes_sides() {
  std::vector<Event> events;
  for (uint8_t month = 1; month <= 4; ++month) {
    for (const uint8_t day : {uint8_t{3}, uint8_t{17}}) {
      const Date date{2020, month, day};
      events.push_back(on(date, "A", aid, "B"));
      events.push_back(on(date, "C", aid, "D"));
      events.push_back(on(date, "A", threaten, "C"));
      events.push_back(on(date, "B", threaten, "D"));
      events.push_back(on(date, "X", month < 3 ? aid : threaten, "A"));
      events.push_back(on(date, "X", month < 3 ? threaten : aid, "C"));
    }
  }
  return events;
}

struct Measured {
  Network whole;
  Balance balance;
  History history;
  uint32_t actor(const std::string& node) const {
    for (uint32_t i = 0; i < history.actors.size(); ++i)
      if (history.actors[i] == node) return i;
    return UINT32_MAX;
  }
};

Measured measured(const std::vector<Event>& events, const HistoryOptions& options = {}) {
  Measured all;
  all.whole = build_network(tally(events), options.network);
  all.balance = measure_balance(all.whole);
  all.history = measure_history(events, all.whole, all.balance, options);
  return all;
}

TEST(History, TellsWhoMovedWhen) {
  const Measured all = measured(x_changes_sides());
  const History& history = all.history;
  ASSERT_EQ(history.windows.size(), 4u);
  EXPECT_EQ(history.windows[2].window.from, (Date{2020, 3, 1}));
  EXPECT_EQ(history.windows[0].events, 12u);
  ASSERT_EQ(history.moves.size(), 1u);
  const CampChange& move = history.moves[0];
  EXPECT_EQ(move.actor, all.actor("X"));
  EXPECT_EQ(move.last, 1u);
  EXPECT_EQ(move.now, 2u);
  EXPECT_TRUE(move.certain);
  EXPECT_GT(move.support, 0.9);
  EXPECT_EQ(history.windows[2].side[all.actor("X")], history.windows[2].side[all.actor("C")]);
  // The others keep their camps, named as those of the whole time.
  for (const Stretch& window : history.windows) {
    EXPECT_DOUBLE_EQ(window.balance, 1);
    EXPECT_TRUE(window.proven);
    for (const char* node : {"A", "B", "C", "D"})
      EXPECT_EQ(window.side[all.actor(node)], all.balance.camp[all.actor(node)] == 0 ? 1 : -1);
  }
  ASSERT_EQ(history.turns.size(), 2u);
  EXPECT_EQ(history.turns[0].now, 2u);
}

TEST(History, BootstrapSaysWhatHangsOnSingleReports) {
  // One report that contradicts a dozen.
  std::vector<Event> events;
  for (uint8_t day = 1; day <= 4; ++day) {
    events.push_back(on({2020, 1, day}, "A", aid, "B"));
    events.push_back(on({2020, 1, day}, "B", aid, "C"));
  }
  events.push_back(on({2020, 1, 9}, "A", assault, "C"));
  const Stretch window = measured(events).history.windows.at(0);
  EXPECT_LT(window.balance, 1);
  EXPECT_LE(window.low, window.balance);
  EXPECT_DOUBLE_EQ(window.high, 1);  // in many resamples the report is missing
  EXPECT_LT(window.low, window.high);
}

TEST(History, IsTheSameForTheSameSeed) {
  const Measured one = measured(x_changes_sides(), {.samples = 20, .seed = 7});
  const Measured same = measured(x_changes_sides(), {.samples = 20, .seed = 7});
  const Measured other = measured(x_changes_sides(), {.samples = 20, .seed = 8});
  EXPECT_EQ(one.history.samples, 20u);
  bool differs = false;
  for (size_t i = 0; i < one.history.windows.size(); ++i) {
    EXPECT_EQ(one.history.windows[i].low, same.history.windows[i].low);
    EXPECT_EQ(one.history.windows[i].support, same.history.windows[i].support);
  }
  for (size_t i = 0; i < one.history.moves.size(); ++i) {
    EXPECT_EQ(one.history.moves[i].support, same.history.moves[i].support);
    differs = differs || one.history.moves[i].support != other.history.moves[i].support;
  }
  EXPECT_EQ(one.history.moves.size(), other.history.moves.size());
}

// Silence is not a move: who is not heard of keeps its camp.
TEST(History, WhoIsNotHeardOfHasNoCampAndDoesNotMove) {
  std::vector<Event> events = x_changes_sides();
  std::erase_if(events, [](const Event& event) {
    return event.source.actor.node == "X" && event.date.range.from.month == 2;
  });
  const Measured all = measured(events);
  EXPECT_EQ(all.history.windows[1].side[all.actor("X")], 0);
  ASSERT_EQ(all.history.moves.size(), 1u);
  EXPECT_EQ(all.history.moves[0].last, 0u);
  EXPECT_EQ(all.history.moves[0].now, 2u);
}

TEST(History, WithAHalfLifeTheOldFadesAndDoesNotVanish) {
  HistoryOptions options;
  options.network.half_life_months = 1;
  std::vector<Event> events = x_changes_sides();
  std::erase_if(events, [](const Event& event) {
    return event.source.actor.node == "X" && event.date.range.from.month == 2;
  });
  const Measured all = measured(events, options);
  EXPECT_NE(all.history.windows[1].side[all.actor("X")], 0);
  EXPECT_EQ(all.history.windows[3].events, events.size());
}

// Each window's camps are those of its own network solved on its own.
TEST(History, WindowsAreSolvedAsNetworksOfTheirOwn) {
  const std::vector<Event> events = x_changes_sides();
  const Measured all = measured(events);
  for (const Stretch& window : all.history.windows) {
    NetworkOptions options;
    options.from = window.window.from;
    options.to = window.window.to;
    const Balance own = measure_balance(build_network(tally(events), options));
    EXPECT_NEAR(window.frustration, own.frustration, 1e-4);
    EXPECT_NEAR(window.weight, own.total_weight, 1e-4);
  }
}

TEST(History, FindsTheDayOnWhichATieChanged) {
  std::vector<Event> events;
  for (uint8_t day = 1; day <= 28; ++day) {
    events.push_back(on({2020, 5, day}, "A", day < 15 ? aid : threaten, "B"));
    events.push_back(on({2020, 5, day}, "C", day % 3 == 0 ? aid : cooperate, "B"));
  }
  const Measured all = measured(events);
  size_t ties = 0;
  for (const ChangePoint& change : all.history.changes) {
    if (change.of != ChangeOf::tie) continue;
    ++ties;
    EXPECT_EQ(all.history.actors[change.first], "A");
    EXPECT_EQ(all.history.actors[change.second], "B");
    EXPECT_EQ(change.date, (Date{2020, 5, 15}));
    EXPECT_GT(change.before, 0);
    EXPECT_LT(change.after, 0);
    EXPECT_LE(change.p, 0.05);
  }
  EXPECT_EQ(ties, 1u);
}

// Of dossiers in which nothing changes few raise any alarm.
TEST(History, RaisesFewFalseAlarms) {
  Random random(81);
  int alarms = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<Event> events;
    for (uint8_t day = 1; day <= 28; ++day)
      for (const char* other : {"B", "C", "D"})
        events.push_back(on({2020, 5, day}, "A", random.below(2) == 0 ? aid : accuse, other));
    const Measured all = measured(events, {.samples = 0, .chance_samples = 0});
    bool tie = false;
    for (const ChangePoint& change : all.history.changes) tie = tie || change.of == ChangeOf::tie;
    alarms += tie;
  }
  EXPECT_LE(alarms, 9);  // 3 are expected at the level of 0.05
}

TEST(History, OfUndatedEventsThereIsNone) {
  const Measured all = measured({undated("A", aid, "B")});
  EXPECT_TRUE(all.history.windows.empty());
}

// Frustration of all windows plus the price of all moves, at the least of all ways to split.
TEST(History, WithInertiaAMoveHasItsPrice) {
  Random random(82);
  size_t fewer = 0;
  for (int round = 0; round < 100; ++round) {
    constexpr uint32_t kWindows = 3, kActors = 4;
    std::vector<NamedGraph> graphs;
    for (uint32_t w = 0; w < kWindows; ++w)
      graphs.push_back({std::to_string(w),
                        random_graph({.actors = kActors, .density = 0.7, .weight_max = 4}, random),
                        1});
    const double price = 0.5 * (1 + random.below(8));
    double least = 1e9;
    for (uint32_t mask = 0; mask < 1u << (kWindows * kActors); ++mask) {
      double cost = 0;
      std::vector<int> last(kActors);
      for (uint32_t w = 0; w < kWindows; ++w) {
        Sides side(kActors);
        for (uint32_t i = 0; i < kActors; ++i)
          side[i] = (mask >> (w * kActors + i) & 1) != 0 ? 1 : -1;
        cost += static_cast<double>(frustration_of(graphs[w].graph, side));
        std::vector<bool> tied(kActors);
        for (const SignedEdge& edge : graphs[w].graph.edges) tied[edge.a] = tied[edge.b] = true;
        for (uint32_t i = 0; i < kActors; ++i) {
          if (!tied[i]) continue;
          cost += last[i] * side[i] < 0 ? price : 0;
          last[i] = side[i];
        }
      }
      least = std::min(least, cost);
    }
    const std::vector<std::string> ids = {"a", "b", "c", "d"};
    const History weighed = measure_history(ids, graphs, {.inertia = price, .chance_samples = 0});
    double cost = price * static_cast<double>(weighed.moves.size());
    for (const Stretch& window : weighed.windows) cost += window.frustration;
    ASSERT_DOUBLE_EQ(cost, least) << round;
    const History alone = measure_history(ids, graphs, {.chance_samples = 0});
    ASSERT_LE(weighed.moves.size(), alone.moves.size()) << round;
    fewer += weighed.moves.size() < alone.moves.size();
  }
  EXPECT_GT(fewer, 20u);
}

TEST(History, SaysWhatItWouldCostIfNobodyHadMoved) {
  const Measured all = measured(x_changes_sides());
  for (size_t w = 0; w < all.history.windows.size(); ++w) {
    const Stretch& window = all.history.windows[w];
    if (w == 2)
      EXPECT_GT(window.frustration_unmoved, 5);
    else
      EXPECT_DOUBLE_EQ(window.frustration_unmoved, window.frustration);
  }
}

TEST(History, InertiaHoldsThoseWhoMoveForLittle) {
  const Measured all = measured(x_changes_sides(), {.inertia = 100});
  EXPECT_TRUE(all.history.moves.empty());
  double frustration = 0;  // on whichever side X is held
  for (const Stretch& window : all.history.windows) frustration += window.frustration;
  EXPECT_GT(frustration, 5);
}

TEST(History, OfNetworksOneAfterTheOther) {
  const std::vector<NamedGraph> graphs = {
      {"1950", {4, {{0, 1, 1}, {0, 2, -1}, {1, 2, -1}, {2, 3, 1}}}},
      {"1951", {4, {{0, 1, -1}, {0, 2, -1}, {1, 2, 1}, {2, 3, 1}}}},
      {"1952", {4, {}}},
  };
  const History history = measure_history({"a", "b", "c", "d"}, graphs);
  ASSERT_EQ(history.windows.size(), 3u);
  EXPECT_EQ(history.windows[0].name, "1950");
  EXPECT_EQ(history.windows[2].ties, 0u);
  ASSERT_EQ(history.moves.size(), 1u);
  EXPECT_EQ(history.moves[0].actor, 1u);
  EXPECT_TRUE(history.fewest_moves);
  EXPECT_EQ(history.samples, 0u);
  EXPECT_EQ(history.turns.size(), 2u);
}

}  // namespace
}  // namespace entente
