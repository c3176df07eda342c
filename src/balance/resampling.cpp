// Bootstrap over events (Efron 1979): what if the press had reported another sample of what went
// on? As many events as there are are drawn with replacement and all windows measured again, by
// search from the windows' own camps. Ranges are percentiles. The range can lie above the value
// itself, since a draw holds fewer different events and so fewer contradictions: it says how much
// hangs on single reports, not how far the truth may be. Tested in history_test.cpp.
#include <algorithm>
#include <cmath>

#include "balance/history_parts.h"
#include "balance/joint_windows.h"
#include "balance/local_search.h"
#include "balance/network_graph.h"

namespace entente {

namespace {

constexpr double kTail = 0.05;  // on either side of the range

std::vector<uint32_t> draw(uint32_t events, Random& random) {
  std::vector<uint32_t> copies(events);
  for (uint32_t i = 0; i < events; ++i) ++copies[random.below(events)];
  return copies;
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - std::floor(place)) * (values[above] - values[below]);
}

// Each component on the side where most of its weight stands in the window; who has no tie, on
// none.
Sides named_after(const SignedGraph& graph, const Sides& found, const Sides& window) {
  const std::vector<uint32_t> component = components(graph);
  std::vector<int64_t> votes(graph.actors);
  std::vector<bool> tied(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    for (const uint32_t end : {edge.a, edge.b}) {
      tied[end] = true;
      votes[component[end]] += std::abs(edge.weight) * found[end] * window[end];
    }
  }
  Sides named(graph.actors);
  for (uint32_t i = 0; i < graph.actors; ++i)
    if (tied[i]) named[i] = static_cast<int8_t>(votes[component[i]] < 0 ? -found[i] : found[i]);
  return named;
}

class Resampling {
 public:
  Resampling(const std::vector<Moment>& moments, const HistoryOptions& options, History& history)
      : moments_(moments),
        options_(options),
        history_(history),
        random_(options.seed),
        balances_(moments.size()),
        alike_(moments.size(), std::vector<uint32_t>(history.actors.size())),
        heard_(alike_),
        moved_(history.moves.size()),
        possible_(history.moves.size()) {}

  void run(uint32_t events) {
    uint64_t work = 0;
    while (history_.samples < options_.samples && work < options_.work_max) {
      const std::vector<uint32_t> copies = draw(events, random_);
      const std::vector<Sides> sides = measure(copies, work);
      if (options_.stop && *options_.stop) break;  // cut short
      count_moves(sides);
      ++history_.samples;
    }
    if (history_.samples > 0) fill_in();
  }

 private:
  // The camps of a window on its own, from those that it has.
  Sides solve(const SignedGraph& graph, Sides start, uint64_t& work) {
    if (graph.edges.empty()) return start;
    Annealed annealed = anneal(graph, Adjacency(graph), start, random_,
                               {.sweeps = 30, .restarts = 3, .stop = options_.stop});
    work += annealed.work + 100 * graph.edges.size() + 1000;
    return std::move(annealed.side);
  }

  static Sides without_gaps(Sides sides) {
    for (int8_t& side : sides) side = side == 0 ? int8_t{1} : side;
    return sides;
  }

  std::vector<Sides> solve_all(const std::vector<SignedGraph>& graphs, uint64_t& work) {
    std::vector<Sides> all;
    if (options_.inertia <= 0) {
      for (size_t i = 0; i < graphs.size(); ++i)
        all.push_back(solve(graphs[i], without_gaps(history_.windows[i].side), work));
      return all;
    }
    const auto inertia = std::max<int64_t>(1, std::llround(options_.inertia * kUnits));
    const JointWindows joint = join(graphs, inertia);
    Sides start(joint.graph.actors, 1);
    for (size_t i = 0; i < graphs.size(); ++i)
      for (size_t actor = 0; actor < joint.number[i].size(); ++actor)
        if (joint.number[i][actor] != UINT32_MAX && history_.windows[i].side[actor] != 0)
          start[joint.number[i][actor]] = history_.windows[i].side[actor];
    for (Sides& sides : sides_of(joint, solve(joint.graph, start, work)))
      all.push_back(without_gaps(std::move(sides)));
    return all;
  }

  std::vector<Sides> measure(const std::vector<uint32_t>& copies, uint64_t& work) {
    std::vector<SignedGraph> graphs;
    for (const Moment& moment : moments_)
      graphs.push_back(graph_of(with_copies(moment.network, moment.shares, copies), moment.number,
                                moment.graph.actors));
    std::vector<Sides> all = solve_all(graphs, work);
    for (size_t i = 0; i < graphs.size(); ++i) count(graphs[i], i, all[i]);
    return all;
  }

  // Names the camps of a window and counts who stands as in the window itself.
  void count(const SignedGraph& graph, size_t i, Sides& sides) {
    if (!graph.edges.empty()) {
      const auto frustration = static_cast<double>(frustration_of(graph, sides));
      balances_[i].push_back(1 - frustration / static_cast<double>(total_weight(graph)));
    }
    const Sides& window = history_.windows[i].side;
    sides = named_after(graph, sides, window);
    for (size_t actor = 0; actor < sides.size(); ++actor) {
      heard_[i][actor] += sides[actor] != 0;
      alike_[i][actor] += sides[actor] != 0 && sides[actor] == window[actor];
    }
  }

  void count_moves(const std::vector<Sides>& sides) {
    for (size_t i = 0; i < history_.moves.size(); ++i) {
      const CampChange& move = history_.moves[i];
      const int8_t before = sides[move.last][move.actor], after = sides[move.now][move.actor];
      if (before == 0 || after == 0) continue;
      ++possible_[i];
      moved_[i] += after == move.side && before == -move.side;
    }
  }

  static double share(uint32_t of, uint32_t all) {
    return all > 0 ? static_cast<double>(of) / all : 0;
  }

  void fill_in() {
    for (size_t i = 0; i < moments_.size(); ++i) {
      Stretch& window = history_.windows[i];
      if (!balances_[i].empty()) {
        window.low = percentile(balances_[i], kTail);
        window.high = percentile(balances_[i], 1 - kTail);
      }
      for (size_t actor = 0; actor < window.support.size(); ++actor)
        window.support[actor] = share(alike_[i][actor], heard_[i][actor]);
    }
    for (size_t i = 0; i < history_.moves.size(); ++i)
      history_.moves[i].support = share(moved_[i], possible_[i]);
  }

  const std::vector<Moment>& moments_;
  const HistoryOptions& options_;
  History& history_;
  Random random_;
  std::vector<std::vector<double>> balances_;         // window, resample
  std::vector<std::vector<uint32_t>> alike_, heard_;  // window, actor: resamples
  std::vector<uint32_t> moved_, possible_;            // move: resamples
};

}  // namespace

void resample(const std::vector<Moment>& moments, uint32_t events, const HistoryOptions& options,
              History& history) {
  if (events > 0) Resampling(moments, options, history).run(events);
}

}  // namespace entente
