// The store in one SQLite file.
#pragma once

#include <memory>
#include <string>

#include "store/store.h"

namespace entente {

struct SqliteOptions {
  bool must_exist = false;
  int wait_ms_max = 5000;  // for other programs that hold the file
};

// As open_store, for a path.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options);

}  // namespace entente
