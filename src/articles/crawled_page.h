// The body of a crawl's record, whether ARC or WARC holds it: pages beyond the limit are left out,
// what a file that ends too early still has is read. Tested in records_test.cpp and
// broken_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "articles/records.h"

namespace entente {

struct CrawledPage {
  std::string where;    // for messages and Record::origin
  uint64_t offset = 0;  // of the record in its file
  uint64_t length = 0;  // of the body, in bytes, as the record's head has it
  std::string url;
  Record::Layout layout = Record::Layout::http_response;
};

// Takes the body off the stream. None where it is longer than ArticleOptions allow.
std::optional<Record> take_page(ByteStream& stream, const Trail& trail, CrawledPage page);

}  // namespace entente
