// The tables of a store.
#pragma once

#include "store/sqlite_connection.h"

namespace entente {

// Makes the tables in a file that has none; all of them or none, also when two programs start on
// the same file at once.
Result<Done> make_tables(const Connection& connection);

}  // namespace entente
