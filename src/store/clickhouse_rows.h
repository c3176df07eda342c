// Articles and events as rows of ClickHouse and back, exactly.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace entente {

using ClickHouseRow = std::vector<std::string>;

// Columns with types, for CREATE TABLE, and their names, in the order of the functions below.
std::string clickhouse_article_columns();
std::string clickhouse_event_columns();
std::string clickhouse_article_names();
std::string clickhouse_event_names();

// Rows as they are inserted: tabs between cells, a newline at the end. `version` is of the put.
std::string clickhouse_row(const Article& article, uint64_t version);
std::string clickhouse_row(const Event& event, double weight, uint64_t version);

// Nothing where the row holds what this program does not know.
std::optional<Article> clickhouse_article(const ClickHouseRow& row);
std::optional<Event> clickhouse_event(const ClickHouseRow& row);

// A date as a number that sorts: 20210630; 0 for none. ClickHouse's own dates begin in 1970.
int32_t day_number(Date date);
Date from_day_number(std::string_view number);

}  // namespace entente
