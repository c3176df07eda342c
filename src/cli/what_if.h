// --what-if, --move and --pivotal: suppositions as typed -> what follows from them.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "cli/options.h"

namespace entente {

bool asks_what_if(const Options& options);

struct WhatIfQuestion {
  // The actor of the network that is meant.
  std::function<std::optional<uint32_t>(std::string_view)> actor;
  // Whether 1 and -1 stand for a sign, and the tie keeps its strength.
  bool signs_only = false;
  double new_strength = 1;  // of a tie that has none yet
  FrustrationOptions limits;
};

// Fills in `then` and `pivotal` of a what-if whose network is solved. Errors tell what was typed
// and what to type.
Result<WhatIf> answer(const Options& options, const WhatIfQuestion& question, WhatIf what_if);

}  // namespace entente
