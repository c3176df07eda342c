// Whether a store is whole.
#pragma once

#include <vector>

#include "base/problem.h"
#include "store/sqlite_connection.h"

namespace entente {

// Damage of the file, rows without their article, an index of words that does not fit the texts,
// and months or weights that do not fit their events.
Result<std::vector<Problem>> check_sqlite(const Connection& connection, const std::string& path);

}  // namespace entente
