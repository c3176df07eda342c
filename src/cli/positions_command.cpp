// `entente positions`: who stands where on which issue.
#include <algorithm>

#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

int run_positions(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const auto loaded = load_system(options, known.value());
  if (!loaded) return fail(loaded.error());
  const LoadedSystem& parts = loaded.value();
  std::vector<Position> positions = find_positions(parts.events);
  if (!options.issue.empty()) {
    std::erase_if(positions, [&](const Position& one) { return one.issue != options.issue; });
  }
  print(positions_view(positions, parts.events, known.value().book, options.format, terminal()));
  if (parts.failures > 0) return kFailed;
  return positions.empty() ? kNothingFound : kDone;
}

}  // namespace entente
