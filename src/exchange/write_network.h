// The network as files for graph programs.
#pragma once

#include <string>

#include "exchange/exchange.h"

namespace entente {

std::string network_gexf(const Holdings& holdings);
std::string network_graphml(const Holdings& holdings);
std::string network_json(const Holdings& holdings);
std::string nodes_csv(const Holdings& holdings);
std::string edges_csv(const Holdings& holdings);
std::string camps_csv(const Holdings& holdings);
std::string memberships_csv(const Holdings& holdings);

}  // namespace entente
