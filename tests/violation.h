// A place in the repository that breaks a rule of ARCHITECTURE.md, and what to do about it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace entente {

struct Violation {
  std::string path;  // relative to the repository root, with '/'
  size_t line = 0;   // from 1; 0 where the whole file is meant
  std::string remedy;
};

using Violations = std::vector<Violation>;

}  // namespace entente
