// The tallies of a large store as plain numbers, so that the ties of any months and sign are added
// up within milliseconds, a request's time.
#pragma once

#include <cstdint>
#include <vector>

#include "server/query.h"
#include "ties/ties.h"

namespace entente {

struct TalliedRow {
  uint32_t tie = 0;      // index into Network::ties
  int32_t month = -1;    // year * 12 + month from 0; -1 undated
  bool forward = false;  // from the tie's first actor to its second
  float friendly = 0, hostile = 0;
  uint32_t friendly_events = 0, hostile_events = 0, other_events = 0, mutual = 0;
};

// Of the pairs that are ties of the network.
std::vector<TalliedRow> tallied_rows(const std::vector<Tally>& tallies, const Network& network);

// All actors of the network, and those of its ties that the months and the sign leave something of.
Network add_up_rows(const std::vector<TalliedRow>& rows, const Network& network,
                    const Selection& selection);

}  // namespace entente
