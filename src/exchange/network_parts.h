// The network as graph programs want it: actors with place and colour, and for each pair up to two
// edges side by side, one for what is friendly between the two and one for what is hostile.
#pragma once

#include <string>
#include <vector>

#include "exchange/exchange.h"

namespace entente {

struct Colour {
  uint8_t red = 0, green = 0, blue = 0;
};
std::string to_string(Colour colour);  // "#2a6fb0"

struct NetworkNode {
  std::string id;  // Actor::node
  std::string name;
  int camp = 0;          // 1, 2, or 0 for neither
  bool certain = false;  // in this camp in every best solution
  bool contested = false;
  double weight = 0;
  double x = 0, y = 0;
  Colour colour;
};

// Whole months, from the first day to the last.
struct Spell {
  Date from, to;
};

struct NetworkEdge {
  uint32_t a = 0, b = 0;  // indices of nodes, a < b
  bool friendly = false;
  double sum = 0;     // of the weights of such events, > 0
  double a_to_b = 0;  // its part from a to b, and back
  double b_to_a = 0;
  uint32_t events = 0;        // of the whole tie, of either kind
  std::vector<Spell> spells;  // months with such events; none where no event has a date
  double weight() const { return strength_of(sum); }
  int sign() const { return friendly ? 1 : -1; }
  std::string_view kind() const { return friendly ? "friend" : "enemy"; }
  Colour colour() const;
};

struct NetworkParts {
  std::vector<NetworkNode> nodes;  // by id
  std::vector<NetworkEdge> edges;  // by a, b; friend before enemy
};

NetworkParts network_parts(const Holdings& holdings);

}  // namespace entente
