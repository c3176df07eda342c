// The rows of a user's corrections file, before they are checked against the world book.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actors/book.h"
#include "base/problem.h"

namespace entente {

enum class CorrectionKind : uint8_t { add, merge, rename, retype, drop };

struct Correction {
  CorrectionKind kind = CorrectionKind::add;
  std::string_view actor;  // left of "=": a code, a name, or "?Name"
  std::string_view value;  // right of it, up to the first "|"
  std::vector<std::pair<std::string_view, std::string_view>> details;  // "| sector REB"
  size_t line = 0;
};

// Views into `text`. Rows that cannot be read are Problems; `file` is their place.
std::vector<Correction> read_corrections(std::string_view text, std::string_view file,
                                         std::vector<Problem>& problems);

// How a row names an actor, without case, accents and "?": rows that mean the same compare equal.
std::string correction_key(const Facts& facts, std::string_view actor);

// Rows that contradict each other or lead in a circle, taken out; one Problem for each.
void settle_corrections(const Facts& facts, std::string_view file, std::vector<Correction>& rows,
                        std::vector<Problem>& problems);

}  // namespace entente
