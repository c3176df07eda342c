// CHECK(condition): the program is wrong if the condition does not hold. On in release too.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace entente {

[[noreturn]] inline void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "entente: internal error at %s:%d: %s does not hold\n", file, line,
               condition);
  std::abort();
}

}  // namespace entente

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::entente::check_failed(#condition, __FILE__, __LINE__))
