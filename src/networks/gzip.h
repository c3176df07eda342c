// Compressed bytes -> plain bytes. Tested in networks_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace entente {

struct Inflated {
  std::string bytes;
  bool complete = true;  // false: damaged or cut short; `bytes` is what came before
};

bool is_gzip(std::string_view bytes);
// All members one after the other.
Inflated inflate_gzip(std::string_view bytes);

}  // namespace entente
