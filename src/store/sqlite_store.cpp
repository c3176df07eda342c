// Opening is careful (a file that is not ours stays byte for byte as it is), writing is one
// transaction a batch in a write-ahead log that is synced at each commit: whoever kills the program
// loses the batch in flight and nothing else. Tested in store_test.cpp, sqlite_file_test.cpp and
// sqlite_trouble_test.cpp.
#include "store/sqlite_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "store/batch.h"
#include "store/search.h"
#include "store/sqlite_check.h"
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
    ++puts_;
    return transaction.commit();
  }

  Result<std::vector<std::string>> known(const std::vector<std::string>& ids) const override {
    Statement there(connection_, "SELECT 1 FROM articles WHERE id = ?");
    std::vector<std::string> found;
    for (const std::string& id : ids) {
      if (there.bind(std::string_view(id)).step()) found.push_back(id);
      there.reset();
      if (there.failed()) return there.error();
    }
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Article>> articles(std::string_view after, size_t most) const override {
    Statement rows(connection_, select_articles_sql() + " WHERE id > ? ORDER BY id LIMIT ?");
    rows.bind(after).bind(most == kAll ? int64_t{-1} : static_cast<int64_t>(most));
    return read_articles(rows);
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

  Result<Done> each(const EventFilter& filter,
                    const std::function<bool(Event&&)>& take) const override {
    return each_event(connection_, path_, filter, take);
  }

  Result<size_t> count(const EventFilter& filter) const override {
    return count_events(connection_, filter);
  }

  Result<std::vector<Tally>> tallies(const TallyOptions& options) const override {
    return select_tallies(connection_, options);
  }

  Result<std::vector<Passage>> search(std::string_view words, size_t most) const override {
    Statement rows(connection_,
                   select_articles_sql() +
                       " JOIN article_search AS s ON s.rowid = articles.number WHERE "
                       "article_search MATCH ? AND articles.text <> '' ORDER BY rank, id LIMIT ?");
    const std::string match = match_of(words);
    rows.bind(std::string_view(match));
    rows.bind(most == kAll ? int64_t{-1} : static_cast<int64_t>(most));
    auto articles = read_articles(rows);
    if (!articles) return Error{articles.error()};
    std::vector<Passage> found;
    for (Article& article : articles.value()) {
      std::string sentence = best_sentence(article.text, search_terms(words));
      found.push_back({std::move(article), std::move(sentence)});
    }
    return found;
  }

  Result<std::vector<Problem>> check() const override { return check_sqlite(connection_, path_); }

  // The file is not looked at again: closing it would drop the locks of this connection.
  Result<std::unique_ptr<Store>> reader(int query_ms_max) const override {
    auto opened = Connection::open(path_, connection_.access(), 1000);
    if (!opened) return Error{opened.error()};
    opened.value().tidy_on_close(false);
    opened.value().limit_time(query_ms_max);
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path_, std::move(opened).value()));
  }

  Result<int64_t> version() const override {
    const auto others = connection_.number("PRAGMA data_version");
    if (!others) return others;
    return others.value() + puts_;
  }

 private:
  Result<Done> write_articles(const Batch& batch) const {
    Statement there(connection_, "SELECT 1 FROM articles WHERE id = ?");
    Statement insert(connection_, insert_article_sql());
    Statement insert_words(connection_,
                           "INSERT INTO article_search (rowid, title, text) "
                           "VALUES (last_insert_rowid(), ?, ?)");
    for (const Article* article : batch.articles) {
      const bool replaces = there.bind(std::string_view(article->id)).step();
      if (there.failed()) return there.error();
      there.reset();
      if (replaces)
        if (auto removed = remove(article->id); !removed) return removed;
      bind_article(insert, *article);
      insert.step();
      if (insert.failed()) return insert.error();
      insert.reset();
      insert_words.bind(std::string_view(article->title)).bind(std::string_view(article->text));
      insert_words.step();
      if (insert_words.failed()) return insert_words.error();
      insert_words.reset();
    }
    return Done{};
  }

  // An article with its events, their speakers (ON DELETE CASCADE), and the words of all of them.
  Result<Done> remove(const std::string& id) const {
    for (const char* sql :
         {"INSERT INTO event_search (event_search, rowid, sentence) SELECT 'delete', key, sentence "
          "FROM events WHERE document = ? AND sentence <> ''",
          "INSERT INTO article_search (article_search, rowid, title, text) SELECT 'delete', "
          "number, title, text FROM articles WHERE id = ?",
          "DELETE FROM articles WHERE id = ?"}) {
      Statement step(connection_, sql);
      step.bind(std::string_view(id)).step();
      if (step.failed()) return step.error();
    }
    return Done{};
  }

  Result<Done> write_events(const Batch& batch) const {
    Statement insert(connection_, insert_event_sql());
    Statement insert_speaker(connection_, insert_speaker_sql());
    Statement insert_words(connection_, "INSERT INTO event_search (rowid, sentence) VALUES (?, ?)");
    for (size_t i = 0; i < batch.events.size(); ++i) {
      const Event& event = *batch.events[i];
      bind_event(insert, event, batch.weights[i]);
      insert.step();
      if (insert.failed()) return insert.error();
      insert.reset();
      const int64_t key = connection_.last_key();
      if (auto done = write_speakers(insert_speaker, key, event.said_by); !done) return done;
      if (event.sentence.empty()) continue;
      insert_words.bind(key).bind(std::string_view(event.sentence)).step();
      if (insert_words.failed()) return insert_words.error();
      insert_words.reset();
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

  static Result<std::vector<Article>> read_articles(Statement& rows) {
    std::vector<Article> all;
    while (rows.step()) all.push_back(read_article(rows));
    if (rows.failed()) return rows.error();
    return all;
  }

  std::string path_;
  Connection connection_;
  int64_t puts_ = 0;
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

Error older_schema(const std::string& path, int64_t version) {
  return Error{
      fmt::format("{} was written by an older Entente (schema {}; this one has {}) and may not be "
                  "written. Make "
                  "it writable once, so that it can be brought up to date.",
                  path, version, kSchemaVersion)};
}

// Reads the version again, because the newest may still be in the log.
Result<Done> check_schema(const Connection& connection, const std::string& path, bool must_exist) {
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return Error{version.error()};
  if (version.value() > kSchemaVersion) return newer_schema(path, version.value());
  if (version.value() == kSchemaVersion) return Done{};
  if (version.value() > 0 && connection.read_only()) return older_schema(path, version.value());
  if (version.value() > 0) return migrate(connection);
  if (must_exist) return missing(path, "is empty");
  return make_tables(connection);
}

Result<Done> prepare_to_write(const Connection& connection) {
  // Where the log is impossible (a network disk) SQLite keeps its older way, which is safe, too.
  if (auto log = connection.run_in_turn("PRAGMA journal_mode = WAL"); !log) return log;
  // A batch that does not fit into the cache is written twice, page by page.
  return connection.run("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
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
