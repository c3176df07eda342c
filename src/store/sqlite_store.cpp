// Opening is careful (a file that is not ours stays byte for byte as it is), writing is one
// transaction a batch in a write-ahead log that is synced at each commit: whoever kills the program
// loses the batch in flight and nothing else. Tested in store_test.cpp, sqlite_file_test.cpp and
// sqlite_trouble_test.cpp.
#include "store/sqlite_store.h"

#include <fmt/format.h>

#include <filesystem>

#include "store/batch.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_events.h"
#include "store/sqlite_file.h"
#include "store/sqlite_rows.h"
#include "store/sqlite_schema.h"
#include "store/sqlite_tallies.h"

namespace entente {

namespace {

class SqliteStore : public Store {
 public:
  SqliteStore(std::string path, Connection connection)
      : path_(std::move(path)), connection_(std::move(connection)) {}

  Result<Done> put(const std::vector<Article>& articles,
                   const std::vector<Event>& events) override {
    auto batch = make_batch(articles, events);
    if (!batch) return Error{batch.error()};
    Transaction transaction(connection_);
    if (auto begun = transaction.begin(); !begun) return begun;
    if (auto done = write_articles(batch.value()); !done) return done;
    if (auto done = write_events(batch.value()); !done) return done;
    return transaction.commit();
  }

  Result<std::vector<Article>> articles() const override {
    Statement rows(connection_, select_articles_sql() + " ORDER BY id");
    std::vector<Article> all;
    while (rows.step()) all.push_back(read_article(rows));
    if (rows.failed()) return rows.error();
    return all;
  }

  Result<std::optional<Article>> article(std::string_view id) const override {
    Statement rows(connection_, select_articles_sql() + " WHERE id = ?");
    const bool found = rows.bind(id).step();
    if (rows.failed()) return rows.error();
    return found ? std::optional(read_article(rows)) : std::nullopt;
  }

  Result<std::vector<Event>> events(const EventFilter& filter) const override {
    return select_events(connection_, path_, filter);
  }

  Result<std::vector<Tally>> tallies(const TallyOptions& options) const override {
    return select_tallies(connection_, options);
  }

 private:
  Result<Done> write_articles(const Batch& batch) const {
    // Its events and their speakers go with it (ON DELETE CASCADE).
    Statement remove(connection_, "DELETE FROM articles WHERE id = ?");
    Statement insert(connection_, insert_article_sql());
    for (const Article* article : batch.articles) {
      remove.bind(std::string_view(article->id)).step();
      if (remove.failed()) return remove.error();
      remove.reset();
      bind_article(insert, *article);
      insert.step();
      if (insert.failed()) return insert.error();
      insert.reset();
    }
    return Done{};
  }

  Result<Done> write_events(const Batch& batch) const {
    Statement insert(connection_, insert_event_sql() + " RETURNING key");
    Statement insert_speaker(connection_, insert_speaker_sql());
    for (size_t i = 0; i < batch.events.size(); ++i) {
      const Event& event = batch.events[i];
      bind_event(insert, event, batch.weights[i]);
      if (!insert.step()) return insert.error();
      const int64_t key = insert.number();
      insert.reset();
      if (auto done = write_speakers(insert_speaker, key, event.said_by); !done) return done;
    }
    return Done{};
  }

  Result<Done> write_speakers(Statement& insert, int64_t key,
                              const std::vector<Speaker>& speakers) const {
    for (size_t i = 0; i < speakers.size(); ++i) {
      insert.bind(key).bind(static_cast<int64_t>(i)).bind(std::string_view(speakers[i].name));
      insert.bind(int64_t{speakers[i].range.begin}).bind(int64_t{speakers[i].range.end});
      insert.step();
      if (insert.failed()) return insert.error();
      insert.reset();
    }
    return Done{};
  }

  std::string path_;
  Connection connection_;
};

Error missing(const std::string& path, std::string_view what) {
  return Error{fmt::format(
      "{} {}. Read articles into it first (entente read PATH --store {}), or choose another file "
      "with --store.",
      path, what, path)};
}

// The file as far as its first bytes tell.
Result<Done> check_file(const std::string& path, bool must_exist) {
  const auto file = look_at_store_file(path);
  if (!file) return Error{file.error()};
  if (must_exist && file.value() == StoreFile::absent) return missing(path, "does not exist");
  if (must_exist && file.value() == StoreFile::empty) return missing(path, "is empty");
  const auto folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
    return Error{fmt::format(
        "{} cannot be made, because the folder {} does not exist. Make the folder, or choose "
        "another file with --store.",
        path, folder.string())};
  }
  return Done{};
}

// SQLite needs to write beside a file even to read it; where the folder forbids that, and no log
// waits to be read, the file alone is the whole store.
Result<Connection> open_to_read(const std::string& path, int wait_ms_max) {
  auto connection = Connection::open(path, SqliteAccess::existing, wait_ms_max);
  if (!connection) return connection;
  connection.value().tidy_on_close(false);
  const bool readable = connection.value().number("PRAGMA user_version").ok();
  std::error_code error;
  if (readable || !connection.value().lacks_permission() ||
      std::filesystem::exists(path + "-wal", error)) {
    return connection;
  }
  auto immutable = Connection::open(path, SqliteAccess::immutable, wait_ms_max);
  if (!immutable || !immutable.value().number("PRAGMA user_version")) return connection;
  return immutable;
}

// Reads the version again, because the newest may still be in the log.
Result<Done> check_schema(const Connection& connection, const std::string& path, bool must_exist) {
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return Error{version.error()};
  if (version.value() > kSchemaVersion) return newer_schema(path, version.value());
  if (version.value() > 0) return Done{};
  if (must_exist) return missing(path, "is empty");
  return make_tables(connection);
}

Result<Done> prepare_to_write(const Connection& connection) {
  // Where the log is impossible (a network disk) SQLite keeps its older way, which is safe, too.
  if (auto log = connection.run("PRAGMA journal_mode = WAL"); !log) return log;
  return connection.run("PRAGMA synchronous = FULL");
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options) {
  if (auto checked = check_file(path, options.must_exist); !checked) return Error{checked.error()};
  auto opened = options.must_exist
                    ? open_to_read(path, options.wait_ms_max)
                    : Connection::open(path, SqliteAccess::create, options.wait_ms_max);
  if (!opened) return Error{opened.error()};
  const Connection& connection = opened.value();
  connection.tidy_on_close(false);
  if (auto checked = check_schema(connection, path, options.must_exist); !checked)
    return Error{checked.error()};
  if (!connection.read_only()) {
    if (auto ready = prepare_to_write(connection); !ready) return Error{ready.error()};
  } else if (!options.must_exist) {
    return Error{fmt::format(
        "{} cannot be written. Make it writable, or choose another file with --store.", path)};
  }
  if (auto on = connection.run("PRAGMA foreign_keys = ON"); !on) return Error{on.error()};
  connection.tidy_on_close(true);
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, std::move(opened).value()));
}

}  // namespace entente
