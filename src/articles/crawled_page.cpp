// The body of a crawl's record -> a Record. See crawled_page.h.
#include "articles/crawled_page.h"

#include <fmt/format.h>

#include <utility>

namespace entente {

std::optional<Record> take_page(ByteStream& stream, const Trail& trail, CrawledPage page) {
  const size_t max = trail.options.record_bytes_max;
  if (page.length > max) {
    trail.report(page.where,
                 fmt::format("the record has {} bytes, more than the {} allowed for one page, and "
                             "was left out",
                             page.length, max),
                 page.offset);
    stream.skip(page.length);
    return std::nullopt;
  }
  Record record;
  record.bytes = stream.take(page.length);
  if (record.bytes.size() < page.length) {
    trail.report(page.where,
                 fmt::format("the file ends inside of this record ({} of {} bytes); what is there "
                             "was read, fetch the file again",
                             record.bytes.size(), page.length),
                 page.offset);
  }
  record.layout = page.layout;
  record.origin = std::move(page.where);
  record.offset = page.offset;
  record.url = std::move(page.url);
  record.crawled = true;
  return record;
}

}  // namespace entente
