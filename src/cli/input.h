// Paths -> records.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "articles/articles.h"
#include "base/problem.h"

namespace entente {

// Files in folders are taken in the order of their names; those with a
// name that articles and archives of them have (.txt, .html, .jsonl, .warc.gz, .zip ...). Missing
// paths and empty folders are Problems.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      std::vector<Problem>& problems);

// How messages call an input: its path, or "standard input" for "-".
std::string input_name(const std::string& path);

// The bytes of a file, or of the standard input for "-", as they are drawn; nothing and a Problem
// where it cannot be opened.
std::optional<ByteSource> source_of_file(const std::string& path, std::vector<Problem>& problems);

// All bytes of a file, or of the standard input for "-"; nothing and a Problem where that fails.
std::optional<std::string> read_file(const std::string& path, std::vector<Problem>& problems);

// The records of many files, one file after the other.
class RecordInput {
 public:
  RecordInput(std::vector<std::string> files, ArticleOptions options)
      : files_(std::move(files)), options_(std::move(options)) {}

  // The next record, nothing at the end of all files. Problems are appended, and may come with a
  // record or at the end.
  std::optional<Record> next(std::vector<Problem>& problems);
  size_t files() const { return files_.size(); }
  size_t files_done() const { return file_ - (reader_ ? 1 : 0); }

 private:
  bool open(std::vector<Problem>& problems);

  std::vector<std::string> files_;
  ArticleOptions options_;
  size_t file_ = 0;  // index of the file to open next
  std::optional<RecordReader> reader_;
};

}  // namespace entente
