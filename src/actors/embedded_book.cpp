// The tables of data/world as they were when the program was built. A book that does not load is a
// bug, which a test of the same tables would have shown. Tested in world_book_test.cpp.
#include <array>

#include "actors/book.h"
#include "base/check.h"

#define ENTENTE_TABLE(name)                     \
  extern "C" const char entente_world_##name[]; \
  extern "C" const char entente_world_##name##_end[];
ENTENTE_TABLE(states)
ENTENTE_TABLE(organisations)
ENTENTE_TABLE(groups)
ENTENTE_TABLE(members)
ENTENTE_TABLE(office_holders)
ENTENTE_TABLE(organs)
ENTENTE_TABLE(outlets)
ENTENTE_TABLE(places)
ENTENTE_TABLE(regions)
ENTENTE_TABLE(nouns)
ENTENTE_TABLE(styles)
#undef ENTENTE_TABLE

namespace entente {

namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::vector<WorldBookFile> embedded_world_tables() {
#define ENTENTE_TABLE(name) \
  { #name ".tsv", between(entente_world_##name, entente_world_##name##_end) }
  return {ENTENTE_TABLE(states),  ENTENTE_TABLE(organisations),  ENTENTE_TABLE(groups),
          ENTENTE_TABLE(members), ENTENTE_TABLE(office_holders), ENTENTE_TABLE(organs),
          ENTENTE_TABLE(outlets), ENTENTE_TABLE(places),         ENTENTE_TABLE(regions),
          ENTENTE_TABLE(nouns),   ENTENTE_TABLE(styles)};
#undef ENTENTE_TABLE
}

WorldBook embedded_world_book() {
  Result<WorldBook> book = load_reviewed_tables(embedded_world_tables());
  if (!book) check_failed(book.error().c_str(), __FILE__, __LINE__);
  return std::move(book).value();
}

}  // namespace entente
