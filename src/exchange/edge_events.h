// Ties that somebody states as such, without telling deeds -> events that weigh the same.
#pragma once

#include "exchange/row_coder.h"

namespace entente {

struct StatedTie {
  Actor source, target;
  double weight = 0;  // signed: what it adds to the tie, in the unit of event_weight
  Date from, to;      // {} where not known
  std::string id;     // events are called "<id>:0", "<id>:1" ...
  std::string coder, code;
};

// Support and accusation, as many as it takes; each has an article of its own, so that none weighs
// less as a repetition. False where the weight is no number or too large to be one of a tie.
bool add_stated_tie(const StatedTie& tie, CodedRow& row);

}  // namespace entente
