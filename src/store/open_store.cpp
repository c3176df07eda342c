// From an address to a store. Tested in store_test.cpp.
#include "store/clickhouse_address.h"
#include "store/clickhouse_store.h"
#include "store/memory_store.h"
#include "store/sqlite_store.h"
#include "store/store.h"

namespace entente {

Result<std::unique_ptr<Store>> open_store(std::string_view address, bool must_exist) {
  if (address == "memory:") return make_memory_store();
  if (address.empty()) {
    return Error{"No store is named. Give a file with --store, or memory: to keep nothing."};
  }
  if (is_clickhouse_address(address)) return open_clickhouse_store(address, must_exist);
  return open_sqlite_store(std::string(address), {.must_exist = must_exist});
}

}  // namespace entente
