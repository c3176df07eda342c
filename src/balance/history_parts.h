// The parts of a history: what is known of a window before its camps are named, the bootstrap over
// its events, and the change points of the events.
#pragma once

#include <vector>

#include "balance/balance.h"

namespace entente {

// One window while it is measured.
struct Moment {
  Network network = {};               // empty where the graph is given as such
  std::vector<uint32_t> number = {};  // actors of `network` -> of the history
  std::vector<TieShare> shares = {};
  SignedGraph graph = {};  // over the actors of the history
  double unit = 1;
};

// Fills in low, high, support of the windows and of the moves, and the number of samples. The
// events are drawn with replacement, the same draw for all windows; the camps of a draw are named
// after those of the window. `events` is how many there are in all.
void resample(const std::vector<Moment>& moments, uint32_t events, const HistoryOptions& options,
              History& history);

// Change points of the ties of `whole`, of the tone and of the fit.
std::vector<ChangePoint> find_change_points(const std::vector<Event>& events, const Network& whole,
                                            const Balance& balance, const HistoryOptions& options);

}  // namespace entente
