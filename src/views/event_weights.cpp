// What each event adds to its tie, and which report of its deed is the one that counts.
// Tested in report_page_test.cpp and shown_rows_test.cpp.
#include <algorithm>
#include <map>

#include "views/views.h"

namespace entente {

EventWeights weigh_events(const System& system) {
  const std::vector<Event>& events = system.events;
  const std::vector<Event>& deeds = system.deeds ? *system.deeds : events;
  const std::vector<double> weights = event_weights(deeds);
  if (!system.deeds) return {weights, std::vector<int>(events.size(), -1)};
  std::map<std::string_view, double> counted;
  for (size_t i = 0; i < deeds.size(); ++i) counted.emplace(deeds[i].id, weights[i]);
  EventWeights result{std::vector<double>(events.size()), std::vector<int>(events.size(), -1)};
  for (size_t i = 0; i < events.size(); ++i) {
    const auto found = counted.find(events[i].id);
    if (found != counted.end()) result.weight[i] = found->second;
  }
  for (const Reports& reports : group_reports(events, system.articles)) {
    const auto best =
        std::ranges::find_if(reports, [&](size_t i) { return counted.contains(events[i].id); });
    if (best == reports.end()) continue;  // more deny it than tell it
    for (const size_t i : reports) {
      if (counted.contains(events[i].id)) continue;
      result.told[i] = static_cast<int>(*best);
      result.weight[i] = event_weight(events[i]);
    }
  }
  return result;
}

}  // namespace entente
