// Plain tables that a person can query without this program (docs/store.md). A change here raises
// kSchemaVersion, and so does a change of how events are weighed, because weights are kept.
// Tested in sqlite_file_test.cpp.
#include "store/sqlite_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/sqlite_events.h"
#include "store/sqlite_file.h"

namespace entente {

namespace {

constexpr char kTables[] = R"sql(
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
  topic TEXT NOT NULL DEFAULT '',  -- what the deed is about, in lemmas
  stand TEXT NOT NULL DEFAULT 'none', -- of the source on it: none, for, against, conditional
  claimed INTEGER NOT NULL DEFAULT 0 CHECK (claimed IN (0, 1)),
  place_name TEXT NOT NULL DEFAULT '',
  place_country TEXT NOT NULL DEFAULT '',
  place_begin INTEGER NOT NULL DEFAULT 0,
  place_end INTEGER NOT NULL DEFAULT 0,
  coder TEXT NOT NULL DEFAULT '',  -- who coded it, where Entente did not: ICEWS, GDELT 2.0 ...
  coder_id TEXT NOT NULL DEFAULT '', -- its id there
  coder_code TEXT NOT NULL DEFAULT '', -- the code of the deed there
  month TEXT,                      -- first day of the month it counts in, NULL where undated
  weight REAL NOT NULL,            -- what it adds to a tie, less for repetition
  UNIQUE (document, id)
) STRICT;

CREATE TABLE speakers (            -- who says that an event happened
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,       -- 0 is the outermost, the outlet
  name TEXT NOT NULL,
  name_begin INTEGER NOT NULL,     -- bytes of sentence; begin = end where it does not name them
  name_end INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
)sql";

// Full text; the words are kept in these, the texts in the tables above. The store keeps them in
// step (sqlite_store.cpp): triggers would need a schema that is trusted, and a store may come from
// somebody else. Events without a sentence are not in it.
constexpr char kSearch[] = R"sql(
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, text, content = 'articles', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_search USING fts5 (
  sentence, content = 'events', content_rowid = 'key', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2');
)sql";

constexpr char kIndices[] = R"sql(
CREATE INDEX IF NOT EXISTS events_by_source ON events (source_node, target_node);
CREATE INDEX IF NOT EXISTS events_by_target ON events (target_node, source_node);
CREATE INDEX IF NOT EXISTS events_by_date ON events (date_from, id);
CREATE INDEX IF NOT EXISTS speakers_by_name ON speakers (name, position);
)sql";

// For people: plain names, no numbers to join on.
constexpr char kViews[] = R"sql(
CREATE VIEW reported AS            -- what happened, one row an event
SELECT e.date_from AS date, e.source_name AS who, e.type || CASE e.mode WHEN '' THEN ''
       ELSE ' ' || e.mode END AS did, e.target_name AS to_whom, e.status, e.issue,
       CASE WHEN e.sentence = '' AND e.coder <> '' THEN 'coded elsewhere, sentence not seen'
       ELSE e.sentence END AS sentence, a.outlet,
       (SELECT group_concat(name, ' › ') FROM (SELECT name FROM speakers
        WHERE event = e.key ORDER BY position)) AS said_by,
       a.title AS article, a.url, round(e.weight, 2) AS weight, e.document, e.id
FROM events AS e JOIN articles AS a ON a.id = e.document;

CREATE VIEW pairs AS               -- who is how with whom, both directions together
SELECT min(source_node, target_node) AS a, max(source_node, target_node) AS b,
       count(*) AS events, round(total(max(weight, 0.0)), 2) AS friendly,
       round(total(max(-weight, 0.0)), 2) AS hostile,
       min(date_from) AS first, max(date_from) AS last
FROM events WHERE source_node <> target_node GROUP BY 1, 2;

CREATE VIEW months AS              -- the same by month and direction
SELECT month, source_node AS who, target_node AS to_whom, count(*) AS events,
       round(total(max(weight, 0.0)), 2) AS friendly,
       round(total(max(-weight, 0.0)), 2) AS hostile
FROM events WHERE source_node <> target_node GROUP BY 1, 2, 3;

CREATE VIEW actors AS              -- who acts, and who is acted on
SELECT node, count(*) AS events, sum(acts) AS acts, sum(1 - acts) AS acted_on
FROM (SELECT source_node AS node, 1 AS acts FROM events
      UNION ALL SELECT target_node, 0 FROM events) GROUP BY node;

CREATE VIEW outlets AS             -- who reports how much
SELECT a.outlet, count(DISTINCT a.id) AS articles, count(e.key) AS events,
       min(a.published) AS first, max(a.published) AS last
FROM articles AS a LEFT JOIN events AS e ON e.document = a.id GROUP BY a.outlet;

CREATE VIEW coded_elsewhere AS     -- what was not read here but imported
SELECT coder, coder_id, coder_code, date_from AS date, source_name AS who, type, mode,
       target_name AS to_whom, document, id
FROM events WHERE coder <> '';
)sql";

// Copies what an older store has into the tables of today; a column that it lacks has its
// default.
Result<Done> copy_columns(const Connection& connection, const std::string& table,
                          const std::string& from) {
  Statement both(connection,
                 fmt::format("SELECT group_concat(quote(n.name), ', ') FROM pragma_table_info('{}')"
                             " AS n WHERE n.name IN (SELECT name FROM pragma_table_info('{}'))",
                             table, from));
  if (!both.step()) return both.error();
  std::string columns = both.text();
  std::ranges::replace(columns, '\'', '"');
  return connection.run(
      fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {2}", table, columns, from).c_str());
}

std::string marks() {
  return fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId,
                     kSchemaVersion);
}

Result<Done> make_all(const Connection& connection) {
  for (const char* sql : {static_cast<const char*>(kTables), static_cast<const char*>(kSearch),
                          static_cast<const char*>(kIndices), static_cast<const char*>(kViews)})
    if (auto done = connection.run(sql); !done) return done;
  return connection.run(marks().c_str());
}

// What events add to ties is kept with them, and this program may weigh otherwise than the one that
// wrote them.
Result<Done> weigh_anew(const Connection& connection) {
  std::vector<std::string> documents;
  Statement ids(connection, "SELECT id FROM articles ORDER BY id");
  while (ids.step()) documents.push_back(ids.text());
  if (ids.failed()) return ids.error();
  Statement update(connection,
                   "UPDATE events SET weight = ?, month = ? WHERE document = ? AND id = ?");
  for (const std::string& document : documents) {
    auto events = select_events(connection, "The store", {.document = document});
    if (!events) return Error{events.error()};
    std::ranges::sort(events.value(), {}, &Event::id);  // as a batch has them
    const std::vector<double> weights = event_weights(events.value());
    for (size_t i = 0; i < weights.size(); ++i) {
      const Event& event = events.value()[i];
      update.bind(weights[i]);
      const Date month = event_month(event);
      month == Date{} ? update.bind_null() : update.bind_copy(to_string(month));
      update.bind(std::string_view(event.document)).bind(std::string_view(event.id)).step();
      if (update.failed()) return update.error();
      update.reset();
    }
  }
  return Done{};
}

}  // namespace

Result<Done> make_tables(const Connection& connection) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  // Another program may have made them while this one waited for its turn.
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return Error{version.error()};
  if (version.value() != 0) return Done{};
  if (auto made = make_all(connection); !made) return made;
  return transaction.commit();
}

Result<Done> migrate(const Connection& connection) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return Error{version.error()};
  if (version.value() >= kSchemaVersion) return Done{};
  constexpr char kAside[] = R"sql(
PRAGMA legacy_alter_table = ON;
DROP INDEX IF EXISTS events_by_source; DROP INDEX IF EXISTS events_by_target;
DROP INDEX IF EXISTS events_by_date;
ALTER TABLE articles RENAME TO old_articles;
ALTER TABLE events RENAME TO old_events;
ALTER TABLE speakers RENAME TO old_speakers;)sql";
  if (auto done = connection.run(kAside); !done) return done;
  if (auto made = make_all(connection); !made) return made;
  for (const std::string table : {"articles", "events", "speakers"})
    if (auto done = copy_columns(connection, table, "old_" + table); !done) return done;
  constexpr char kWords[] = R"sql(
INSERT INTO article_search (rowid, title, text) SELECT number, title, text FROM articles;
INSERT INTO event_search (rowid, sentence) SELECT key, sentence FROM events WHERE sentence <> '';
)sql";
  if (auto done = connection.run(kWords); !done) return done;
  if (auto done = connection.run("DROP TABLE old_speakers; DROP TABLE old_events; "
                                 "DROP TABLE old_articles; PRAGMA legacy_alter_table = OFF;");
      !done)
    return done;
  if (auto done = weigh_anew(connection); !done) return done;
  return transaction.commit();
}

}  // namespace entente
