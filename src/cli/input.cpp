// Files are opened one after the other; what they hold, the stage `articles` finds out. Tested by
// program_test.cpp and reading_test.cpp.
#include "cli/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/ascii.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

// By name only in folders, which hold much else; a file that is named is read whatever its name.
bool is_article_file(const fs::path& path) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".warc",
       ".arc", ".wet",  ".rss",   ".atom",   ".csv",  ".tsv", ".tab",   ".zip",
       ".tar", ".tgz",  ".gz",    ".zst",    ".bz2",  ".xz",  ".json"});
  const std::string name = lower(path.filename().string());
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); }) &&
         name != "expected.tsv";
}

// Folder by folder, so that one that may not be listed hides no other; links to folders are not
// followed, since they may lead in circles. False where something could not be listed.
bool list_folder(const fs::path& folder, std::vector<std::string>& found,
                 std::vector<Problem>& problems) {
  std::error_code error;
  bool listed = true;
  std::vector<fs::path> folders;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored) && !at->is_symlink(ignored)) {
      folders.push_back(at->path());
    } else if (at->is_regular_file(ignored) && is_article_file(at->path())) {
      found.push_back(at->path().string());
    }
  }
  if (error) {
    problems.push_back({folder.string(), "the folder cannot be listed: " + error.message()});
    listed = false;
  }
  std::sort(folders.begin(), folders.end());
  for (const fs::path& inner : folders) listed = list_folder(inner, found, problems) && listed;
  return listed;
}

void add_folder(const std::string& folder, std::vector<std::string>& files,
                std::vector<Problem>& problems) {
  std::vector<std::string> found;
  const bool listed = list_folder(folder, found, problems);
  if (found.empty() && listed) {
    problems.push_back(
        {folder,
         "holds no file that is called as articles or archives are (.txt, .html, .jsonl, "
         ".warc.gz, .zip ...); name files directly"});
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

std::optional<ByteSource> source_of_file(const std::string& path, std::vector<Problem>& problems) {
  const std::shared_ptr<std::FILE> file(
      path == "-" ? stdin : std::fopen(path.c_str(), "rb"),
      [](std::FILE* one) { return one && one != stdin ? std::fclose(one) : 0; });
  if (!file) {
    problems.push_back({path, fmt::format("cannot be opened: {}", std::strerror(errno))});
    return std::nullopt;
  }
  return [file](char* data, size_t size) { return std::fread(data, 1, size, file.get()); };
}

std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      std::vector<Problem>& problems) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      files.push_back(path);
    } else if (fs::is_directory(path, error)) {
      add_folder(path, files, problems);
    } else if (!fs::exists(path, error)) {
      problems.push_back({path, "no such file or folder; check the path"});
    } else {
      files.push_back(path);
    }
  }
  return files;
}

std::string input_name(const std::string& path) { return path == "-" ? "standard input" : path; }

std::optional<std::string> read_file(const std::string& path, std::vector<Problem>& problems) {
  if (path == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    problems.push_back({path, "is a folder; name files"});
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    problems.push_back({path, fmt::format("cannot be opened: {}", std::strerror(errno))});
    return std::nullopt;
  }
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) {
    problems.push_back({path, "cannot be read to its end"});
    return std::nullopt;
  }
  return bytes;
}

bool RecordInput::open(std::vector<Problem>& problems) {
  const std::string& path = files_[file_++];
  auto source = source_of_file(path, problems);
  if (!source) return false;
  reader_.emplace(std::move(*source), input_name(path), options_);
  return true;
}

std::optional<Record> RecordInput::next(std::vector<Problem>& problems) {
  while (true) {
    if (!reader_ && file_ == files_.size()) return std::nullopt;
    if (!reader_ && !open(problems)) continue;
    if (auto record = reader_->next(problems)) return record;
    reader_.reset();
  }
}

}  // namespace entente
