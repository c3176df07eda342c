// The filter of filter.cpp as SQL; store_test.cpp holds them together.
#include "store/sqlite_events.h"

#include <fmt/format.h>

#include "store/search.h"
#include "store/sqlite_rows.h"

namespace entente {

namespace {

// Conditions with '?' and the values for them, in order.
struct Where {
  std::vector<std::string> conditions;
  std::vector<std::string> values;

  void add(std::string condition, std::vector<std::string> of_condition) {
    conditions.push_back(std::move(condition));
    for (std::string& value : of_condition) values.push_back(std::move(value));
  }
};

void add_nodes(Where& where, const EventFilter& filter) {
  const std::string& a = filter.node;
  const std::string& b = filter.node_b;
  if (!a.empty() && !b.empty()) {
    return where.add("(source_node = ? AND target_node = ? OR source_node = ? AND target_node = ?)",
                     {a, b, b, a});
  }
  for (const std::string& node : {a, b})
    if (!node.empty()) where.add("(source_node = ? OR target_node = ?)", {node, node});
}

Where where_of(const EventFilter& filter) {
  Where where;
  add_nodes(where, filter);
  if (!filter.document.empty()) where.add("document = ?", {filter.document});
  if (!filter.outlet.empty()) {
    where.add("key IN (SELECT event FROM speakers WHERE speakers.name = ? AND position = 0)",
              {filter.outlet});
  }
  if (!filter.words.empty())
    where.add("key IN (SELECT rowid FROM event_search WHERE event_search MATCH ?)",
              {match_of(filter.words)});
  if (filter.from || filter.to) where.add("month IS NOT NULL", {});
  if (filter.from) where.add("date_from >= ?", {to_string(*filter.from)});
  if (filter.to) where.add("date_from <= ?", {to_string(*filter.to)});
  if (filter.type) where.add("type = ?", {std::string(to_string(*filter.type))});
  if (filter.status) where.add("status = ?", {std::string(to_string(*filter.status))});
  return where;
}

std::string condition_of(const Where& where) {
  if (where.conditions.empty()) return "";
  return fmt::format(" WHERE {}", fmt::join(where.conditions, " AND "));
}

// The keys of a window come first, so that only its rows are read and sorted whole.
std::string sql_of(const Where& where, const EventFilter& filter) {
  const std::string_view way = filter.newest_first ? " DESC" : "";
  const std::string order = fmt::format(" ORDER BY date_from{0}, id{0}, document{0}", way);
  const std::string condition = condition_of(where);
  if (filter.most == kAll && filter.skip == 0) return select_events_sql() + condition + order;
  return fmt::format("{0} WHERE key IN (SELECT key FROM events{1}{2} LIMIT {3} OFFSET {4}){2}",
                     select_events_sql(), condition, order,
                     filter.most == kAll ? "-1" : std::to_string(filter.most), filter.skip);
}

bool read_speakers(Statement& speakers, EventRow& row) {
  speakers.reset();
  speakers.bind(row.key);
  while (speakers.step()) {
    Speaker speaker;
    speaker.name = speakers.text();
    speaker.range.begin = static_cast<uint32_t>(speakers.number());
    speaker.range.end = static_cast<uint32_t>(speakers.number());
    row.event.said_by.push_back(std::move(speaker));
  }
  return !speakers.failed();
}

Error unknown_word(const std::string& path, int64_t key) {
  return Error{fmt::format(
      "{} holds an event that this Entente cannot read (events.key {}). If it was changed by "
      "another program, remove it and read the articles again.",
      path, key)};
}

}  // namespace

Result<Done> each_event(const Connection& connection, const std::string& path,
                        const EventFilter& filter, const std::function<bool(Event&&)>& take) {
  const Where where = where_of(filter);
  Statement rows(connection, sql_of(where, filter));
  for (const std::string& value : where.values) rows.bind(std::string_view(value));
  Statement speakers(connection,
                     "SELECT name, name_begin, name_end FROM speakers WHERE event = ? "
                     "ORDER BY position");
  while (rows.step()) {
    auto row = read_event(rows);
    if (!row.known) return unknown_word(path, row.key);
    if (!read_speakers(speakers, row)) return speakers.error();
    if (!take(std::move(row.event))) return Done{};
  }
  if (rows.failed()) return rows.error();
  return Done{};
}

Result<std::vector<Event>> select_events(const Connection& connection, const std::string& path,
                                         const EventFilter& filter) {
  std::vector<Event> events;
  const auto done = each_event(connection, path, filter, [&](Event&& event) {
    events.push_back(std::move(event));
    return true;
  });
  if (!done) return Error{done.error()};
  return events;
}

Result<size_t> count_events(const Connection& connection, const EventFilter& filter) {
  const Where where = where_of(filter);
  Statement rows(connection, "SELECT count(*) FROM events" + condition_of(where));
  for (const std::string& value : where.values) rows.bind(std::string_view(value));
  if (!rows.step()) return rows.error();
  return static_cast<size_t>(rows.number());
}

std::string match_of(std::string_view words) {
  const std::vector<std::string> terms = search_terms(words);
  // Nothing holds this.
  if (terms.empty()) return "\"\x01\"";
  return fmt::format("\"{}\"", fmt::join(terms, "\" \""));
}

}  // namespace entente
