// Whether a name stands for the place or for the government.
#pragma once

#include <vector>

#include "actors/draft.h"

namespace entente {

// For a name over tokens [begin, end): "in Moscow" and "arrived from Kabul" are places, "Moscow
// warned" and "sanctions against Moscow" are governments.
bool is_place(const Reading& reading, const Found& name);

}  // namespace entente
