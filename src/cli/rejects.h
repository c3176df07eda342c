// The file that lists what was not read.
#pragma once

#include <cstdio>
#include <string>

#include "base/problem.h"
#include "base/result.h"

namespace entente {

// A TSV file with the columns kind (rejected, set aside), where, offset (bytes of the input before
// it, empty where unknown) and reason. Without a path nothing is written.
class RejectsFile {
 public:
  static Result<RejectsFile> open(const std::string& path);
  RejectsFile(RejectsFile&& other) noexcept : file_(std::exchange(other.file_, nullptr)) {}
  RejectsFile& operator=(RejectsFile&&) = delete;
  ~RejectsFile();

  void add(std::string_view kind, const Problem& problem);
  bool is_open() const { return file_ != nullptr; }

 private:
  explicit RejectsFile(std::FILE* file) : file_(file) {}
  std::FILE* file_;
};

}  // namespace entente
