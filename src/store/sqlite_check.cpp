// Tested in sqlite_file_test.cpp.
#include "store/sqlite_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "store/sqlite_events.h"
#include "store/sqlite_rows.h"

namespace entente {

namespace {

constexpr size_t kMostOfAKind = 20;

// Each row that the query gives is a problem, told by its first column.
Result<Done> each_row(const Connection& connection, const std::string& path, const char* sql,
                      std::string_view message, std::vector<Problem>& problems) {
  Statement rows(connection, sql);
  for (size_t i = 0; i < kMostOfAKind && rows.step(); ++i) {
    const std::string text = rows.text();
    if (text != "ok") problems.push_back({path, fmt::format(fmt::runtime(message), text)});
  }
  if (rows.failed()) return rows.error();
  return Done{};
}

constexpr std::string_view kRemedy = "; read the articles again into another store";

Result<Done> check_words(const Connection& connection, const std::string& path,
                         std::vector<Problem>& problems) {
  for (const std::string table : {"article_search", "event_search"}) {
    const std::string sql = fmt::format(
        "SAVEPOINT words; INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1); "
        "RELEASE words;",
        table);
    if (connection.run(sql.c_str())) continue;
    const Error failure = connection.failure();
    static_cast<void>(connection.run("ROLLBACK TO words; RELEASE words;"));
    if (connection.read_only()) continue;  // the check would have to write
    problems.push_back(
        {path, fmt::format("the index of words {} does not fit the texts; rebuild it "
                           "with: INSERT INTO {} ({}) VALUES ('rebuild')",
                           table, table, table)});
  }
  return Done{};
}

// What is kept for tallies is what the events say.
Result<Done> check_weights(const Connection& connection, const std::string& path,
                           std::vector<Problem>& problems) {
  Statement documents(connection, "SELECT DISTINCT document FROM events ORDER BY document");
  Statement kept(connection, "SELECT month, weight FROM events WHERE document = ? AND id = ?");
  size_t wrong = 0;
  while (documents.step()) {
    const std::string document = documents.text();
    auto events = select_events(connection, path, {.document = document});
    if (!events) return Error{events.error()};
    std::ranges::sort(events.value(), {}, &Event::id);  // as they were weighed (batch.cpp)
    const std::vector<double> weights = event_weights(events.value());
    for (size_t i = 0; i < weights.size(); ++i) {
      const Event& event = events.value()[i];
      kept.bind(std::string_view(document)).bind(std::string_view(event.id));
      if (!kept.step()) return kept.error();
      const bool month = read_date(kept) == event_month(event);
      const bool weight = std::fabs(kept.real() - weights[i]) < 1e-9;
      kept.reset();
      if (month && weight) continue;
      if (++wrong > kMostOfAKind) return Done{};
      problems.push_back(
          {path, fmt::format("event {} of {} has a weight or month that does not fit "
                             "it{}",
                             event.id, document, kRemedy)});
    }
  }
  if (documents.failed()) return documents.error();
  return Done{};
}

}  // namespace

Result<std::vector<Problem>> check_sqlite(const Connection& connection, const std::string& path) {
  std::vector<Problem> problems;
  if (auto done = each_row(connection, path, "PRAGMA integrity_check(20)",
                           "is damaged: {}; restore a copy, or read the articles again", problems);
      !done)
    return Error{done.error()};
  if (!problems.empty()) return problems;  // nothing else can be trusted
  if (auto done = each_row(connection, path, "PRAGMA foreign_key_check",
                           "a row of {} belongs to nothing; remove it", problems);
      !done)
    return Error{done.error()};
  if (auto done = check_words(connection, path, problems); !done) return Error{done.error()};
  if (auto done = check_weights(connection, path, problems); !done) return Error{done.error()};
  return problems;
}

}  // namespace entente
