// Invasions that news names by their victim alone: "since the invasion of Ukraine".
#pragma once

#include <string_view>
#include <vector>

namespace entente {

// The nodes of those who may be meant as the doers of `deed` ("invasion", "war") to
// `victim` (a node), likeliest first; empty where nothing is known.
std::vector<std::string_view> known_invaders(std::string_view deed, std::string_view victim);

}  // namespace entente
