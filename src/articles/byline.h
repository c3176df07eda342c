// Bylines: who wrote an article, and for whom.
#pragma once

#include <optional>
#include <string_view>

#include "articles/credits.h"

namespace entente {

// "By Jane Doe", "By Jane Doe and John Roe, The Courier", "Comment by Jane Doe", "From our own
// correspondent"; nothing for other lines. A reporter without a name gives no author.
std::optional<Credits> read_byline(std::string_view line);

}  // namespace entente
