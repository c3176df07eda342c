// Events -> tallies, and the events behind one pair. Tested in tally_test.cpp.
#include <algorithm>
#include <map>
#include <tuple>

#include "ties/ties.h"

namespace entente {

namespace {

using Key = std::tuple<std::string, std::string, Date, std::string>;

// Nothing where the event has no such perspective.
std::optional<std::string> perspective_of(const Event& event, Perspective perspective) {
  if (perspective == Perspective::all) return std::string();
  if (event.said_by.empty()) return std::nullopt;
  const Speaker& speaker =
      perspective == Perspective::outlet ? event.said_by.front() : event.said_by.back();
  if (speaker.name.empty()) return std::nullopt;
  return speaker.name;
}

void add(Tally& tally, const Event& event, double weight) {
  ++tally.counts[static_cast<size_t>(event.type)];
  tally.mutual += event.mutual ? 1 : 0;
  (weight > 0 ? tally.friendly : tally.hostile) += weight > 0 ? weight : -weight;
}

Tally& tally_of(std::map<Key, Tally>& tallies, const std::string& source, const std::string& target,
                Date month, const std::string& perspective) {
  Tally& tally = tallies[Key{source, target, month, perspective}];
  tally.source = source;
  tally.target = target;
  tally.month = month;
  tally.perspective = perspective;
  return tally;
}

}  // namespace

std::vector<Tally> tally(const std::vector<Event>& events, const TallyOptions& options) {
  const std::vector<double> weights = event_weights(events);
  std::map<Key, Tally> tallies;
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const std::string& source = event.source.actor.node;
    const std::string& target = event.target.actor.node;
    const auto perspective = perspective_of(event, options.perspective);
    if (source == target || source.empty() || target.empty() || !perspective) continue;
    if (options.perspective != Perspective::all && !options.name.empty() &&
        *perspective != options.name)
      continue;
    const Date month = event_month(event);
    add(tally_of(tallies, source, target, month, *perspective), event, weights[i]);
    if (event.mutual)
      add(tally_of(tallies, target, source, month, *perspective), event, weights[i]);
  }
  std::vector<Tally> sorted;
  sorted.reserve(tallies.size());
  for (auto& [key, tally] : tallies) sorted.push_back(std::move(tally));
  return sorted;
}

std::vector<Event> events_between(const std::vector<Event>& events, std::string_view node_a,
                                  std::string_view node_b) {
  std::vector<Event> between;
  for (const Event& event : events) {
    const std::string& source = event.source.actor.node;
    const std::string& target = event.target.actor.node;
    if ((source == node_a && target == node_b) || (source == node_b && target == node_a))
      between.push_back(event);
  }
  const auto order = [](const Event& e) {
    return std::tie(e.date.range.from, e.date.range.to, e.document, e.sentence_index, e.id);
  };
  std::stable_sort(between.begin(), between.end(),
                   [&](const Event& a, const Event& b) { return order(a) < order(b); });
  return between;
}

}  // namespace entente
