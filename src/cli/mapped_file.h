// Bytes of a file as memory, drawn from the disk as they are looked at.
#pragma once

#include <string>
#include <string_view>

#include "articles/articles.h"

namespace entente {

class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  // What a source gives, in a file without a name among the temporary ones, gone with this object.
  explicit MappedFile(const ByteSource& source);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  int error() const { return error_; }  // an errno; 0 where the bytes are there
  std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }
  // Gives back the memory of what was looked at; looking again draws it from the disk again.
  void release() const;

 private:
  void map(int file);

  void* bytes_ = nullptr;
  size_t size_ = 0;
  int error_ = 0;
};

}  // namespace entente
