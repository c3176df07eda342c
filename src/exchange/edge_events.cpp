// Tested in round_trip_test.cpp.
#include "exchange/edge_events.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

constexpr double kEventsMax = 20'000;

}  // namespace

bool add_stated_tie(const StatedTie& tie, CodedRow& row) {
  const double weight = std::fabs(tie.weight);
  if (!std::isfinite(weight)) return false;
  if (weight == 0) return true;
  static const CodedDeed support{"", EventType::support, ""}, accuse{"", EventType::accuse, ""};
  ForeignEvent told{tie.coder,
                    tie.id,
                    tie.code,
                    tie.weight > 0 ? &support : &accuse,
                    tie.from,
                    {},
                    DatePrecision::month,
                    1};
  const Event one = foreign_event(told, tie.source, tie.target, "");
  const double unit = std::fabs(event_weight(one));
  double count = std::ceil(weight / unit);
  if (count > kEventsMax) return false;
  if (tie.to != tie.from && tie.to != Date{}) count = std::max(count, 2.0);
  for (int i = 0; i < static_cast<int>(count); ++i) {
    Event event = one;
    event.id = tie.id + ":" + std::to_string(i);
    event.document = "tie:" + event.id;
    const double share = std::min(1.0, weight / count / unit);
    event.confidence = share * share;  // of which the root is weighed
    if (i + 1 == static_cast<int>(count) && tie.to != Date{})
      event.date.range.from = event.date.range.to = tie.to;
    row.articles.push_back(foreign_article(event.document, "", "", std::nullopt));
    row.events.push_back(std::move(event));
  }
  return true;
}

}  // namespace entente
