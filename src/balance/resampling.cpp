// Bootstrap over events (Efron 1979): what if the press had reported another sample of what went
// on? As many events as there are are drawn with replacement and all windows measured again, by
// search from the windows' own camps. Ranges are percentiles. The range can lie above the value
// itself, since a draw holds fewer different events and so fewer contradictions: it says how much
// hangs on single reports, not how far the truth may be. Tested in history_test.cpp.
#include <algorithm>
#include <cmath>

#include "balance/history_parts.h"
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
      std::vector<Sides> sides;
      for (size_t i = 0; i < moments_.size(); ++i) sides.push_back(measure(i, copies, work));
      if (options_.stop && *options_.stop) break;  // cut short
      count_moves(sides);
      ++history_.samples;
    }
    if (history_.samples > 0) fill_in();
  }

 private:
  Sides measure(size_t i, const std::vector<uint32_t>& copies, uint64_t& work) {
    const Moment& moment = moments_[i];
    const Network network = with_copies(moment.network, moment.shares, copies);
    const SignedGraph graph = graph_of(network, moment.number, moment.graph.actors);
    if (graph.edges.empty()) return Sides(graph.actors);
    Sides start = history_.windows[i].side;
    for (int8_t& side : start) side = side == 0 ? int8_t{1} : side;
    const Annealed annealed = anneal(graph, Adjacency(graph), start, random_,
                                     {.sweeps = 30, .restarts = 3, .stop = options_.stop});
    work += annealed.work + 100 * graph.edges.size() + 1000;
    const auto frustration = static_cast<double>(frustration_of(graph, annealed.side));
    balances_[i].push_back(1 - frustration / static_cast<double>(total_weight(graph)));
    Sides named = named_after(graph, annealed.side, history_.windows[i].side);
    for (size_t actor = 0; actor < named.size(); ++actor) {
      heard_[i][actor] += named[actor] != 0;
      alike_[i][actor] += named[actor] != 0 && named[actor] == history_.windows[i].side[actor];
    }
    return named;
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
