// Tallies made where the events lie, so that events need not travel.
#pragma once

#include <vector>

#include "store/sqlite_connection.h"
#include "store/store.h"

namespace entente {

Result<std::vector<Tally>> select_tallies(const Connection& connection,
                                          const TallyOptions& options);

}  // namespace entente
