// The tables of a store.
#pragma once

#include "store/sqlite_connection.h"

namespace entente {

// Makes the tables in a file that has none; all of them or none, also when two programs start on
// the same file at once.
Result<Done> make_tables(const Connection& connection);

// Brings a store of an older schema to that of today, as a whole or not at all. Foreign keys must
// be off.
Result<Done> migrate(const Connection& connection);

}  // namespace entente
