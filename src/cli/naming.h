// The parts of `actors` and `explain` that are about names and not about events.
#pragma once

#include "cli/options.h"
#include "cli/reading.h"

namespace entente {

// `entente actors`; the exit code.
int list_actors(const Options& options, const ActorCounts& mentions, const System& system);

// Whether `explain` was given one name and not the two ends of a tie.
bool explains_name(const Options& options);
// What the name means on Options::date, or each of its mentions in the given texts; the exit code.
int explain_name(const Options& options, const Knowledge& knowledge);

}  // namespace entente
