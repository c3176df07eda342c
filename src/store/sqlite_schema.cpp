// Plain tables that a person can query without this program (docs/store.md). A change here raises
// kSchemaVersion, and so does a change of how events are weighed, because weights are kept.
// Tested in sqlite_file_test.cpp.
#include "store/sqlite_schema.h"

#include <fmt/format.h>

#include "store/sqlite_file.h"

namespace entente {

namespace {

constexpr char kTables[] = R"sql(
CREATE TABLE articles (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  author TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT,                  -- 2021-06-30, NULL where unknown
  text TEXT NOT NULL,
  origin TEXT NOT NULL             -- the file it was read from
) STRICT;

CREATE TABLE events (
  key INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sentence_index INTEGER NOT NULL,
  sentence_begin INTEGER NOT NULL, -- bytes of articles.text
  sentence_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  source_code TEXT NOT NULL,
  source_country TEXT NOT NULL,
  source_sector TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_node TEXT NOT NULL,       -- the actor's node in the network
  source_text TEXT NOT NULL,
  source_begin INTEGER NOT NULL,   -- bytes of sentence, as all ranges that follow
  source_end INTEGER NOT NULL,
  target_code TEXT NOT NULL,
  target_country TEXT NOT NULL,
  target_sector TEXT NOT NULL,
  target_name TEXT NOT NULL,
  target_node TEXT NOT NULL,
  target_text TEXT NOT NULL,
  target_begin INTEGER NOT NULL,
  target_end INTEGER NOT NULL,
  type TEXT NOT NULL,              -- PLOVER: AGREE ... ASSAULT
  mode TEXT NOT NULL,
  status TEXT NOT NULL,            -- happened, denied, planned, demanded, hypothetical
  mutual INTEGER NOT NULL CHECK (mutual IN (0, 1)),
  date_from TEXT,                  -- first and last day, NULL where unknown
  date_to TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,        -- explicit, relative, publication, none
  issue TEXT NOT NULL,
  deed_begin INTEGER NOT NULL,
  deed_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL,
  month TEXT,                      -- first day of the month it counts in, NULL where undated
  weight REAL NOT NULL,            -- what it adds to a tie, less for repetition
  UNIQUE (document, id)
) STRICT;
CREATE INDEX events_by_source ON events (source_node);
CREATE INDEX events_by_target ON events (target_node);
CREATE INDEX events_by_date ON events (date_from, id, document);

CREATE TABLE speakers (            -- who says that an event happened
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,       -- 0 is the outermost, the outlet
  name TEXT NOT NULL,
  name_begin INTEGER NOT NULL,     -- bytes of sentence; begin = end where it does not name them
  name_end INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace

Result<Done> make_tables(const Connection& connection) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  // Another program may have made them while this one waited for its turn.
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return Error{version.error()};
  if (version.value() != 0) return Done{};
  const std::string marks = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                        kApplicationId, kSchemaVersion);
  for (const char* sql : {marks.c_str(), static_cast<const char*>(kTables)})
    if (auto done = connection.run(sql); !done) return done;
  return transaction.commit();
}

}  // namespace entente
