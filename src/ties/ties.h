// ties: events -> tallies a pair and period -> the signed, weighted, dated network.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "events/events.h"

namespace entente {

// Sums of the events from one node to another in one month, from one perspective. C++ and SQL
// both make tallies, and a test holds them against each other.
struct Tally {
  std::string source;  // Actor::node
  std::string target;
  Date month;               // its first day; {0,0,0} for events without a date
  std::string perspective;  // "" for all, or the outlet or speaker that the tally is limited to
  std::array<uint32_t, kEventTypes> counts{};  // events by type, whatever their status
  uint32_t mutual = 0;  // how many of them are mutual: those stand in the reverse tally as well
  double friendly = 0;  // sum of positive weights (see event_weights), >= 0
  double hostile = 0;   // sum of negative weights, as a positive number

  bool operator==(const Tally&) const = default;
};

enum class Perspective : uint8_t {
  all,
  outlet,   // the outermost speaker; events that nobody says are left out
  speaker,  // the innermost speaker; the same
};

struct TallyOptions {
  Perspective perspective = Perspective::all;
  std::string name = {};  // only this outlet or speaker; "" for every
};

// What one event adds when it is reported once: intensity times the root of confidence times
// a factor for its status (happened 1; planned and others less; see weight.cpp). Signed.
// REQUEST weighs nothing (it asks without siding), CONSULT half (enemies talk, too).
double event_weight(const Event& event);

// The first day of the month in which the event begins; {0,0,0} for an event without a date.
Date event_month(const Event& event);

// event_weight of each, less for repetition: what one document says again of the same pair, type
// and month weighs 1/2, then 1/4 and so on, the heaviest first. Depends on nothing outside the
// event's own document, so that a store may keep it with the event.
std::vector<double> event_weights(const std::vector<Event>& events);
std::vector<double> event_weights(const std::vector<const Event*>& events);

// Sorted by source, target, month, perspective. Events of a node with itself are left out. A
// mutual event stands in the tallies of both directions.
std::vector<Tally> tally(const std::vector<Event>& events, const TallyOptions& options = {});

struct NetworkActor {
  std::string node;
  double weight = 0;  // sum of the strengths of its ties
};

// |weight|, squashed so that many reports do not drown the rest.
double strength_of(double weight);

// One unordered pair, first < second as indices into Network::actors.
struct Tie {
  uint32_t first = 0;
  uint32_t second = 0;
  double friendly = 0;  // sums over both directions, after decay
  double hostile = 0;
  double first_to_second = 0;  // signed sum of the acts of first toward second
  double second_to_first = 0;
  uint32_t first_asks_second = 0;  // REQUESTs, which carry no sign but court
  uint32_t second_asks_first = 0;
  uint32_t events = 0;
  Date from, to;  // months of the first and last event; {0,0,0} where none has a date

  double balance() const { return friendly - hostile; }
  int sign() const;          // -1, 0 (next to nothing, or as good as mixed), 1
  double strength() const;   // strength_of(balance()), half as much again between enemies
  double mixedness() const;  // 0 one-sided ... 1 as friendly as hostile
};

struct Network {
  std::vector<NetworkActor> actors;  // sorted by node
  std::vector<Tie> ties;             // sorted by first, second
};

struct NetworkOptions {
  std::optional<Date> from = {}, to = {};       // window on the tallies' months; ends included
  std::optional<double> half_life_months = {};  // decay toward `to` (by default the last month
                                                // there is); none by default
  std::string perspective = {};                 // which tallies to use
  // Also actors that the world book does not know, and those of a society (civilians, firms ...)
  // who have no tie at home and so only stand by.
  bool unknown_actors = false;
};

// Tallies without a date are left out where a window is set, and count as one half-life old where
// a decay is.
Network build_network(const std::vector<Tally>& tallies, const NetworkOptions& options = {});

// A stretch of whole months; both days included.
struct TimeWindow {
  Date from, to;
  bool operator==(const TimeWindow&) const = default;
};
// Windows of `months`, each beginning `step` months after the one before, that cover both days.
// They begin where whole years of such windows would, so that a window of twelve is a calendar
// year.
std::vector<TimeWindow> time_windows(Date first, Date last, uint32_t months, uint32_t step);
// Of 1, 3, 6, 12, 24, 60, 120 and 240 months the least with which at most `most` windows surely
// cover both days, wherever windows begin.
uint32_t window_months(Date first, Date last, uint32_t most);

// What one event adds to one tie of a network: signed, after decay.
struct TieShare {
  uint32_t event = 0, tie = 0;
  double weight = 0;
  bool from_first = true;
};
// Of all events that went into `network`, which was built from their tally with `options` (from the
// perspective of all); `weights` are event_weights of the events. A mutual event has two shares.
std::vector<TieShare> tie_shares(const std::vector<Event>& events,
                                 const std::vector<double>& weights, const Network& network,
                                 const NetworkOptions& options);
// The network as it were if each event had been reported so many times; its ties keep their places,
// those without events are empty.
Network with_copies(const Network& network, const std::vector<TieShare>& shares,
                    const std::vector<uint32_t>& copies);

// The pair's events, newest last; order of the arguments does not matter.
std::vector<Event> events_between(const std::vector<Event>& events, std::string_view node_a,
                                  std::string_view node_b);

}  // namespace entente
