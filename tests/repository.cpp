// Tested in repository_test.cpp.
#include "repository.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace entente {

namespace {

namespace fs = std::filesystem;

bool is_made(const std::string& name) {
  static const std::vector<std::string> folders = {".git", "build", "node_modules", ".cache"};
  if (std::ranges::find(folders, name) != folders.end()) return true;
  for (const char* ending : {".db", ".db-wal", ".db-shm", ".db-journal"})
    if (name.ends_with(ending)) return true;
  return name == "report.html";
}

}  // namespace

std::vector<std::string> repository_files(const fs::path& root) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(root, error), end;
  while (!error && at != end) {
    const bool made = is_made(at->path().filename().string());
    if (made || at->is_symlink(error)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(error)) {
      files.push_back(at->path().lexically_relative(root).generic_string());
    }
    at.increment(error);
  }
  std::ranges::sort(files);
  return files;
}

std::string content_of(const fs::path& root, std::string_view path) {
  std::ifstream file(root / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_cpp(std::string_view path) { return path.ends_with(".cpp") || path.ends_with(".h"); }

bool is_code(std::string_view path) {
  return is_cpp(path) || path.ends_with(".js") || path.ends_with(".mjs") || path.ends_with(".ts") ||
         path.ends_with(".tsx") || path.ends_with(".css");
}

bool is_text(std::string_view content) {
  return content.substr(0, 4096).find('\0') == std::string_view::npos;
}

}  // namespace entente
