// Stores of older schemas are brought up to date, whole or not at all; the views that people query.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "store/generated_events.h"
#include "store/scratch_folder.h"
#include "store/sqlite_file.h"

namespace entente {
namespace {

// Schema 1, as the first Entente made it.
constexpr const char* kFirstSchema = R"sql(
PRAGMA application_id = 1164866661;
PRAGMA user_version = 1;
CREATE TABLE articles (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL, author TEXT NOT NULL,
  url TEXT NOT NULL, published TEXT, text TEXT NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE events (
  key INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  id TEXT NOT NULL, sentence_index INTEGER NOT NULL, sentence_begin INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL, sentence TEXT NOT NULL, source_code TEXT NOT NULL,
  source_country TEXT NOT NULL, source_sector TEXT NOT NULL, source_name TEXT NOT NULL,
  source_node TEXT NOT NULL, source_text TEXT NOT NULL, source_begin INTEGER NOT NULL,
  source_end INTEGER NOT NULL, target_code TEXT NOT NULL, target_country TEXT NOT NULL,
  target_sector TEXT NOT NULL, target_name TEXT NOT NULL, target_node TEXT NOT NULL,
  target_text TEXT NOT NULL, target_begin INTEGER NOT NULL, target_end INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL,
  mutual INTEGER NOT NULL CHECK (mutual IN (0, 1)), date_from TEXT, date_to TEXT,
  date_precision TEXT NOT NULL, date_basis TEXT NOT NULL, issue TEXT NOT NULL,
  deed_begin INTEGER NOT NULL, deed_end INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL,
  month TEXT, weight REAL NOT NULL, UNIQUE (document, id)) STRICT;
CREATE INDEX events_by_source ON events (source_node);
CREATE INDEX events_by_target ON events (target_node);
CREATE INDEX events_by_date ON events (date_from, id, document);
CREATE TABLE speakers (
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL, name_begin INTEGER NOT NULL, name_end INTEGER NOT NULL,
  PRIMARY KEY (event, position)) STRICT, WITHOUT ROWID;
INSERT INTO articles VALUES
  ('a', 'Title', 'Gazette', '', '', '2021-05-18', 'Russia warned Georgia.', 'a.txt');
INSERT INTO events VALUES
  (7, 'a', 'e1', 0, 0, 22, 'Russia warned Georgia.', 'RUS', 'RUS', '', 'Russia', 'RUS', 'Russia', 0,
   6, 'GEO', 'GEO', '', 'Georgia', 'GEO', 'Georgia', 14, 21, 'THREATEN', '', 'happened', 0,
   '2021-05-17', '2021-05-17', 'day', 'relative', '', 7, 13, 'warn', 0.9, '2021-05-01', -99.0);
INSERT INTO speakers VALUES (7, 0, 'Gazette', 0, 0), (7, 1, 'minister', 1, 2);
)sql";

std::string run_sql(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  CHECK(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  std::string rows;
  char* error = nullptr;
  const auto take = [](void* to, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i)
      *static_cast<std::string*>(to) += std::string(values[i] ? values[i] : "NULL") + "|";
    return 0;
  };
  if (sqlite3_exec(handle, sql.c_str(), take, &rows, &error) != SQLITE_OK) rows = error;
  sqlite3_free(error);
  sqlite3_close(handle);
  return rows;
}

class Migration : public testing::Test {
 protected:
  void SetUp() override { EXPECT_EQ(run_sql(path_, kFirstSchema), ""); }
  ScratchFolder folder_;
  std::string path_ = folder_.file("entente.db");
};

TEST_F(Migration, KeepsEverythingAndWeighsAnew) {
  auto store = open_store(path_, true);
  ASSERT_TRUE(store.ok()) << store.error();
  const auto events = store.value()->events({}).value();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].sentence, "Russia warned Georgia.");
  EXPECT_EQ(events[0].said_by.at(1).name, "minister");
  EXPECT_EQ(events[0].deed, (Range{7, 13}));
  EXPECT_FALSE(events[0].elsewhere);
  EXPECT_EQ(store.value()->articles().value().at(0).published, (Date{2021, 5, 18}));
  EXPECT_NEAR(store.value()->tallies({}).value().at(0).hostile, tally(events).at(0).hostile, 1e-9);
  EXPECT_EQ(store.value()->search("warned", 5).value().size(), 1u);
  EXPECT_EQ(store.value()->events({.words = "georgia"}).value().size(), 1u);
  EXPECT_TRUE(store.value()->check().value().empty());
}

TEST_F(Migration, MakesTheTablesOfANewStore) {
  const std::string fresh = folder_.file("fresh.db");
  ASSERT_TRUE(open_store(fresh).ok());
  ASSERT_TRUE(open_store(path_).ok());
  const std::string schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2";
  EXPECT_EQ(run_sql(path_, schema), run_sql(fresh, schema));
  EXPECT_EQ(run_sql(path_, "PRAGMA user_version"), std::to_string(kSchemaVersion) + "|");
  EXPECT_EQ(run_sql(path_, "PRAGMA foreign_key_check"), "");
}

TEST_F(Migration, OfWhatMayNotBeWrittenIsRefused) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everything";
  ASSERT_EQ(chmod(path_.c_str(), 0444), 0);
  const auto store = open_store(path_, true);
  ASSERT_FALSE(store.ok());
  EXPECT_NE(store.error().find("older Entente (schema 1"), std::string::npos) << store.error();
}

TEST_F(Migration, HappensOnce) {
  ASSERT_TRUE(open_store(path_).ok());
  const std::string before = run_sql(path_, "SELECT * FROM events");
  ASSERT_TRUE(open_store(path_).ok());
  EXPECT_EQ(run_sql(path_, "SELECT * FROM events"), before);
}

TEST_F(Migration, TheViewsSpeakPlainly) {
  ASSERT_TRUE(open_store(path_).ok());
  EXPECT_EQ(run_sql(path_, "SELECT date, who, did, to_whom, outlet, said_by FROM reported"),
            "2021-05-17|Russia|THREATEN|Georgia|Gazette|Gazette › minister|");
  EXPECT_EQ(run_sql(path_, "SELECT a, b, events, friendly FROM pairs"), "GEO|RUS|1|0.0|");
  EXPECT_EQ(run_sql(path_, "SELECT month, who, to_whom, events FROM months"),
            "2021-05-01|RUS|GEO|1|");
  EXPECT_EQ(run_sql(path_, "SELECT node, acts, acted_on FROM actors"), "GEO|0|1|RUS|1|0|");
  EXPECT_EQ(run_sql(path_, "SELECT outlet, articles, events FROM outlets"), "Gazette|1|1|");
  EXPECT_EQ(run_sql(path_, "SELECT count(*) FROM coded_elsewhere"), "0|");
}

class Check : public Migration {
 protected:
  std::string said_after(const std::string& sql) {
    EXPECT_TRUE(open_store(path_).ok());
    EXPECT_EQ(run_sql(path_, sql), "");
    const auto problems = open_store(path_, true).value()->check();
    if (!problems) return problems.error();
    std::string said;
    for (const Problem& problem : problems.value()) said += problem.message + "\n";
    return said;
  }
};

TEST_F(Check, FindsRowsThatBelongToNothing) {
  EXPECT_NE(said_after("INSERT INTO speakers VALUES (99, 0, 'x', 0, 0)").find("belongs to nothing"),
            std::string::npos);
}

TEST_F(Check, FindsWeightsThatDoNotFit) {
  EXPECT_NE(said_after("UPDATE events SET weight = 7").find("event e1 of a has a weight"),
            std::string::npos);
}

TEST_F(Check, FindsWordsThatAreNotThere) {
  EXPECT_NE(said_after("INSERT INTO article_search (rowid, title, text) VALUES (55, 'x', 'y')")
                .find("index of words article_search"),
            std::string::npos);
}

}  // namespace
}  // namespace entente
