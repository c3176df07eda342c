// Paths -> articles, a batch at a time.
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "articles/articles.h"
#include "base/problem.h"

namespace entente {

// Files in folders are taken in the order of their names; there only .txt, .text, .jsonl,
// .ndjson, .html and .htm are articles. Missing paths and empty folders are Problems.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      std::vector<Problem>& problems);

// How messages call an input: its path, or "standard input" for "-".
std::string input_name(const std::string& path);

// All bytes of a file, or of the standard input for "-"; nothing and a Problem where that fails.
std::optional<std::string> read_file(const std::string& path, std::vector<Problem>& problems);

// Reads the articles of many files without holding them all in memory: JSON Lines in pieces of a
// few megabytes, other files whole.
class ArticleInput {
 public:
  ArticleInput(std::vector<std::string> files, ArticleOptions options);

  // The next articles, none at the end. Problems are appended.
  std::vector<Article> next(std::vector<Problem>& problems);
  size_t files() const { return files_.size(); }
  size_t files_done() const { return file_; }

 private:
  std::vector<Article> next_piece(std::vector<Problem>& problems);
  bool open(std::vector<Problem>& problems);

  std::vector<std::string> files_;
  ArticleOptions options_;
  size_t file_ = 0;  // index of the file to open next
  std::ifstream stream_;
  std::istream* source_ = nullptr;  // the open file, null between files
  bool json_lines_ = false;
  bool first_piece_ = true;  // of the open file
  size_t line_ = 1;
};

}  // namespace entente
