// What tally() says in C++, in SQL; store_test.cpp asserts that they agree.
#include "store/sqlite_tallies.h"

#include <fmt/format.h>

#include "store/sqlite_rows.h"

namespace entente {

namespace {

// The speaker whose perspective is asked for, or nothing to join.
std::string speaker_sql(Perspective perspective) {
  constexpr std::string_view join =
      "JOIN speakers AS s ON s.event = e.key AND s.name <> '' AND s.position = ";
  switch (perspective) {
    case Perspective::all: return "";
    case Perspective::outlet: return std::string(join) + "0";
    case Perspective::speaker:
      return std::string(join) + "(SELECT max(position) FROM speakers WHERE event = e.key)";
  }
  return "";
}

std::string counts_sql() {
  std::string sql;
  for (int type = 0; type < kEventTypes; ++type)
    sql += fmt::format("sum(type = '{}'), ", to_string(static_cast<EventType>(type)));
  return sql;
}

std::string tallies_sql(Perspective perspective, bool named) {
  return fmt::format(R"sql(
WITH told AS (
  SELECT e.source_node AS source, e.target_node AS target, e.month, {} AS perspective,
         e.type, e.mutual, e.weight
  FROM events AS e {}
  WHERE e.source_node <> e.target_node AND e.source_node <> '' AND e.target_node <> '' {}
), directed AS (
  SELECT * FROM told
  UNION ALL
  SELECT target, source, month, perspective, type, mutual, weight FROM told WHERE mutual
)
SELECT source, target, month, perspective, {}
       sum(mutual), total(max(weight, 0.0)), total(max(-weight, 0.0))
FROM directed
GROUP BY source, target, month, perspective
ORDER BY source, target, month, perspective)sql",
                     perspective == Perspective::all ? "''" : "s.name", speaker_sql(perspective),
                     named ? "AND s.name = ?" : "", counts_sql());
}

Tally read_tally(Statement& row) {
  Tally tally;
  tally.source = row.text();
  tally.target = row.text();
  tally.month = read_date(row);
  tally.perspective = row.text();
  for (uint32_t& count : tally.counts) count = static_cast<uint32_t>(row.number());
  tally.mutual = static_cast<uint32_t>(row.number());
  tally.friendly = row.real();
  tally.hostile = row.real();
  return tally;
}

}  // namespace

Result<std::vector<Tally>> select_tallies(const Connection& connection,
                                          const TallyOptions& options) {
  const bool named = options.perspective != Perspective::all && !options.name.empty();
  Statement rows(connection, tallies_sql(options.perspective, named));
  if (named) rows.bind(std::string_view(options.name));
  std::vector<Tally> tallies;
  while (rows.step()) tallies.push_back(read_tally(rows));
  if (rows.failed()) return rows.error();
  return tallies;
}

}  // namespace entente
