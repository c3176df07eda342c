// A hash: short, stable, and good enough to tell one article's events apart.
// Tested in extract_test.cpp.
#include "events/event_id.h"

#include <fmt/format.h>

#include "base/fnv.h"

namespace entente {

std::string event_id(const Event& event) {
  return fmt::format("{:016x}", fnv1a(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", event.document,
                                                  event.sentence_range.begin, event.deed.begin,
                                                  event.source.actor.code, event.target.actor.code,
                                                  to_string(event.type), to_string(event.status))));
}

}  // namespace entente
