// The world book with a user's own tables.
#pragma once

#include "actors/actors.h"
#include "base/result.h"
#include "cli/options.h"

namespace entente {

// The built-in world book, its tables replaced by those of the same name in Options::world_book
// where that is given. A bad row is an error, or printed and left out with Options::skip_bad_rows.
Result<WorldBook> world_book_of(const Options& options);

}  // namespace entente
