// Change points of the events themselves, free of any windows: for each tie, for the tone of all,
// and for how far deeds fit the camps of the whole time. The unit is a day with reports: days
// without are unknown and not zero, and ten reports of one day are one piece of evidence.
// Tested in history_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "balance/change_points.h"
#include "balance/history_parts.h"

namespace entente {

namespace {

struct Day {
  double sum = 0, weight = 0;  // the value of the day is their ratio
};
using Days = std::map<Date, Day>;

void add(Days& days, Date date, double value, double weight) {
  Day& day = days[date];
  day.sum += value;
  day.weight += weight;
}

class EventChanges {
 public:
  EventChanges(const HistoryOptions& options) : options_(options), random_(options.seed) {}

  // Of one series, held against `level`.
  void search(const Days& days, ChangePoint what, std::vector<ChangePoint>& changes) {
    const auto first = strongest_shift(values_of(days), random_, shift_options());
    if (first && first->p <= options_.level) append(days, *first, what, changes);
  }

  // Of many series of which few may change.
  void search(const std::map<std::pair<uint32_t, uint32_t>, Days>& ties,
              std::vector<ChangePoint>& changes) {
    std::vector<Shift> shifts;
    std::vector<double> p;
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (const auto& [pair, days] : ties) {
      const auto shift = strongest_shift(values_of(days), random_, shift_options());
      if (!shift) continue;
      shifts.push_back(*shift);
      p.push_back(shift->p);
      pairs.push_back(pair);
    }
    const std::vector<bool> significant = significant_together(p, options_.level);
    for (size_t i = 0; i < shifts.size(); ++i)
      if (significant[i])
        append(ties.at(pairs[i]), shifts[i], {ChangeOf::tie, pairs[i].first, pairs[i].second, {}},
               changes);
  }

 private:
  ShiftOptions shift_options() const { return {.level = options_.level}; }

  static std::vector<double> values_of(const Days& days) {
    std::vector<double> values;
    for (const auto& [date, day] : days) values.push_back(day.sum / day.weight);
    return values;
  }

  void append(const Days& days, const Shift& first, ChangePoint what,
              std::vector<ChangePoint>& changes) {
    std::vector<Date> dates;
    for (const auto& [date, day] : days) dates.push_back(date);
    for (const Shift& shift : further_shifts(values_of(days), first, random_, shift_options())) {
      what.date = dates[shift.at];
      what.before = shift.before;
      what.after = shift.after;
      what.p = shift.p;
      changes.push_back(what);
    }
  }

  const HistoryOptions& options_;
  Random random_;
};

}  // namespace

std::vector<ChangePoint> find_change_points(const std::vector<Event>& events, const Network& whole,
                                            const Balance& balance, const HistoryOptions& options) {
  NetworkOptions network = options.network;
  network.half_life_months.reset();  // a level is not to fade
  Days tone, fit;
  std::map<std::pair<uint32_t, uint32_t>, Days> ties;
  uint32_t last = UINT32_MAX;
  for (const TieShare& share : tie_shares(events, event_weights(events), whole, network)) {
    const Event& event = events[share.event];
    if (share.event == last || share.weight == 0 || event_month(event) == Date{}) continue;
    last = share.event;
    const Tie& tie = whole.ties[share.tie];
    const Date date = event.date.range.from;
    add(tone, date, share.weight, 1);
    add(ties[{tie.first, tie.second}], date, share.weight, 1);
    const int a = balance.camp[tie.first], b = balance.camp[tie.second];
    if (a < 0 || b < 0 || balance.component[tie.first] != balance.component[tie.second]) continue;
    add(fit, date, a == b ? share.weight : -share.weight, std::fabs(share.weight));
  }
  std::vector<ChangePoint> changes;
  EventChanges search(options);
  search.search(fit, {ChangeOf::fit, 0, 0, {}}, changes);
  search.search(tone, {ChangeOf::tone, 0, 0, {}}, changes);
  search.search(ties, changes);
  std::ranges::stable_sort(
      changes, {}, [](const ChangePoint& change) { return std::tuple(change.of, change.date); });
  return changes;
}

}  // namespace entente
