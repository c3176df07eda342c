// Where a ClickHouse store is, and who may use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

// clickhouse://host:8123/database, or with https:// in front for TLS. Several hosts stand with
// commas between them; ?cluster=NAME names their cluster in the servers' configuration, &replicated
// tells that its tables are replicated (the servers then have the macros shard and replica).
struct ClickHouseAddress {
  bool tls = false;
  std::vector<std::string> hosts;  // "host:port"
  std::string database;
  std::string cluster;
  bool replicated = false;
  std::string user, password;  // from the environment or a file, never from the address

  std::string url(size_t host) const;  // "http://host:port"
};

bool is_clickhouse_address(std::string_view address);

// Takes user and password from ENTENTE_CLICKHOUSE_USER and ENTENTE_CLICKHOUSE_PASSWORD, else from
// lines user=... and password=... of the file that ENTENTE_CLICKHOUSE_CONFIG names or of
// ~/.config/entente/clickhouse. An address that holds a password is refused: command lines are
// remembered and seen by others.
Result<ClickHouseAddress> read_clickhouse_address(std::string_view address);

}  // namespace entente
