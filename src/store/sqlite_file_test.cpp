// Files that are no store of ours, or not of our time, are refused and stay as they are.
#include "store/sqlite_file.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "store/generated_events.h"
#include "store/scratch_folder.h"
#include "store/sqlite_store.h"

namespace entente {
namespace {

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// Through SQLite itself, as another program would. `tidy`: the log is written back at the end.
void run_sql(const std::string& path, const std::string& sql, bool tidy = true) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, tidy ? 0 : 1, nullptr);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_close(handle);
}

void make_store(const std::string& path) {
  const GeneratedBatch batch = generated_batch(1, 3, 30);
  auto store = open_store(path);
  ASSERT_TRUE(store.ok()) << store.error();
  ASSERT_TRUE(store.value()->put(batch.articles, batch.events).ok());
}

// The error says `what` and names the file and a way out; the file keeps its bytes.
void expect_refused(const std::string& path, const std::string& what) {
  const std::string before = bytes_of(path);
  for (const bool must_exist : {false, true}) {
    const auto store = open_store(path, must_exist);
    ASSERT_FALSE(store.ok()) << what;
    EXPECT_NE(store.error().find(path), std::string::npos) << store.error();
    EXPECT_NE(store.error().find(what), std::string::npos) << store.error();
    EXPECT_NE(store.error().find("--store"), std::string::npos) << store.error();
    EXPECT_TRUE(store.error().ends_with('.')) << store.error();
  }
  EXPECT_EQ(bytes_of(path), before);
}

TEST(SqliteFile, RefusesFilesThatAreNoDatabase) {
  const ScratchFolder folder;
  const std::string path = folder.file("notes.txt");
  for (const std::string& bytes : {std::string("x"), std::string("SQLite format 3"),
                                   std::string("SQLite format 3\0", 16), std::string(5000, 'x')}) {
    write(path, bytes);
    expect_refused(path, "is some other file");
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(SqliteFile, RefusesDatabasesOfOtherPrograms) {
  const ScratchFolder folder;
  const std::string path = folder.file("other.db");
  run_sql(path, "CREATE TABLE articles (id TEXT); PRAGMA application_id = 7");
  expect_refused(path, "is a database of another program");
  const std::string logged = folder.file("logged.db");
  run_sql(logged, "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)", false);
  const std::string log = bytes_of(logged + "-wal");
  EXPECT_FALSE(log.empty());
  expect_refused(logged, "is a database of another program");
  EXPECT_EQ(bytes_of(logged + "-wal"), log);
}

TEST(SqliteFile, RefusesANewerSchema) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  make_store(path);
  run_sql(path, "PRAGMA user_version = " + std::to_string(kSchemaVersion + 1));
  expect_refused(path, "newer Entente (schema 3; this one knows up to 2)");
}

TEST(SqliteFile, RefusesANewerSchemaThatIsStillInTheLog) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  make_store(path);
  run_sql(path, "PRAGMA user_version = 9", false);
  const std::string log = bytes_of(path + "-wal");
  EXPECT_FALSE(log.empty());
  expect_refused(path, "newer Entente (schema 9");
  EXPECT_EQ(bytes_of(path + "-wal"), log);
}

TEST(SqliteFile, RefusesFoldersPipesAndDevices) {
  const ScratchFolder folder;
  EXPECT_NE(open_store(folder.path().string()).error().find("is a folder"), std::string::npos);
  const std::string pipe = folder.file("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_NE(open_store(pipe).error().find("is a device or pipe"), std::string::npos);
  EXPECT_NE(open_store("/dev/null").error().find("is a device or pipe"), std::string::npos);
  EXPECT_NE(open_store("").error().find("No store is named"), std::string::npos);
}

TEST(SqliteFile, SaysWhenTheFolderDoesNotExist) {
  const ScratchFolder folder;
  const std::string error = open_store(folder.file("no/such/entente.db")).error();
  EXPECT_NE(error.find(folder.file("no/such") + " does not exist"), std::string::npos) << error;
}

TEST(SqliteFile, MustExistMakesNothing) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  EXPECT_NE(open_store(path, true).error().find(path + " does not exist. Read articles into it"),
            std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(path));
  write(path, "");
  EXPECT_NE(open_store(path, true).error().find("is empty"), std::string::npos);
  EXPECT_EQ(bytes_of(path), "");
  EXPECT_TRUE(open_store(path).ok());
  EXPECT_TRUE(open_store(path, true).ok());
}

TEST(SqliteFile, NamesThatSqliteReadsOtherwiseAreFileNames) {
  const ScratchFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const char* name : {":memory:", "file:x?mode=memory", "a b%20#?.db", "'quote'.db"}) {
    EXPECT_TRUE(open_store(name).ok()) << name;
    EXPECT_TRUE(std::filesystem::exists(folder.file(name))) << name;
    EXPECT_TRUE(open_store(name, true).ok()) << name;
  }
  std::filesystem::current_path(before);
}

TEST(SqliteFile, IsMarkedAsOursAndOpenToOtherPrograms) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  make_store(path);
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  const std::string header = bytes_of(path).substr(0, 100);
  EXPECT_EQ(header.substr(68, 4), "Ente");
  EXPECT_EQ(header[18], 2) << "write-ahead log";
  run_sql(path,
          "SELECT articles.title, source_name, type, target_name, weight, speakers.name "
          "FROM events JOIN articles ON articles.id = document JOIN speakers ON event = key");
}

TEST(SqliteFile, LeavesNoSpeakersOfReplacedEvents) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  make_store(path);
  const GeneratedBatch batch = generated_batch(1, 3, 0);
  ASSERT_TRUE(open_store(path).value()->put(batch.articles, {}).ok());
  run_sql(path,
          "CREATE TEMP TABLE left (x CHECK (x = 0));"
          "INSERT INTO left SELECT count(*) FROM speakers UNION ALL SELECT count(*) FROM events");
}

}  // namespace
}  // namespace entente
