// Where a clause ends: at a verb that has its own say.
#pragma once

#include <cstdint>

#include "events/syntax.h"

namespace entente {

// Whether `token` hangs on `head`, or is it, with no other clause between them.
bool in_clause_of(const Syntax& syntax, uint32_t head, uint32_t token);

}  // namespace entente
