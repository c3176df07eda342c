// Queries to a ClickHouse server over HTTP.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/clickhouse_address.h"

namespace entente {

class ClickHouse {
 public:
  explicit ClickHouse(ClickHouseAddress address);
  ~ClickHouse();
  ClickHouse(ClickHouse&&) noexcept;
  ClickHouse& operator=(ClickHouse&&) noexcept;

  const ClickHouseAddress& address() const { return address_; }

  // A statement that gives nothing, at one of the hosts. `database` false: outside of any.
  Result<Done> run(const std::string& sql, size_t host = 0, bool database = true) const;
  // Rows of cells, at the first host. The query must not name a format.
  Result<std::vector<std::vector<std::string>>> rows(const std::string& sql,
                                                     bool database = true) const;
  // Rows as tab_cell writes them, each ending with a newline.
  Result<Done> insert(const std::string& table_and_columns, const std::string& rows) const;

 private:
  struct Handle;
  Result<std::string> post(const std::string& query, const std::string& body, size_t host,
                           bool database) const;

  ClickHouseAddress address_;
  std::unique_ptr<Handle> handle_;
};

// A cell of ClickHouse's TabSeparated format, and back.
std::string tab_cell(std::string_view text);
std::string from_tab_cell(std::string_view cell);
// A string in a query.
std::string quoted(std::string_view text);

}  // namespace entente
