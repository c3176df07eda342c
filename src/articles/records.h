// How the readers of containers hand records on. The public part is in articles.h.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "articles/articles.h"
#include "articles/byte_stream.h"

namespace entente {

// The next record, nothing at the end. Problems go to the Trail's list.
using RecordStream = std::function<std::optional<Record>()>;
using SharedStream = std::shared_ptr<ByteStream>;

// Where the reading is: inside of which file and archives, and what went wrong so far.
struct Trail {
  std::string name;  // "news.zip:2021/a.html"
  int depth = 0;     // archives around
  ArticleOptions options;
  std::shared_ptr<std::vector<Problem>> problems;
  // Bytes of the file before the record to come; the stream's own offset where it is null.
  std::function<uint64_t()> position;
  // Opens what is no container, instead of the readers of articles.
  std::function<RecordStream(SharedStream, const Trail&)> open_file = nullptr;

  void report(std::string where, std::string message, std::optional<uint64_t> offset) const {
    problems->push_back({std::move(where), std::move(message), offset});
  }
  Trail inside(const std::string& entry) const {
    Trail inner = *this;
    if (!entry.empty()) inner.name += ":" + entry;
    ++inner.depth;
    return inner;
  }
};

// Finds out what the stream holds and opens the reader for it.
RecordStream open_records(ByteSource source, Trail trail);

// The readers of containers, each in a file of its own.
RecordStream json_line_records(SharedStream stream, Trail trail);
RecordStream json_value_records(SharedStream stream, Trail trail);  // an array, or values in a row
RecordStream table_records(SharedStream stream, Trail trail);       // CSV, TSV
RecordStream warc_records(SharedStream stream, Trail trail);
RecordStream arc_records(SharedStream stream, Trail trail);
RecordStream gzip_records(SharedStream stream, Trail trail);      // one member or many
RecordStream archive_records(SharedStream stream, Trail trail);   // zip, tar, zstd, xz, bzip2
RecordStream document_records(SharedStream stream, Trail trail);  // all of it is one document

}  // namespace entente
