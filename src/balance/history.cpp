// Camps over time. Each window of time is solved on its own, exactly; which side is which is then
// settled for all windows at once, so that the fewest actors move (alignment.cpp). What an actor
// does not do in a window is unknown: it keeps its last camp until it is heard of again. With
// inertia all windows are solved together, and a move must be worth its price (joint_windows.h).
// How sure all this is follows from resampling the events (resampling.cpp), how much of it is
// chance from null models. Tested in history_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>

#include "balance/history_parts.h"
#include "balance/joint_windows.h"
#include "balance/network_graph.h"
#include "balance/signed_graph.h"

namespace entente {

namespace {

constexpr uint32_t kWindowsMost = 14;

double share_that_fits(double frustration, double weight) {
  return weight > 0 ? 1 - frustration / weight : 1;
}

// The window's own camps, each component on any side.
Split solve(const Moment& moment, const HistoryOptions& options, Stretch& stretch) {
  const FrustrationOptions limits{.seed = options.seed, .stop = options.stop};
  const Frustration found = minimum_frustration(moment.graph, limits);
  stretch.ties = static_cast<uint32_t>(moment.graph.edges.size());
  stretch.weight = static_cast<double>(total_weight(moment.graph)) * moment.unit;
  stretch.frustration = static_cast<double>(found.value) * moment.unit;
  stretch.lower_bound = static_cast<double>(found.lower_bound) * moment.unit;
  stretch.proven = found.proven();
  stretch.balance = share_that_fits(stretch.frustration, stretch.weight);
  stretch.standing = find_standing(moment.graph, found, {.limits = limits});
  Split split{Sides(moment.graph.actors), components(moment.graph)};
  for (const SignedEdge& edge : moment.graph.edges)
    for (const uint32_t end : {edge.a, edge.b}) split.side[end] = found.side[end];
  return split;
}

void compare_with_signs_dealt_out(const Moment& moment, const HistoryOptions& options,
                                  Stretch& stretch) {
  if (options.chance_samples == 0 || moment.graph.edges.empty()) return;
  const NullModel model = compare_with_chance(
      moment.graph,
      {.samples = options.chance_samples, .seed = options.seed, .stop = options.stop});
  if (model.samples == 0) return;
  stretch.by_chance = share_that_fits(model.frustration.mean * moment.unit, stretch.weight);
  stretch.chance_p = model.frustration.p;
}

void find_moves(History& history) {
  for (uint32_t actor = 0; actor < history.actors.size(); ++actor) {
    size_t last = history.windows.size();
    for (uint32_t now = 0; now < history.windows.size(); ++now) {
      const Stretch& window = history.windows[now];
      if (window.side[actor] == 0) continue;
      if (last < history.windows.size() && history.windows[last].side[actor] != window.side[actor])
        history.moves.push_back({actor, static_cast<uint32_t>(last), now, window.side[actor],
                                 window.standing[actor] == Standing::certain &&
                                     history.windows[last].standing[actor] == Standing::certain});
      last = now;
    }
  }
  std::ranges::stable_sort(history.moves, {}, &CampChange::now);
}

void find_turns(const std::vector<Moment>& moments, History& history) {
  struct Last {
    uint32_t window = 0;
    bool friends = false;
  };
  std::map<std::pair<uint32_t, uint32_t>, Last> known;
  for (uint32_t now = 0; now < moments.size(); ++now) {
    for (const SignedEdge& edge : moments[now].graph.edges) {
      const bool friends = edge.weight > 0;
      const auto [place, fresh] =
          known.try_emplace(std::minmax(edge.a, edge.b), Last{now, friends});
      if (!fresh && place->second.friends != friends)
        history.turns.push_back({place->first.first, place->first.second, place->second.window, now,
                                 friends ? 1 : -1,
                                 static_cast<double>(std::abs(edge.weight)) * moments[now].unit});
      place->second = {now, friends};
    }
  }
  std::ranges::stable_sort(
      history.turns, {}, [](const TieTurn& turn) { return std::tuple(turn.now, -turn.strength); });
}

// One unit for all windows, so that they can be weighed against each other.
double common_unit(const std::vector<Moment>& moments) {
  double unit = moments.empty() ? 1 : moments.front().unit;
  for (const Moment& moment : moments) unit = std::min(unit, moment.unit);
  return unit;
}

std::vector<SignedGraph> in_unit(const std::vector<Moment>& moments, double unit) {
  std::vector<SignedGraph> graphs;
  for (const Moment& moment : moments) {
    graphs.push_back(moment.graph);
    for (SignedEdge& edge : graphs.back().edges)
      edge.weight = std::llround(static_cast<double>(edge.weight) * moment.unit / unit);
  }
  return graphs;
}

// All windows at once, where a move has its price.
void weigh_together(const std::vector<Moment>& moments, const HistoryOptions& options,
                    std::vector<Split>& splits, History& history) {
  double unit = common_unit(moments);
  // A price between whole weights.
  if (std::fabs(std::remainder(options.inertia, unit)) > 1e-3 * unit) unit /= 1000;
  const auto inertia = std::max<int64_t>(1, std::llround(options.inertia / unit));
  const JointWindows joint = join(in_unit(moments, unit), inertia);
  const FrustrationOptions limits{.seed = options.seed, .stop = options.stop};
  const Frustration found = minimum_frustration(joint.graph, limits);
  const std::vector<Standing> standing = find_standing(joint.graph, found, {.limits = limits});
  const std::vector<uint32_t> component = components(joint.graph);
  const std::vector<Sides> sides = sides_of(joint, found.side);
  for (size_t i = 0; i < moments.size(); ++i) {
    Stretch& window = history.windows[i];
    splits[i].side = sides[i];
    for (uint32_t actor = 0; actor < sides[i].size(); ++actor) {
      const uint32_t node = joint.number[i][actor];
      if (node == UINT32_MAX) continue;
      // Numbered alike in all windows: a component turns as a whole.
      splits[i].component[actor] = component[node];
      window.standing[actor] = standing[node];
    }
    Sides whole = sides[i];
    for (int8_t& side : whole) side = side == 0 ? int8_t{1} : side;
    window.frustration =
        static_cast<double>(frustration_of(moments[i].graph, whole)) * moments[i].unit;
    window.balance = share_that_fits(window.frustration, window.weight);
    window.proven = found.proven();
  }
}

// What the windows would cost if nobody moved.
void suppose_nobody_moved(const std::vector<Moment>& moments, History& history) {
  Sides last(history.actors.size());
  for (size_t i = 0; i < moments.size(); ++i) {
    Stretch& window = history.windows[i];
    window.frustration_unmoved = window.frustration;
    bool moves = false;
    for (size_t actor = 0; actor < last.size(); ++actor)
      moves = moves || last[actor] * window.side[actor] < 0;
    if (moves)
      window.frustration_unmoved =
          static_cast<double>(frustration_if_unmoved(moments[i].graph, last)) * moments[i].unit;
    for (size_t actor = 0; actor < last.size(); ++actor)
      if (window.side[actor] != 0) last[actor] = window.side[actor];
  }
}

// Camps, moves and turns of the windows that `history` already names.
void measure(const std::vector<Moment>& moments, const Sides& reference,
             const HistoryOptions& options, History& history) {
  std::vector<Split> splits;
  for (size_t i = 0; i < moments.size(); ++i) {
    splits.push_back(solve(moments[i], options, history.windows[i]));
    compare_with_signs_dealt_out(moments[i], options, history.windows[i]);
  }
  if (options.inertia > 0) weigh_together(moments, options, splits, history);
  history.fewest_moves = align(splits, reference).proven;
  for (size_t i = 0; i < moments.size(); ++i) {
    Stretch& window = history.windows[i];
    window.side = splits[i].side;
    window.low = window.high = window.balance;
    window.support.assign(window.side.size(), 1);
  }
  suppose_nobody_moved(moments, history);
  find_moves(history);
  find_turns(moments, history);
}

// In a window the events up to its end count, where older ones fade away.
NetworkOptions options_for(const TimeWindow& window, const HistoryOptions& options) {
  NetworkOptions network = options.network;
  network.to = window.to;
  network.from = network.half_life_months ? std::nullopt : std::optional(window.from);
  return network;
}

Moment moment_of(const std::vector<Event>& events, const std::vector<double>& weights,
                 const std::vector<Tally>& tallies, const Network& whole,
                 const NetworkOptions& options) {
  Moment moment;
  moment.network = build_network(tallies, options);
  moment.unit = 1 / kUnits;
  std::map<std::string_view, uint32_t> index;
  for (uint32_t i = 0; i < whole.actors.size(); ++i) index[whole.actors[i].node] = i;
  // Whoever acts in a window acts in the whole time.
  for (const NetworkActor& actor : moment.network.actors)
    moment.number.push_back(index.at(actor.node));
  moment.shares = tie_shares(events, weights, moment.network, options);
  moment.graph =
      graph_of(moment.network, moment.number, static_cast<uint32_t>(whole.actors.size()));
  return moment;
}

// In each component the best connected actor on the first side.
Sides facing_heads(const SignedGraph& graph, const Sides& side) {
  std::vector<int64_t> load(graph.actors);
  for (const SignedEdge& edge : graph.edges)
    for (const uint32_t end : {edge.a, edge.b}) load[end] += std::abs(edge.weight);
  const std::vector<uint32_t> component = components(graph);
  std::vector<uint32_t> head(graph.actors, UINT32_MAX);  // of a component
  for (uint32_t i = 0; i < graph.actors; ++i) {
    uint32_t& best = head[component[i]];
    if (best == UINT32_MAX || load[i] > load[best]) best = i;
  }
  Sides facing(graph.actors);
  for (uint32_t i = 0; i < graph.actors; ++i)
    if (load[i] > 0) facing[i] = static_cast<int8_t>(side[i] * side[head[component[i]]]);
  return facing;
}

}  // namespace

History measure_history(const std::vector<Event>& events, const Network& whole,
                        const Balance& balance, const HistoryOptions& options) {
  History history;
  Sides reference;
  for (uint32_t i = 0; i < whole.actors.size(); ++i) {
    history.actors.push_back(whole.actors[i].node);
    reference.push_back(static_cast<int8_t>(balance.camp[i] < 0 ? 0 : 1 - 2 * balance.camp[i]));
  }
  Date first, last;
  for (const Tie& tie : whole.ties) {
    if (tie.from == Date{}) continue;
    first = first == Date{} ? tie.from : std::min(first, tie.from);
    last = std::max(last, tie.to);
  }
  if (first == Date{}) return history;
  const uint32_t months =
      options.months ? options.months : window_months(first, last, kWindowsMost);
  const std::vector<double> weights = event_weights(events);
  const std::vector<Tally> tallies = tally(events);
  std::vector<Moment> moments;
  for (const TimeWindow& window : time_windows(first, last, months, options.step)) {
    moments.push_back(moment_of(events, weights, tallies, whole, options_for(window, options)));
    Stretch stretch;
    stretch.window = window;
    for (const Tie& tie : moments.back().network.ties) stretch.events += tie.events;
    history.windows.push_back(std::move(stretch));
  }
  measure(moments, reference, options, history);
  resample(moments, static_cast<uint32_t>(events.size()), options, history);
  history.changes = find_change_points(events, whole, balance, options);
  return history;
}

History measure_history(const std::vector<std::string>& actors,
                        const std::vector<NamedGraph>& graphs, const HistoryOptions& options) {
  History history;
  history.actors = actors;
  std::vector<Moment> moments;
  SignedGraph sum{static_cast<uint32_t>(actors.size()), {}};
  for (const NamedGraph& named : graphs) {
    Moment moment;
    moment.graph = named.graph;
    moment.unit = named.unit;
    moments.push_back(std::move(moment));
    Stretch stretch;
    stretch.name = named.name;
    history.windows.push_back(std::move(stretch));
    sum.edges.insert(sum.edges.end(), named.graph.edges.begin(), named.graph.edges.end());
  }
  sum = simplify(sum).graph;
  const Frustration whole =
      minimum_frustration(sum, {.seed = options.seed, .branchings_max = 0, .stop = options.stop});
  measure(moments, facing_heads(sum, whole.side), options, history);
  return history;
}

}  // namespace entente
