// Offsets after "Database File Format", https://www.sqlite.org/fileformat2.html#the_database_header
// Tested in sqlite_file_test.cpp.
#include "store/sqlite_file.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace entente {

namespace {

constexpr size_t kHeaderSize = 100;
constexpr size_t kUserVersionAt = 60;
constexpr size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic = std::string_view("SQLite format 3\0", 16);

using Header = std::array<unsigned char, kHeaderSize>;

uint32_t big_endian(const Header& header, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value = value << 8 | header[at + i];
  return value;
}

Error refusal(const std::string& path, std::string_view what) {
  return Error{fmt::format(
      "{} {}, not a store of Entente; it was left as it is. Choose another file with --store.",
      path, what)};
}

Error unreadable(const std::string& path) {
  return Error{fmt::format(
      "{} cannot be read ({}). Check its permissions, or choose another file with --store.", path,
      std::generic_category().message(errno))};
}

Result<StoreFile> look_inside(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return unreadable(path);
  Header header{};
  file.read(reinterpret_cast<char*>(header.data()), kHeaderSize);
  if (file.bad()) return unreadable(path);
  const auto size = static_cast<size_t>(file.gcount());
  if (size == 0) return StoreFile::empty;
  const std::string_view start(reinterpret_cast<const char*>(header.data()), kMagic.size());
  if (size < kHeaderSize || start != kMagic) return refusal(path, "is some other file");
  if (big_endian(header, kApplicationIdAt) != kApplicationId)
    return refusal(path, "is a database of another program");
  const uint32_t version = big_endian(header, kUserVersionAt);
  if (version > kSchemaVersion) return newer_schema(path, version);
  return StoreFile::filled;
}

}  // namespace

Error newer_schema(const std::string& path, int64_t version) {
  return Error{fmt::format(
      "{} was written by a newer Entente (schema {}; this one knows up to {}) and was left as it "
      "is. Update Entente, or choose another file with --store.",
      path, version, kSchemaVersion)};
}

Result<StoreFile> look_at_store_file(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  switch (status.type()) {
    case std::filesystem::file_type::not_found: return StoreFile::absent;
    case std::filesystem::file_type::regular: return look_inside(path);
    case std::filesystem::file_type::directory: return refusal(path, "is a folder");
    case std::filesystem::file_type::none:
      return Error{
          fmt::format("{} cannot be reached ({}). Check the permissions of its folders, or choose "
                      "another file with --store.",
                      path, error.message())};
    default: return refusal(path, "is a device or pipe");
  }
}

}  // namespace entente
