// What a file is, told from its first bytes alone, so that a file that is not ours stays as it is:
// SQLite itself may write to a database that it merely opens.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace entente {

// "Ente" as SQLite's application id.
inline constexpr uint32_t kApplicationId = 0x456e7465;
inline constexpr int64_t kSchemaVersion = 2;

enum class StoreFile : uint8_t {
  absent,
  empty,   // no bytes yet: a run that ended before it made the tables
  filled,  // an Entente store of this schema
};

// An error for a folder, a device, a file of another program, a store of a newer schema, and a
// file that cannot be read.
Result<StoreFile> look_at_store_file(const std::string& path);

// The refusal of a store that a newer program wrote.
Error newer_schema(const std::string& path, int64_t version);

}  // namespace entente
