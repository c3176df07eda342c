// Tested in exchange_commands_test.cpp.
#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace entente {

namespace {

Error unwritable(const std::string& path, int code) {
  return Error{fmt::format("{} cannot be written ({}). Choose another file with -o.", path,
                           std::strerror(code))};
}

// A pipe or device cannot be renamed.
std::string part_of(const std::string& path) {
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  const bool plain =
      kind == std::filesystem::file_type::not_found || kind == std::filesystem::file_type::regular;
  return plain ? path + ".part" : path;
}

}  // namespace

void OutputFile::Closer::operator()(std::FILE* file) const {
  if (file != stdout) std::fclose(file);
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)), part_(path_) {
  if (path_ == "-") {
    file_.reset(stdout);
    return;
  }
  part_ = part_of(path_);
  file_.reset(std::fopen(part_.c_str(), "wb"));
  if (!file_) fail(errno);
}

OutputFile::~OutputFile() {
  if (file_) fail(0);
}

void OutputFile::fail(int code) {
  error_ = code;
  const bool remove = file_ && part_ != path_;
  file_.reset();
  std::error_code ignored;
  if (remove) std::filesystem::remove(part_, ignored);
}

bool OutputFile::write(std::string_view bytes) {
  if (!file_) return false;
  size_ += bytes.size();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return true;
  fail(errno);
  return false;
}

Result<Done> OutputFile::finish() {
  if (file_ && std::fflush(file_.get()) != 0) fail(errno);
  if (!file_) return unwritable(path_, error_);
  file_.reset();
  if (part_ != path_ && std::rename(part_.c_str(), path_.c_str()) != 0)
    return unwritable(path_, errno);
  return Done{};
}

Result<Done> write_output(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  return file.finish();
}

}  // namespace entente
