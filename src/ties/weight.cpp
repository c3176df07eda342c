// What one event says about friend or enemy, as a signed number on the scale of PLOVER's
// intensities (-10..+10).
//
// Status. What happened counts in full. A plan tells of an intention and may fall through: half.
// A hypothetical act shows at most what is thinkable between two: 0.2. A denied event counts
// nothing: either it did not happen, or we do not know, and neither speaks for the opposite act.
// Nor does a demanded one: that A wants B to break with C tells of A, and if anything that B and C
// are close; what it says of A is an event of its own.
//
// Type. REQUEST asks without siding and carries no sign (its modes' small scores would turn every
// appeal of a mediator into enmity), but for the demand to give way: whoever wants another to
// withdraw, stop or apologise stands against what it does. CONSULT counts half, as talks are held
// with friends and enemies alike, and more meetings are reported than anything else. RETREAT counts
// less than half: a truce or withdrawal ends a fight, it makes no friends, and of armies that leave
// as many were thrown out as went to please.
//
// Repetition. News repeats itself: a headline, a lead and a background paragraph tell the same
// fact. Same document, pair, type and month: the heaviest counts in full, each further one half of
// the one before, so that no repetition ever doubles a fact. Across documents all counts, because
// several outlets that report the same are evidence that it is so.
//
// Tested in weight_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

#include "ties/ties.h"

namespace entente {

namespace {

double status_factor(EventStatus status) {
  switch (status) {
    case EventStatus::happened: return 1;
    case EventStatus::planned: return 0.5;
    case EventStatus::demanded: return 0;
    case EventStatus::hypothetical: return 0.2;
    case EventStatus::denied: return 0;
  }
  return 0;
}

double type_factor(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::request: return mode == "yield" ? 1 : 0;
    case EventType::consult: return 0.5;
    case EventType::retreat: return 0.4;
    default: return 1;
  }
}

enum class Direction : uint8_t { along, against, mutual };  // to the order of the node names

// What differs soonest comes first, so that comparing is quick.
using Fact =
    std::tuple<EventType, Direction, Date, std::string_view, std::string_view, std::string_view>;

Fact fact_of(const Event& event) {
  const std::string& source = event.source.actor.node;
  const std::string& target = event.target.actor.node;
  const Direction direction = event.mutual      ? Direction::mutual
                              : source < target ? Direction::along
                                                : Direction::against;
  return {event.type,
          direction,
          event_month(event),
          std::min(source, target),
          std::max(source, target),
          event.document};
}

}  // namespace

double event_weight(const Event& event) {
  const double confidence =
      std::isfinite(event.confidence) ? std::clamp(event.confidence, 0.0, 1.0) : 0;
  return intensity(event.type, event.mode) * std::sqrt(confidence) * status_factor(event.status) *
         type_factor(event.type, event.mode);
}

Date event_month(const Event& event) {
  if (event.date.basis == DateBasis::none || !is_valid(event.date.range.from)) return {};
  return month_of(event.date.range.from).from;
}

std::vector<double> event_weights(const std::vector<const Event*>& events) {
  std::vector<double> weights(events.size());
  for (size_t i = 0; i < events.size(); ++i) weights[i] = event_weight(*events[i]);
  std::vector<size_t> heaviest_first(events.size());
  std::iota(heaviest_first.begin(), heaviest_first.end(), size_t{0});
  // By id last, so that the order of the input decides nothing but between equals.
  std::sort(heaviest_first.begin(), heaviest_first.end(), [&](size_t a, size_t b) {
    const double size_a = std::fabs(weights[a]), size_b = std::fabs(weights[b]);
    if (size_a != size_b) return size_a > size_b;
    return events[a]->id != events[b]->id ? events[a]->id < events[b]->id : a < b;
  });
  std::map<Fact, double> factor;
  for (const size_t i : heaviest_first) {
    double& next = factor.try_emplace(fact_of(*events[i]), 1.0).first->second;
    weights[i] *= next;
    next /= 2;
  }
  return weights;
}

std::vector<double> event_weights(const std::vector<Event>& events) {
  std::vector<const Event*> each;
  each.reserve(events.size());
  for (const Event& event : events) each.push_back(&event);
  return event_weights(each);
}

}  // namespace entente
