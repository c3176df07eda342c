// From an address to a store. Tested in store_test.cpp.
#include "store/memory_store.h"
#include "store/sqlite_store.h"
#include "store/store.h"

namespace entente {

Result<std::unique_ptr<Store>> open_store(std::string_view address, bool must_exist) {
  if (address == "memory:") return make_memory_store();
  if (address.empty()) {
    return Error{"No store is named. Give a file with --store, or memory: to keep nothing."};
  }
  return open_sqlite_store(std::string(address), {.must_exist = must_exist});
}

}  // namespace entente
