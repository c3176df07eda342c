// entente_stale [DATE]: the entries of the world book to look up again as of a day, today by
// default.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "actors/stale.h"

namespace entente {
namespace {

Date today() {
  using Days = std::chrono::duration<int32_t, std::ratio<86400>>;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return civil_from_days(std::chrono::duration_cast<Days>(now).count());
}

int run(int count, char** values) {
  const auto given = count > 1 ? parse_iso_date(values[1]) : std::optional(today());
  if (!given || count > 2) {
    fmt::print(stderr, "usage: entente_stale [DATE], such as entente_stale 2026-06-30\n");
    return 2;
  }
  const WorldBook book = embedded_world_book();
  const auto entries = stale_entries(book.facts(), *given);
  for (const StaleEntry& entry : entries) {
    fmt::print("data/world/{}: {}: {}\n", entry.row, entry.subject, entry.why);
  }
  fmt::print(stderr, "{} to look up as of {}.\n", entries.size(), to_string(*given));
  return 0;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) { return entente::run(count, values); }
