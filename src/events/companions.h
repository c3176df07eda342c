// Who does with the subject what it does: "France, along with Germany, condemned", "Kenya sent
// troops together with Uganda", "Egypt, like Sudan, rejects the dam".
#pragma once

#include <cstdint>
#include <vector>

#include "events/syntax.h"

namespace entente {

// Tokens of phrases beside the subjects of the verb `head`, in order of place. "with" counts behind
// "together", "along" and "jointly" only.
std::vector<uint32_t> companions_of(const Syntax& syntax, uint32_t head);

}  // namespace entente
