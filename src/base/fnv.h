// FNV-1a, 64 bit (Fowler, Noll and Vo): short, and the same on every machine. Tells things apart;
// no protection against who means harm.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

inline constexpr uint64_t kFnvStart = 14695981039346656037u;

// `sum` goes on from an earlier piece of the same bytes, or is kFnvStart mixed with a salt.
constexpr uint64_t fnv1a(std::string_view bytes, uint64_t sum = kFnvStart) {
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return sum;
}

}  // namespace entente
