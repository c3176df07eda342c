// What build_network (src/ties/network.cpp) does with tallies, over numbers. Tested in
// scene_test.cpp, which holds both together.
#include "server/tallied_ties.h"

#include <algorithm>
#include <unordered_map>

namespace entente {

namespace {

int32_t number_of(Date month) { return month == Date{} ? -1 : month.year * 12 + month.month - 1; }

Date month_at(int32_t number) {
  return {static_cast<int16_t>(number / 12), static_cast<uint8_t>(number % 12 + 1), 1};
}

void count_events(const Tally& tally, TalliedRow& row) {
  for (int type = 0; type < kEventTypes; ++type) {
    const int kind = sign(static_cast<EventType>(type), "");
    const uint32_t events = tally.counts[static_cast<size_t>(type)];
    (kind > 0 ? row.friendly_events : kind < 0 ? row.hostile_events : row.other_events) += events;
  }
}

struct Months {
  int32_t from = -1, to = INT32_MAX;
  bool all = true;
  bool hold(int32_t month) const { return all || (month >= 0 && month >= from && month <= to); }
};

Months months_of(const Selection& selection) {
  Months months;
  months.all = !selection.from && !selection.to;
  if (selection.from) months.from = number_of(*selection.from);
  if (selection.to) months.to = number_of(*selection.to);
  return months;
}

void add(const TalliedRow& row, int kept, Tie& tie) {
  const double friendly = kept >= 0 ? row.friendly : 0, hostile = kept <= 0 ? row.hostile : 0;
  uint32_t events = kept == 0 ? row.other_events : 0;
  if (kept >= 0) events += row.friendly_events;
  if (kept <= 0) events += row.hostile_events;
  if (events == 0) return;
  tie.friendly += friendly;
  tie.hostile += hostile;
  (row.forward ? tie.first_to_second : tie.second_to_first) += friendly - hostile;
  // A mutual event stands in both directions' tallies and is one event.
  tie.events += events;
  if (!row.forward) tie.events -= std::min(events, row.mutual);
  if (row.month < 0) return;
  const Date month = month_at(row.month);
  tie.from = tie.from == Date{} ? month : std::min(tie.from, month);
  tie.to = std::max(tie.to, month);
}

}  // namespace

std::vector<TalliedRow> tallied_rows(const std::vector<Tally>& tallies, const Network& network) {
  std::unordered_map<std::string_view, uint64_t> actors;
  for (const NetworkActor& actor : network.actors) actors.emplace(actor.node, actors.size());
  std::unordered_map<uint64_t, uint32_t> ties;
  for (const Tie& tie : network.ties)
    ties.emplace(uint64_t{tie.first} << 32 | tie.second, static_cast<uint32_t>(ties.size()));
  std::vector<TalliedRow> rows;
  rows.reserve(tallies.size());
  for (const Tally& tally : tallies) {
    const auto source = actors.find(tally.source), target = actors.find(tally.target);
    if (source == actors.end() || target == actors.end()) continue;
    const auto [low, high] = std::minmax(source->second, target->second);
    const auto tie = ties.find(low << 32 | high);
    if (tie == ties.end()) continue;
    TalliedRow row{tie->second, number_of(tally.month), source->second < target->second};
    row.friendly = static_cast<float>(tally.friendly);
    row.hostile = static_cast<float>(tally.hostile);
    row.mutual = tally.mutual;
    count_events(tally, row);
    rows.push_back(row);
  }
  return rows;
}

Network add_up_rows(const std::vector<TalliedRow>& rows, const Network& network,
                    const Selection& selection) {
  std::vector<Tie> ties(network.ties.size());
  for (size_t i = 0; i < ties.size(); ++i) {
    ties[i].first = network.ties[i].first;
    ties[i].second = network.ties[i].second;
  }
  const Months months = months_of(selection);
  for (const TalliedRow& row : rows)
    if (months.hold(row.month)) add(row, selection.sign, ties[row.tie]);
  Network result{network.actors, {}};
  for (NetworkActor& actor : result.actors) actor.weight = 0;
  for (const Tie& tie : ties) {
    if (tie.events == 0) continue;
    result.actors[tie.first].weight += tie.strength();
    result.actors[tie.second].weight += tie.strength();
    result.ties.push_back(tie);
  }
  return result;
}

}  // namespace entente
