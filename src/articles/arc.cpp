// ARC, the Internet Archive's format before WARC: a line "URL address date type length" (version 2
// has more fields, the length last), then that many bytes, then a line end. Where a line is none of
// these, the next that is one is looked for. Tested by records_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "articles/crawled_page.h"
#include "articles/http_response.h"
#include "articles/records.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr size_t kLineMax = 16u << 10;

struct ArcHead {
  std::string url;
  uint64_t length = 0;
};

// The head that the line is, if it is one.
std::optional<ArcHead> read_head(std::string_view line) {
  line = trim(line);
  const std::vector<std::string_view> fields = split(line, ' ');
  if (fields.size() < 5 || fields[0].find(':') == std::string_view::npos) return std::nullopt;
  const std::string_view date = fields[2], size = fields.back();
  const bool dated =
      date.size() >= 8 && date.find_first_not_of("0123456789") == std::string_view::npos;
  ArcHead head;
  head.url = fields[0];
  const auto [stop, fault] = std::from_chars(size.data(), size.data() + size.size(), head.length);
  if (!dated || fault != std::errc() || stop != size.data() + size.size()) return std::nullopt;
  return head;
}

class Arc {
 public:
  Arc(SharedStream stream, Trail trail) : stream_(std::move(stream)), trail_(std::move(trail)) {}

  std::optional<Record> next() {
    bool odd = false;
    uint64_t odd_begin = 0;
    while (!stream_->at_end() || stream_->resume()) {
      const uint64_t place = trail_.position ? trail_.position() : stream_->offset();
      const size_t size = stream_->line_size(kLineMax);
      const std::string line = size > kLineMax ? "" : stream_->take(size);
      if (size > kLineMax) stream_->skip_line();
      const auto head = read_head(line);
      if (!head) {
        if (!odd && !trim(line).empty()) odd_begin = place;
        odd |= !trim(line).empty() || size > kLineMax;
        continue;
      }
      if (odd) report_gap(odd_begin);
      odd = false;
      ++count_;
      if (auto record = take_record(*head, place)) return record;
    }
    if (odd) report_gap(odd_begin);
    return std::nullopt;
  }

 private:
  void report_gap(uint64_t begin) {
    trail_.report(fmt::format("{}:{}", trail_.name, count_),
                  "the bytes after this record are no ARC and were passed over; fetch the file "
                  "again",
                  begin);
  }

  std::optional<Record> take_record(const ArcHead& head, uint64_t place) {
    const std::string where = fmt::format("{}:{}", trail_.name, count_);
    const HttpResponse http =
        read_http_head(stream_->peek(std::min<uint64_t>(head.length, kLineMax)));
    const bool page = head.url.starts_with("http") && http.status >= 200 && http.status < 300 &&
                      may_hold_article(http.type);
    if (!page) {
      stream_->skip(head.length);
      return std::nullopt;
    }
    return take_page(*stream_, trail_,
                     {.where = where, .offset = place, .length = head.length, .url = head.url});
  }

  SharedStream stream_;
  Trail trail_;
  size_t count_ = 0;
};

}  // namespace

RecordStream arc_records(SharedStream stream, Trail trail) {
  auto arc = std::make_shared<Arc>(std::move(stream), std::move(trail));
  return [arc] { return arc->next(); };
}

}  // namespace entente
