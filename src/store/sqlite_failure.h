// What SQLite reports, as a sentence for the person at the terminal.
#pragma once

#include <string>

namespace entente {

struct SqliteTrouble {
  std::string path;
  int code = 0;          // extended result code
  int system_error = 0;  // errno of the call behind it, or 0
  std::string message;   // SQLite's own words
  int wait_ms_max = 0;   // how long a lock was waited for
  int query_ms_max = 0;  // how long a question may take; 0: as long as it takes
};

// Names the file, the trouble and the remedy.
std::string sqlite_failure(const SqliteTrouble& trouble);

}  // namespace entente
