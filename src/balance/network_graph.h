// The signed ties of a network as integers (millionths of strength), so that sums, bounds and
// proofs are exact and the same everywhere. Tested through the parts that use it.
#pragma once

#include <algorithm>
#include <cmath>

#include "balance/balance.h"

namespace entente {

inline constexpr double kUnits = 1e6;  // of a strength of 1

inline int64_t units_of(double strength) {
  constexpr double kGreatest = 1e4;  // above any strength; keeps sums of odd input in range
  if (!(strength > 0)) return 1;
  return std::max<int64_t>(1, std::llround(std::min(strength, kGreatest) * kUnits));
}

// `number`: for each actor of the network the one that it is in the graph.
inline SignedGraph graph_of(const Network& network, const std::vector<uint32_t>& number,
                            uint32_t actors) {
  SignedGraph graph{actors, {}};
  for (const Tie& tie : network.ties)
    if (tie.sign() != 0 && tie.first != tie.second)
      graph.edges.push_back(
          {number[tie.first], number[tie.second], tie.sign() * units_of(tie.strength())});
  return graph;
}

}  // namespace entente
