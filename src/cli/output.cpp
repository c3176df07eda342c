// Tested in exchange_commands_test.cpp.
#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "cli/system.h"

namespace entente {

namespace {

Error unwritable(const std::string& path, int code) {
  return Error{fmt::format("{} cannot be written ({}). Choose another file with -o.", path,
                           std::strerror(code))};
}

}  // namespace

Result<Done> write_output(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    print(bytes);
    return Done{};
  }
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  const bool plain =
      kind == std::filesystem::file_type::not_found || kind == std::filesystem::file_type::regular;
  const std::string written = plain ? path + ".part" : path;  // a pipe cannot be renamed
  errno = 0;
  std::ofstream out(written, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    const Error failure = unwritable(path, errno);
    if (plain) std::filesystem::remove(written, error);
    return failure;
  }
  if (plain && std::rename(written.c_str(), path.c_str()) != 0) return unwritable(path, errno);
  return Done{};
}

}  // namespace entente
