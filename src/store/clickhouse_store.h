// The store in a ClickHouse server or cluster.
#pragma once

#include <memory>
#include <string_view>

#include "store/store.h"

namespace entente {

// As open_store, for an address (see clickhouse_address.h).
Result<std::unique_ptr<Store>> open_clickhouse_store(std::string_view address, bool must_exist);

}  // namespace entente
