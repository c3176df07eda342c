// Tested through store_test.cpp and sqlite_trouble_test.cpp.
#include "store/sqlite_connection.h"

#include <sqlite3.h>

#include <cmath>
#include <limits>
#include <thread>

#include "store/sqlite_failure.h"

namespace entente {

namespace {

// A URI, in which '?' and '#' of a path would end it.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%')
      uri += "%25";
    else if (c == '?')
      uri += "%3f";
    else if (c == '#')
      uri += "%23";
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

int flags_of(SqliteAccess access) {
  switch (access) {
    case SqliteAccess::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case SqliteAccess::existing: return SQLITE_OPEN_READWRITE;
    case SqliteAccess::immutable: return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

void Connection::Closer::operator()(sqlite3* handle) const { sqlite3_close(handle); }
void StatementFinalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection(std::string path, SqliteAccess access, int wait_ms_max, sqlite3* handle)
    : path_(std::move(path)), access_(access), wait_ms_max_(wait_ms_max), handle_(handle) {}

Result<Connection> Connection::open(const std::string& path, SqliteAccess access, int wait_ms_max) {
  // SQLite gives names such as ":memory:" and "file:x?mode=memory" a meaning of their own.
  const std::string plain = path.starts_with('/') ? path : "./" + path;
  const std::string name = access == SqliteAccess::immutable ? immutable_uri(plain) : plain;
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &handle, flags_of(access) | SQLITE_OPEN_NOMUTEX, nullptr);
  Connection connection(path, access, wait_ms_max, handle);
  if (code != SQLITE_OK) return connection.failure();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, wait_ms_max);
  // A store may come from somebody else: nothing in its schema may do more than hold data.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return connection;
}

Result<Done> Connection::run(const char* sql) const {
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return Done{};
}

Result<Done> Connection::run_in_turn(const char* sql) const {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_ms_max_);
  while (true) {
    auto done = run(sql);
    const bool is_busy = !done && (sqlite3_errcode(handle()) & 0xff) == SQLITE_BUSY;
    if (!is_busy || std::chrono::steady_clock::now() >= end) return done;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

Result<int64_t> Connection::number(const char* sql) const {
  Statement statement(*this, sql);
  if (!statement.step()) return statement.failed() ? statement.error() : failure();
  return statement.number();
}

void Connection::limit_time(int query_ms_max) {
  constexpr int kSteps = 2000;  // of SQLite's machine between two looks at the clock
  time_limit_ = std::make_unique<TimeLimit>();
  time_limit_->query_ms_max = query_ms_max;
  const auto is_over = [](void* limit) {
    return std::chrono::steady_clock::now() > static_cast<TimeLimit*>(limit)->end ? 1 : 0;
  };
  start_clock();
  sqlite3_progress_handler(handle(), kSteps, is_over, time_limit_.get());
}

void Connection::start_clock() const {
  if (!time_limit_) return;
  time_limit_->end =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(time_limit_->query_ms_max);
}

int64_t Connection::last_key() const { return sqlite3_last_insert_rowid(handle()); }

bool Connection::read_only() const { return sqlite3_db_readonly(handle(), "main") == 1; }

bool Connection::lacks_permission() const {
  const int code = sqlite3_errcode(handle()) & 0xff;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM;
}

void Connection::tidy_on_close(bool on) const {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

Error Connection::failure() const {
  return Error{sqlite_failure({path_, handle() ? sqlite3_extended_errcode(handle()) : SQLITE_NOMEM,
                               handle() ? sqlite3_system_errno(handle()) : 0,
                               handle() ? sqlite3_errmsg(handle()) : "", wait_ms_max_,
                               time_limit_ ? time_limit_->query_ms_max : 0})};
}

Statement::Statement(const Connection& connection, std::string_view sql)
    : connection_(connection), sql_(sql) {
  connection.start_clock();
  if (auto idle = connection.idle_.extract(sql_)) {
    statement_ = std::move(idle.mapped());
    return;
  }
  sqlite3_stmt* statement = nullptr;
  note(sqlite3_prepare_v2(connection.handle(), sql_.data(), static_cast<int>(sql_.size()),
                          &statement, nullptr));
  statement_.reset(statement);
}

Statement::~Statement() {
  constexpr size_t kIdleMax = 64;
  if (failed() || !statement_ || connection_.idle_.size() >= kIdleMax) return;
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  connection_.idle_.emplace(std::move(sql_), std::move(statement_));
}

void Statement::note(int code) {
  if (code != SQLITE_OK) error_ = connection_.failure();
}

Statement& Statement::bind(std::string_view text) {
  // A null pointer would be bound as NULL.
  const char* bytes = text.data() ? text.data() : "";
  if (!failed()) {
    note(sqlite3_bind_text64(statement_.get(), ++parameter_, bytes, text.size(), SQLITE_STATIC,
                             SQLITE_UTF8));
  }
  return *this;
}

Statement& Statement::bind_copy(std::string_view text) {
  if (!failed()) {
    note(sqlite3_bind_text64(statement_.get(), ++parameter_, text.data() ? text.data() : "",
                             text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  return *this;
}

Statement& Statement::bind(int64_t number) {
  if (!failed()) note(sqlite3_bind_int64(statement_.get(), ++parameter_, number));
  return *this;
}

Statement& Statement::bind(double number) {
  if (!failed()) note(sqlite3_bind_double(statement_.get(), ++parameter_, number));
  return *this;
}

Statement& Statement::bind_null() {
  if (!failed()) note(sqlite3_bind_null(statement_.get(), ++parameter_));
  return *this;
}

bool Statement::step() {
  if (failed()) return false;
  column_ = 0;
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) note(code);
  return code == SQLITE_ROW;
}

void Statement::reset() {
  if (!failed()) note(sqlite3_reset(statement_.get()));
  parameter_ = 0;
}

bool Statement::is_null() const {
  return sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL;
}

std::string Statement::text() {
  const auto* bytes = sqlite3_column_text(statement_.get(), column_);
  const int size = sqlite3_column_bytes(statement_.get(), column_++);
  if (!bytes) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<size_t>(size)};
}

int64_t Statement::number() { return sqlite3_column_int64(statement_.get(), column_++); }

double Statement::real() {
  if (is_null()) {
    ++column_;
    return std::numeric_limits<double>::quiet_NaN();
  }
  return sqlite3_column_double(statement_.get(), column_++);
}

Transaction::~Transaction() {
  // What it says does not matter: an error that ended the transaction has been reported.
  if (open_) static_cast<void>(connection_.run("ROLLBACK"));
}

Result<Done> Transaction::begin() {
  auto begun = connection_.run("BEGIN IMMEDIATE");
  open_ = begun.ok();
  return begun;
}

Result<Done> Transaction::commit() {
  auto committed = connection_.run("COMMIT");
  if (committed.ok()) open_ = false;
  return committed;
}

}  // namespace entente
