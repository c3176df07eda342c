// Result codes: https://www.sqlite.org/rescode.html. Tested in sqlite_trouble_test.cpp.
#include "store/sqlite_failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <system_error>

namespace entente {

namespace {

bool out_of_room(const SqliteTrouble& trouble) {
  if ((trouble.code & 0xff) == SQLITE_FULL) return true;
  return (trouble.code & 0xff) == SQLITE_IOERR &&
         (trouble.system_error == ENOSPC || trouble.system_error == EDQUOT ||
          trouble.system_error == EFBIG);
}

std::string reason(const SqliteTrouble& trouble) {
  if (trouble.system_error == 0) return trouble.message;
  return std::generic_category().message(trouble.system_error);
}

}  // namespace

std::string sqlite_failure(const SqliteTrouble& trouble) {
  const std::string& path = trouble.path;
  if (out_of_room(trouble)) {
    return fmt::format(
        "There is no room left to write {}. What was stored before is safe, nothing of the last "
        "batch was stored: make room and run the same command again.",
        path);
  }
  switch (trouble.code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format(
          "{} is locked by another program, also after {:g} s. Wait until that program ends, or "
          "choose another file with --store.",
          path, trouble.wait_ms_max / 1000.0);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fmt::format(
          "{} cannot be written. Make the file and its folder writable, or choose another file "
          "with --store.",
          path);
    case SQLITE_CANTOPEN:
      return fmt::format(
          "{} cannot be opened ({}). Check that its folder exists and that you may write there, "
          "or choose another file with --store.",
          path, reason(trouble));
    case SQLITE_IOERR:
      return fmt::format(
          "Reading or writing {} failed ({}): the disk is faulty, or a quota or limit of file size "
          "is reached. Nothing of the last batch was stored: mend that and run the same command "
          "again.",
          path, reason(trouble));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fmt::format(
          "{} is damaged ({}). Put a copy in its place, or remove it and read the articles again.",
          path, trouble.message);
    case SQLITE_INTERRUPT:
      return fmt::format(
          "This takes longer than {:g} s in {}. Ask for less: fewer rows, fewer months, one actor "
          "or one tie.",
          trouble.query_ms_max / 1000.0, path);
    case SQLITE_NOMEM:
      return fmt::format(
          "There is not enough memory to open {}. Close other programs and try again.", path);
    case SQLITE_TOOBIG:
      return fmt::format(
          "An article is too large for {}. Split it, or leave it out, and run the same command "
          "again.",
          path);
    default:
      return fmt::format(
          "{} cannot be used ({}). If it was changed by another program, remove it and read the "
          "articles again.",
          path, trouble.message);
  }
}

}  // namespace entente
