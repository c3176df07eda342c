// Which events a filter lets through, and in which order a store gives them.
#pragma once

#include "store/store.h"

namespace entente {

bool passes(const Event& event, const EventFilter& filter);

// By first day (events without a date come first), then id, then document.
bool comes_before(const Event& a, const Event& b);

}  // namespace entente
