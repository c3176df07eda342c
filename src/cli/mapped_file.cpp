// Tested in exchange_commands_test.cpp.
#include "cli/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace entente {

namespace {

// A file that nobody else can open; -1 and errno where none can be made.
int nameless_file() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "entente_XXXXXX").string();
  const int file = mkostemp(name.data(), O_CLOEXEC);
  if (file >= 0) unlink(name.c_str());
  return file;
}

// An errno, or 0.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written == 0 ? ENOSPC : errno;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

}  // namespace

MappedFile::MappedFile(const std::string& path) { map(open(path.c_str(), O_RDONLY | O_CLOEXEC)); }

MappedFile::MappedFile(const ByteSource& source) {
  const int file = nameless_file();
  if (file < 0) {
    error_ = errno;
    return;
  }
  std::vector<char> block(256u << 10);
  while (error_ == 0) {
    const size_t size = source(block.data(), block.size());
    if (size == 0) break;
    error_ = write_all(file, {block.data(), size});
  }
  error_ == 0 ? map(file) : static_cast<void>(close(file));
}

void MappedFile::map(int file) {
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) {
    error_ = errno;
  } else if (S_ISDIR(status.st_mode)) {
    error_ = EISDIR;
  } else if (S_ISREG(status.st_mode) && status.st_size > 0) {
    size_ = static_cast<size_t>(status.st_size);
    bytes_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes_ == MAP_FAILED) {
      error_ = errno;
      bytes_ = nullptr;
      size_ = 0;
    }
  }
  if (file >= 0) close(file);
}

MappedFile::~MappedFile() {
  if (bytes_) munmap(bytes_, size_);
}

void MappedFile::release() const {
  if (bytes_) madvise(bytes_, size_, MADV_DONTNEED);
}

}  // namespace entente
