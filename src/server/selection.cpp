// A selection of events -> ties and camps, by the arithmetic of the page (docs/views.md), so that
// both show the same: an event weighs what it weighs among all; a deed counts once, by its best
// report or, where that is left out, by the weightiest other; camps are named as among all.
// Tested in scene_test.cpp, and against the page in web/browser/served.mjs.
#include <algorithm>
#include <cmath>
#include <map>

#include "server/quick_camps.h"
#include "server/scene.h"

namespace entente {

namespace {

// A request has no time for proofs.
BalanceOptions quick() {
  BalanceOptions options;
  options.frustration.work_max = 50'000'000;
  options.frustration.branchings_max = 200;
  options.certain_actors_max = 60;
  return options;
}

bool passes(const Scene& scene, size_t i, const Selection& selection) {
  const Event& event = scene.events[i];
  if (selection.from || selection.to) {
    const Date month = event_month(event);
    if (month == Date{}) return false;
    if (selection.from && month < *selection.from) return false;
    if (selection.to && month > *selection.to) return false;
  }
  if (selection.sign != 0 && sign(event.type, event.mode) != selection.sign) return false;
  if (!selection.outlet.empty() && outlet_of(scene, event) != selection.outlet) return false;
  const std::string speaker = event.said_by.empty() ? "" : event.said_by.back().name;
  if (!selection.speaker.empty() && speaker != selection.speaker) return false;
  if (!selection.issue.empty() && scene.issues[i] != selection.issue) return false;
  if (selection.status && event.status != *selection.status) return false;
  return event.confidence >= selection.confidence;
}

// One event a deed.
std::vector<size_t> deeds_of(const Scene& scene, const std::vector<size_t>& events) {
  std::vector<bool> chosen(scene.events.size());
  for (const size_t i : events) chosen[i] = true;
  std::map<size_t, size_t> best;
  for (const size_t i : events) {
    const int told = scene.weights.told[i];
    const auto teller = static_cast<size_t>(told);
    if (told >= 0 && chosen[teller]) continue;
    const auto [at, first] = best.emplace(told >= 0 ? teller : i, i);
    const auto heavy = [&](size_t event) { return std::fabs(scene.weights.weight[event]); };
    if (!first && heavy(i) > heavy(at->second)) at->second = i;
  }
  std::vector<size_t> deeds;
  for (const auto& [deed, event] : best) deeds.push_back(event);
  return deeds;
}

// Of a node among the scene's actors.
std::optional<size_t> place_of(const Scene& scene, const std::string& node) {
  const auto& all = scene.network->actors;
  const auto found = std::ranges::lower_bound(all, node, {}, &NetworkActor::node);
  if (found == all.end() || found->node != node) return std::nullopt;
  return static_cast<size_t>(found - all.begin());
}

void tally_deed(const Scene& scene, size_t i, std::vector<Tally>& tallies) {
  const Event& event = scene.events[i];
  Tally tally;
  tally.source = event.source.actor.node;
  tally.target = event.target.actor.node;
  if (tally.source == tally.target || !place_of(scene, tally.source) ||
      !place_of(scene, tally.target))
    return;
  tally.month = event_month(event);
  tally.counts[static_cast<size_t>(event.type)] = 1;
  tally.mutual = event.mutual ? 1 : 0;
  const double weight = scene.weights.weight[i];
  (weight > 0 ? tally.friendly : tally.hostile) = std::fabs(weight);
  tallies.push_back(tally);
  if (!event.mutual) return;
  std::swap(tally.source, tally.target);
  tallies.push_back(std::move(tally));
}

// Which of a component's camps is the first is not said by its ties: the side that agrees best with
// the camps among all, by the actors' weights.
void name_camps_alike(const Scene& scene, const std::vector<int>& before, const Network& network,
                      Balance& balance) {
  std::map<int, double> agreement;
  for (uint32_t i = 0; i < network.actors.size(); ++i) {
    const auto place = place_of(scene, network.actors[i].node);
    if (balance.camp[i] < 0 || !place || before[*place] < 0) continue;
    agreement[balance.component[i]] += (before[*place] == balance.camp[i] ? 1 : -1) *
                                       (scene.network->actors[*place].weight + 1e-6);
  }
  for (uint32_t i = 0; i < network.actors.size(); ++i)
    if (balance.camp[i] >= 0 && agreement[balance.component[i]] < 0)
      balance.camp[i] = 1 - balance.camp[i];
}

Shown measured(const Scene& scene, std::vector<size_t> events, std::vector<Tally> tallies,
               const NetworkOptions& options, const std::vector<int>* before) {
  auto network = std::make_shared<Network>(build_network(tallies, options));
  auto balance = std::make_shared<Balance>(measure_balance(*network, quick()));
  name_camps_alike(scene, before ? *before : scene.balance->camp, *network, *balance);
  return {std::move(events), std::move(tallies), std::move(network), std::move(balance)};
}

// What is left of tallies by the sign of events.
void keep_sign(std::vector<Tally>& tallies, int kept) {
  for (Tally& tally : tallies) {
    (kept > 0 ? tally.hostile : tally.friendly) = 0;
    uint32_t left = 0;
    for (int type = 0; type < kEventTypes; ++type) {
      if (sign(static_cast<EventType>(type), "") != kept)
        tally.counts[static_cast<size_t>(type)] = 0;
      left += tally.counts[static_cast<size_t>(type)];
    }
    tally.mutual = std::min(tally.mutual, left);
  }
  std::erase_if(tallies, [](const Tally& tally) {
    return std::ranges::all_of(tally.counts, [](uint32_t count) { return count == 0; });
  });
}

}  // namespace

std::string outlet_of(const Scene& scene, const Event& event) {
  if (!event.said_by.empty()) return event.said_by.front().name;
  const auto found = std::ranges::lower_bound(scene.articles, event.document, {}, &Article::id);
  return found != scene.articles.end() && found->id == event.document ? found->outlet : "";
}

std::vector<size_t> selected_events(const Scene& scene, const Selection& selection) {
  std::vector<size_t> events;
  for (size_t i = 0; i < scene.events.size(); ++i)
    if (passes(scene, i, selection)) events.push_back(i);
  return events;
}

Shown add_up(const Scene& scene, std::vector<size_t> events, const std::vector<int>* before) {
  std::vector<Tally> tallies;
  for (const size_t i : deeds_of(scene, events)) tally_deed(scene, i, tallies);
  NetworkOptions options = scene.options.network;
  options.unknown_actors = true;  // whom the network leaves out has been left out
  return measured(scene, std::move(events), std::move(tallies), options, before);
}

std::vector<int> camps_of_all(const Scene& scene, const Shown& shown) {
  std::vector<int> camps(scene.network->actors.size());
  for (uint32_t i = 0; i < shown.network->actors.size(); ++i)
    if (const auto place = place_of(scene, shown.network->actors[i].node))
      camps[*place] = shown.balance->camp[i] + 1;
  return camps;
}

Shown select(const Scene& scene, const Selection& selection, std::vector<Tally> tallies,
             const std::vector<int>* before) {
  if (selection.is_all())
    return {selected_events(scene, selection), scene.tallies, scene.network, scene.balance};
  if (scene.whole) return add_up(scene, selected_events(scene, selection), before);
  Network network;
  if (selection.outlet.empty()) {
    network = add_up_rows(scene.rows, *scene.network, selection);
  } else {
    if (selection.sign != 0) keep_sign(tallies, selection.sign);
    NetworkOptions options = scene.options.network;
    options.from = selection.from;
    options.to = selection.to;
    options.perspective = selection.outlet;
    network = build_network(tallies, options);
  }
  auto balance = std::make_shared<Balance>(quick_camps(network));
  name_camps_alike(scene, before ? *before : scene.balance->camp, network, *balance);
  return {selected_events(scene, selection), std::move(tallies),
          std::make_shared<Network>(std::move(network)), std::move(balance)};
}

}  // namespace entente
