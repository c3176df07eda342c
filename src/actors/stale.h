// Entries of the world book that may no longer hold on a day, and what it lacks on that day.
#pragma once

#include <string>
#include <vector>

#include "actors/book.h"

namespace entente {

struct StaleEntry {
  std::string row;      // "office_holders.tsv:14"
  std::string subject;  // "Ola Nordmann, foreign minister of Norway since 2017-10-20"
  std::string why;
};

// In the order of the book. The rules stand in stale.cpp.
std::vector<StaleEntry> stale_entries(const Facts& facts, Date date);

}  // namespace entente
