// `entente balance` of several files: one network after the other, over the same actors.
#pragma once

#include <atomic>

#include "cli/options.h"

namespace entente {

// The exit code.
int run_network_series(const Options& options, const std::atomic<bool>* stop);

}  // namespace entente
