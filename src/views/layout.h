// Where the actors lie in the drawing of the network.
#pragma once

#include <vector>

#include "views/views.h"

namespace entente {

struct Place {
  double x = 0, y = 0;  // units of about a pixel where forty actors are drawn; y grows upwards
};

// One place an actor of the network. Friends attract, enemies repel, camp 1 lies left of a gap and
// camp 2 right of it, whoever belongs to neither in between. An actor's starting place follows from
// its node alone, so that a network which grows a little looks a little different.
std::vector<Place> layout(const System& system);

}  // namespace entente
