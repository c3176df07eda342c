// One open SQLite file, and statements on it: thin owners over the C interface. A call that fails
// is remembered, so that a caller may do several steps and ask once.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

enum class SqliteAccess : uint8_t {
  create,     // read and write; the file is made where missing
  existing,   // read and write, or read only where the file is write-protected
  immutable,  // read only, and nobody writes meanwhile: works in a read-only folder
};

struct StatementFinalizer {
  void operator()(sqlite3_stmt* statement) const;
};
using CompiledStatement = std::unique_ptr<sqlite3_stmt, StatementFinalizer>;

class Connection {
 public:
  static Result<Connection> open(const std::string& path, SqliteAccess access, int wait_ms_max);

  // Several statements that give no rows.
  Result<Done> run(const char* sql) const;
  // The same for one that SQLite gives up at once where another program holds the file, because two
  // that wait for each other would wait for ever: it is tried again for as long as others wait.
  Result<Done> run_in_turn(const char* sql) const;
  // The first column of the first row.
  Result<int64_t> number(const char* sql) const;
  int64_t last_key() const;  // of the row inserted last
  bool read_only() const;
  SqliteAccess access() const { return access_; }
  // Ends each statement that takes longer, with an error.
  void limit_time(int query_ms_max);
  // By default the last one to close a file tidies it up (writes the log back into it). Off: the
  // file's bytes stay as they are.
  void tidy_on_close(bool on) const;

  // The sentence for the last call that failed; ask before the next call.
  Error failure() const;
  // The last call failed because the file or its folder may not be opened or written.
  bool lacks_permission() const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  friend class Statement;
  struct TimeLimit {
    int query_ms_max = 0;
    std::chrono::steady_clock::time_point end;
  };
  Connection(std::string path, SqliteAccess access, int wait_ms_max, sqlite3* handle);
  void start_clock() const;

  std::string path_;
  SqliteAccess access_;
  int wait_ms_max_;
  std::unique_ptr<TimeLimit> time_limit_;  // where SQLite finds it
  std::unique_ptr<sqlite3, Closer> handle_;
  // Statements that nobody uses at the moment, by their text: to compile one takes longer than most
  // of them run, and they are asked once an article.
  mutable std::unordered_map<std::string, CompiledStatement> idle_;
};

// Parameters are bound, and columns read, from left to right, one a call. After a failure all
// further calls do nothing.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::string_view text);  // must outlive the next step()
  Statement& bind_copy(std::string_view text);
  Statement& bind(int64_t number);
  Statement& bind(double number);
  Statement& bind_null();

  // True: a row is there to be read. False: no more rows, or failed().
  bool step();
  // Ready for other parameters, bound from the left again.
  void reset();
  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }  // only if failed()

  bool is_null() const;  // of the next column
  std::string text();
  int64_t number();
  double real();  // NULL is read as not-a-number, as it was bound
  void skip() { ++column_; }

 private:
  void note(int code);

  const Connection& connection_;
  std::string sql_;
  CompiledStatement statement_;
  int parameter_ = 0;
  int column_ = 0;
  std::optional<Error> error_;
};

// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(const Connection& connection) : connection_(connection) {}
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  Result<Done> begin();
  Result<Done> commit();

 private:
  const Connection& connection_;
  bool open_ = false;
};

}  // namespace entente
