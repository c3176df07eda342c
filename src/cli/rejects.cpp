// Tested by reading_test.cpp.
#include "cli/rejects.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace entente {
namespace {

std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

Result<RejectsFile> RejectsFile::open(const std::string& path) {
  if (path.empty()) return RejectsFile(nullptr);
  std::FILE* file = std::fopen(path.c_str(), "w");
  if (file == nullptr) {
    return Error{fmt::format("{}: cannot be written: {}; name another file with --rejects", path,
                             std::strerror(errno))};
  }
  fmt::print(file, "kind\twhere\toffset\treason\n");
  return RejectsFile(file);
}

RejectsFile::~RejectsFile() {
  if (file_ != nullptr) std::fclose(file_);
}

void RejectsFile::add(std::string_view kind, const Problem& problem) {
  if (file_ == nullptr) return;
  fmt::print(file_, "{}\t{}\t{}\t{}\n", kind, cell(problem.where),
             problem.offset ? std::to_string(*problem.offset) : "", cell(problem.message));
}

}  // namespace entente
