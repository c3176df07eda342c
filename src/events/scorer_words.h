// The words around two phrases, each with where it stands, for a linear vote on who is for or
// against whom. Training and reading share this code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/range.h"

namespace entente {

inline constexpr size_t kWordMarks = size_t{1} << 15;

// Hashes below kWordMarks, sorted, each once, of words before, between and after the two ranges of
// bytes, of pairs of neighbours, of words beside the phrases and in them, and of how far these are
// apart. They tell the source from the target, and which of them stands first.
std::vector<uint16_t> word_marks(std::string_view text, Range source, Range target);

}  // namespace entente
