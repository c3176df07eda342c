// `entente actors`: who acts and who is named, or the names that the world book does not know.
// Tested in naming_test.cpp.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/naming.h"
#include "cli/system.h"

namespace entente {

int list_actors(const Options& options, const ActorCounts& mentions, const System& system) {
  if (!options.unknown_only) {
    print(actors_view(system, mentions, options.format, terminal()));
    return system.events.empty() && mentions.empty() ? kNothingFound : kDone;
  }
  const bool any = std::any_of(mentions.begin(), mentions.end(),
                               [](const auto& entry) { return !entry.second.actor.known(); });
  print(unknown_actors_view(mentions, options.format, terminal()));
  if (any && options.format == Format::table) {
    fmt::print(stderr,
               "To settle a name, write a line into entente.corrections, such as\n"
               "  merge ?NAME = KEN OPP      drop NAME      add CODE = NAME | sector BUS\n");
  }
  return any ? kDone : kNothingFound;
}

}  // namespace entente
