// The command line as typed -> Options.
#pragma once

#include <variant>

#include "cli/options.h"

namespace entente {

// Options, or the exit code after help, version or a usage error has been printed.
std::variant<Options, int> parse_arguments(int count, char** values);

}  // namespace entente
