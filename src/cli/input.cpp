// A file is JSON Lines if its first non-blank byte is '{' (as in read_articles); such files are cut
// at line ends, so that an archive of any size is read in bounded memory. Tested by
// program_test.cpp.
#include "cli/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr size_t kPieceBytes = 4u << 20;
constexpr size_t kFileBytesMax = 512u << 20;

bool is_article_file(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".txt" || extension == ".text" || extension == ".jsonl" ||
         extension == ".ndjson" || extension == ".html" || extension == ".htm";
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
        {folder, "holds no .txt, .text, .jsonl, .ndjson or .html file; name files directly"});
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

// Grows with what is there, so that a small file costs little.
std::string read_up_to(std::istream& in, size_t bytes_max) {
  constexpr size_t kStep = 256u << 10;
  std::string bytes;
  while (in && bytes.size() < bytes_max) {
    const size_t before = bytes.size(), step = std::min(kStep, bytes_max - before);
    bytes.resize(before + step);
    in.read(bytes.data() + before, static_cast<std::streamsize>(step));
    bytes.resize(before + static_cast<size_t>(in.gcount()));
  }
  return bytes;
}

}  // namespace

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

ArticleInput::ArticleInput(std::vector<std::string> files, ArticleOptions options)
    : files_(std::move(files)), options_(std::move(options)) {}

bool ArticleInput::open(std::vector<Problem>& problems) {
  const std::string& path = files_[file_++];
  line_ = 1;
  if (path == "-") {
    source_ = &std::cin;
  } else {
    stream_ = std::ifstream(path, std::ios::binary);
    if (!stream_) {
      problems.push_back({path, fmt::format("cannot be opened: {}", std::strerror(errno))});
      return false;
    }
    source_ = &stream_;
  }
  while (source_->peek() == ' ' || source_->peek() == '\n' || source_->peek() == '\r' ||
         source_->peek() == '\t') {
    line_ += source_->get() == '\n';
  }
  json_lines_ = source_->peek() == '{';
  first_piece_ = true;
  return true;
}

std::vector<Article> ArticleInput::next_piece(std::vector<Problem>& problems) {
  const std::string& path = files_[file_ - 1];
  std::string bytes = read_up_to(*source_, json_lines_ ? kPieceBytes : kFileBytesMax);
  const auto at_end = [&] {
    return !source_->good() || source_->peek() == std::char_traits<char>::eof();
  };
  bool more = !at_end();
  if (more && json_lines_ && bytes.back() != '\n') {
    std::string rest;
    std::getline(*source_, rest);
    bytes += rest + "\n";
    more = !at_end();
  }
  ArticleOptions options = options_;
  options.json_lines = json_lines_ && (more || !first_piece_);  // else one object may have lines
  first_piece_ = false;
  const std::string name = input_name(path);
  ReadArticles read = read_articles(bytes, name, options, line_);
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  line_ += static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  if (more && !json_lines_) {
    problems.push_back({name, "is larger than 512 MB; split it, the rest was left out"});
  }
  if (!more || !json_lines_) source_ = nullptr;
  return std::move(read.articles);
}

std::vector<Article> ArticleInput::next(std::vector<Problem>& problems) {
  constexpr size_t batch_bytes = 8u << 20;
  constexpr size_t batch_articles = 256;
  std::vector<Article> batch;
  size_t bytes = 0;
  while (batch.size() < batch_articles && bytes < batch_bytes) {
    if (!source_ && file_ == files_.size()) break;
    if (!source_ && !open(problems)) continue;
    for (Article& article : next_piece(problems)) {
      bytes += article.text.size();
      batch.push_back(std::move(article));
    }
  }
  return batch;
}

}  // namespace entente
