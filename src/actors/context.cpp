// See context.h. Tested in context_test.cpp.
#include "actors/context.h"

#include <algorithm>
#include <map>

namespace entente {

const Entity* home_state(const Reading& reading) {
  std::map<std::string_view, uint32_t> counts;
  uint32_t total = 0;
  for (const Found& name : reading.found) {
    if (name.begin == name.end) continue;
    const Entity& entity = reading.entity(name);
    if (entity.kind == EntityKind::outlet || entity.country.empty()) continue;
    ++counts[entity.country];
    ++total;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || most->second < 2 || most->second * 2 < total) return nullptr;
  return reading.facts.entity_of(most->first);
}

void resolve_in_context(const Reading&, const People&, const WorldBook&, std::vector<Draft>&) {}

}  // namespace entente
