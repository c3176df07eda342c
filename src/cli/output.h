// Files that commands write.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// A file that is written piece by piece; it is there as a whole or not at all. "-" is the standard
// output. Errors come with finish() and name the file.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();  // without finish() nothing is left
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  bool write(std::string_view bytes);  // false where it failed, now or before
  Result<Done> finish();
  size_t size() const { return size_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };
  void fail(int code);

  std::string path_, part_;  // where it ends up, and what it is called until then
  std::unique_ptr<std::FILE, Closer> file_;
  int error_ = 0;
  size_t size_ = 0;
};

// "-" is the standard output. A file is there as a whole or not at all. Errors name the file.
Result<Done> write_output(const std::string& path, std::string_view bytes);

}  // namespace entente
