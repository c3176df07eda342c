// FNV-1a, 64 bit: short, stable, and good enough to tell one article's events apart.
// Tested in extract_test.cpp.
#include "events/event_id.h"

#include <fmt/format.h>

namespace entente {

namespace {

uint64_t hash(std::string_view text) {
  uint64_t value = 14695981039346656037ull;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return value;
}

}  // namespace

std::string event_id(const Event& event) {
  return fmt::format("{:016x}", hash(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", event.document,
                                                 event.sentence_range.begin, event.deed.begin,
                                                 event.source.actor.code, event.target.actor.code,
                                                 to_string(event.type), to_string(event.status))));
}

}  // namespace entente
