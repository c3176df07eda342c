// Places for the actors of a network.
#pragma once

#include "exchange/network_parts.h"

namespace entente {

// Sets x and y of each node: friends near, enemies far, each camp on its side, about the origin.
void lay_out(NetworkParts& parts);

}  // namespace entente
