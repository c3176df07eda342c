// Networks by hand for tests.
#pragma once

#include <cmath>
#include <initializer_list>
#include <string>

#include "balance/balance.h"

namespace entente {

struct MadeUpTie {
  uint32_t first, second;
  double balance;  // friendly (> 0) or hostile (< 0) acts, half in each direction
};

inline Network made_up_network(uint32_t actors, const std::vector<MadeUpTie>& ties) {
  Network network;
  for (uint32_t i = 0; i < actors; ++i) network.actors.push_back({std::string(1, 'A' + i), 0});
  for (const MadeUpTie& made_up : ties) {
    Tie tie;
    tie.first = made_up.first;
    tie.second = made_up.second;
    (made_up.balance > 0 ? tie.friendly : tie.hostile) = std::fabs(made_up.balance);
    tie.first_to_second = tie.second_to_first = made_up.balance / 2;
    tie.events = 1;
    network.actors[tie.first].weight += tie.strength();
    network.actors[tie.second].weight += tie.strength();
    network.ties.push_back(tie);
  }
  return network;
}

}  // namespace entente
