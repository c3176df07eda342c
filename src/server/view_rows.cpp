// Tested in view_rows_test.cpp, and against the page in web/browser/served.mjs.
#include "server/view_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace entente {

namespace {

// Outlets by how much they report, as the page lists them.
std::vector<std::string> outlets_by_events(const Scene& scene) {
  std::map<std::string, size_t> counts;
  for (const Event& event : scene.events)
    if (const std::string name = outlet_of(scene, event); !name.empty()) ++counts[name];
  std::vector<std::string> names;
  for (const auto& [name, count] : counts) names.push_back(name);
  std::ranges::stable_sort(
      names, [&](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
  return names;
}

std::vector<OutletCounts> outlet_counts(const Scene& scene, const std::vector<std::string>& names,
                                        const Selection& selection) {
  std::map<std::string, OutletCounts> rows;
  for (const size_t i : selected_events(scene, selection)) {
    const Event& event = scene.events[i];
    OutletCounts& row = rows[outlet_of(scene, event)];
    const int kind = sign(event.type, event.mode);
    ++row.events;
    row.friendly += kind > 0 ? 1 : 0;
    row.hostile += kind < 0 ? 1 : 0;
  }
  std::vector<OutletCounts> list;
  for (const std::string& name : names) {
    if (!rows.contains(name)) continue;
    list.push_back(rows[name]);
    list.back().name = name;
  }
  std::ranges::stable_sort(list, std::greater(), &OutletCounts::events);
  return list;
}

// Opposite signs first, then those that only one of the two calls by a sign; largest gap first.
std::vector<OutletDifference> outlet_differences(const Scene& scene, const std::string& first,
                                                 const std::string& second, Selection selection) {
  selection.outlet = first;
  const Shown one = add_up(scene, selected_events(scene, selection));
  selection.outlet = second;
  const Shown other = add_up(scene, selected_events(scene, selection));
  std::map<std::pair<std::string, std::string>, Tie> others;
  for (const Tie& tie : other.network->ties)
    others[{other.network->actors[tie.first].node, other.network->actors[tie.second].node}] = tie;
  std::vector<OutletDifference> list;
  for (const Tie& tie : one.network->ties) {
    const std::string& a = one.network->actors[tie.first].node;
    const std::string& b = one.network->actors[tie.second].node;
    const auto found = others.find({a, b});
    if (found == others.end() || found->second.sign() == tie.sign()) continue;
    list.push_back({first, second, a, b, tie, found->second});
  }
  const auto gap = [](const OutletDifference& entry) {
    const double apart =
        entry.one.sign() * entry.one.strength() - entry.other.sign() * entry.other.strength();
    return std::fabs(apart) + (entry.one.sign() * entry.other.sign() < 0 ? 1000 : 0);
  };
  std::ranges::stable_sort(list, [&](const auto& p, const auto& q) { return gap(p) > gap(q); });
  return list;
}

ShownRows outlet_rows(const Scene& scene, const Query& query, Format format) {
  const std::vector<std::string> names = outlets_by_events(scene);
  Selection open = query.selection;
  open.outlet = "";
  std::string first = query.selection.outlet, second = query.against;
  if (first.empty() && !names.empty()) first = names.front();
  if (second.empty() || second == first) {
    const auto other = std::ranges::find_if(names, [&](const auto& name) { return name != first; });
    second = other == names.end() ? "" : *other;
  }
  std::vector<OutletDifference> differences;
  if (!first.empty() && !second.empty())
    differences = outlet_differences(scene, first, second, query.selection);
  return shown_outlets(outlet_counts(scene, names, open), differences, {query.skip, query.most},
                       format);
}

// The tensions of everything that hold among the ties that are shown.
Balance holding(const Scene& scene, const Network& shown) {
  std::map<std::pair<std::string_view, std::string_view>, int> signs;
  for (const Tie& tie : shown.ties)
    signs[{shown.actors[tie.first].node, shown.actors[tie.second].node}] = tie.sign();
  const auto sign_of = [&](uint32_t a, uint32_t b) {
    const auto [low, high] = std::minmax(a, b);
    const auto& actors = scene.network->actors;
    const auto found = signs.find({actors[low].node, actors[high].node});
    return found == signs.end() ? 0 : found->second;
  };
  Balance balance = *scene.balance;
  const auto first_balanced = std::ranges::find_if(balance.triads, &Triad::balanced);
  constexpr std::ptrdiff_t kTensionsOfPage = 200;
  balance.triads.erase(
      std::min(first_balanced,
               balance.triads.begin() +
                   std::min<std::ptrdiff_t>(kTensionsOfPage, std::ssize(balance.triads))),
      balance.triads.end());
  std::erase_if(balance.triads, [&](const Triad& triad) {
    return sign_of(triad.a, triad.b) * sign_of(triad.a, triad.c) * sign_of(triad.b, triad.c) >= 0;
  });
  return balance;
}

ShownRows tension_rows(const Scene& scene, const Shown& shown, const Query& query, Format format) {
  const Balance balance = holding(scene, *shown.network);
  return shown_tensions(
      {scene.articles, scene.events, *scene.network, balance, *scene.book, &scene.deeds},
      {query.skip, query.most}, format);
}

ShownRows position_rows(const Scene& scene, const Query& query, Format format) {
  const std::vector<size_t> list = selected_events(scene, query.selection);
  const std::set<size_t> passing(list.begin(), list.end());
  std::vector<Position> positions = find_positions(scene.events);
  std::erase_if(positions, [&](Position& position) {
    std::erase_if(position.events, [&](size_t i) { return !passing.contains(i); });
    const auto& actors = scene.network->actors;
    const auto found = std::ranges::lower_bound(actors, position.node, {}, &NetworkActor::node);
    return position.events.empty() || found == actors.end() || found->node != position.node;
  });
  const Shown all{{}, {}, scene.network, scene.balance};
  return shown_positions(system_of(scene, all), positions, {query.skip, query.most}, format);
}

ShownRows camp_rows(const Scene& scene, const Shown& shown, const Query& query, Format format) {
  Balance camps;
  camps.certain = scene.balance->certain;
  for (const int camp : camps_of_all(scene, shown)) camps.camp.push_back(camp - 1);
  return shown_camps({scene.articles, scene.events, *scene.network, camps, *scene.book},
                     camp_columns(scene, query.selection), {query.skip, query.most}, format);
}

bool lists_events(View view) {
  return view == View::search || view == View::actor || view == View::tie;
}

// What the tallies of a large store cannot tell apart.
Result<Done> check_tallied(const Selection& selection) {
  if (selection.speaker.empty() && selection.issue.empty() && !selection.status &&
      selection.confidence == 0)
    return Done{};
  return Error{
      "So large a store is added up by months (from, to), sign and outlet alone; leave out "
      "speaker, issue, status and confidence"};
}

Result<Shown> shown_of(Collection& collection, const Scene& scene, const Selection& selection) {
  if (scene.whole || selection.is_all()) return select(scene, selection);
  if (auto able = check_tallied(selection); !able) return Error{able.error()};
  if (selection.outlet.empty()) return select(scene, selection);
  auto tallies = collection.tallies({Perspective::outlet, selection.outlet});
  if (!tallies) return Error{tallies.error()};
  return select(scene, selection, std::move(tallies).value());
}

ShownRows rows_of_network(View view, const Scene& scene, const Shown& shown, const Query& query,
                          Format format) {
  const RowWindow window{query.skip, query.most};
  switch (view) {
    case View::timeline: return shown_months(month_counts(scene, shown, query), window, format);
    case View::camps: return camp_rows(scene, shown, query, format);
    case View::tensions: return tension_rows(scene, shown, query, format);
    case View::positions: return position_rows(scene, query, format);
    case View::outlets: return outlet_rows(scene, query, format);
    default: return shown_ties(system_of(scene, shown), window, format);
  }
}

}  // namespace

std::optional<View> view_from(std::string_view name) {
  const auto* found = std::ranges::find(kViews, name);
  if (found == std::end(kViews)) return std::nullopt;
  return static_cast<View>(found - std::begin(kViews));
}

Result<ViewRows> rows_of(View view, Collection& collection, const Scene& scene, const Query& query,
                         Format format) {
  if (lists_events(view) && !scene.whole) {
    auto rows = stored_events(collection, scene, query, format);
    if (!rows) return Error{rows.error()};
    return ViewRows{std::move(rows).value(), scene.balance->frustration,
                    scene.balance->total_weight};
  }
  const auto shown = shown_of(collection, scene, query.selection);
  if (!shown) return Error{shown.error()};
  const Balance& balance = *shown.value().balance;
  ViewRows result{{}, balance.frustration, balance.total_weight};
  if (lists_events(view)) {
    result.rows = shown_events(system_of(scene, shown.value()), scene.weights,
                               chosen_events(scene, query), {query.skip, query.most}, format);
  } else {
    result.rows = rows_of_network(view, scene, shown.value(), query, format);
  }
  return result;
}

}  // namespace entente
