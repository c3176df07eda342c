// Something odd in the input that did not stop the run. Problems travel in the outputs of the
// stages; the command line prints them, one line each, and exits with 2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace entente {

struct Problem {
  std::string where;    // file, or file:line, or an article's id
  std::string message;  // what is wrong and what to do about it, one line, no final newline
  std::optional<uint64_t> offset = std::nullopt;  // bytes of the input before it, where known
};

}  // namespace entente
