// WARC 1.0 and 1.1 (ISO 28500): responses, resources and conversions (the plain text of WET files)
// are records; requests, metadata and repeated visits are passed over. Where a record does not
// begin as it should, the next "WARC/" at the beginning of a line is looked for. The payload is
// unpacked by read_record, which may run on another thread. Tested by records_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "articles/crawled_page.h"
#include "articles/http_response.h"
#include "articles/records.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr size_t kHeadMax = 64u << 10;

struct WarcHead {
  std::string type, url, mime;
  std::optional<uint64_t> length;
  bool truncated = false;
};

WarcHead read_head(std::string_view text) {
  WarcHead head;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = trim(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = lower(line.substr(0, colon));
    std::string_view value = trim(line.substr(colon + 1));
    if (name == "warc-type") head.type = lower(value);
    if (name == "content-type") head.mime = lower(value.substr(0, value.find(';')));
    if (name == "warc-truncated") head.truncated = true;
    if (name == "warc-target-uri") {
      if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
      head.url = value;
    }
    uint64_t length = 0;
    if (name == "content-length") {
      const auto [stop, fault] = std::from_chars(value.data(), value.data() + value.size(), length);
      if (fault == std::errc() && stop == value.data() + value.size()) head.length = length;
    }
  }
  return head;
}

class Warc {
 public:
  Warc(SharedStream stream, Trail trail) : stream_(std::move(stream)), trail_(std::move(trail)) {}

  std::optional<Record> next() {
    while (find_record() || (stream_->resume() && find_record())) {
      place_ = trail_.position ? trail_.position() : stream_->offset();
      const auto head = take_head();
      if (!head) continue;
      ++count_;
      if (auto record = take_record(*head)) return record;
    }
    return std::nullopt;
  }

 private:
  std::string where() const { return fmt::format("{}:{}", trail_.name, count_); }

  // Goes to the next "WARC/" at the beginning of a line; false at the end.
  bool find_record() {
    bool odd = false;
    const uint64_t begin = stream_->offset();
    while (!stream_->at_end()) {
      const std::string_view ahead = stream_->peek(5);
      if (ahead.starts_with("WARC/")) {
        if (odd) {
          trail_.report(trail_.name,
                        fmt::format("{} bytes before a record are no WARC and were passed over; "
                                    "fetch the file again",
                                    stream_->offset() - begin),
                        begin);
        }
        return true;
      }
      if (ahead[0] != '\r' && ahead[0] != '\n') odd = true;
      stream_->skip_line();
    }
    if (odd) {
      trail_.report(trail_.name, "the last bytes are no WARC and were passed over", begin);
    }
    return false;
  }

  std::optional<WarcHead> take_head() {
    std::string text;
    while (text.size() < kHeadMax) {
      const size_t size = stream_->line_size(kHeadMax);
      if (size == 0 || size > kHeadMax) break;
      const std::string line = stream_->take(size);
      if (trim(line).empty()) {
        WarcHead head = read_head(text);
        if (head.length) return head;
        trail_.report(where(),
                      "the record has no valid Content-Length and was passed over; fetch "
                      "the file again",
                      place_);
        return std::nullopt;
      }
      text += line;
    }
    trail_.report(where(), "the record's head does not end; fetch the file again", place_);
    stream_->skip_line();
    return std::nullopt;
  }

  std::optional<Record> take_record(const WarcHead& head) {
    const bool response = head.type == "response" && head.url.starts_with("http");
    const bool wanted = response || ((head.type == "resource" || head.type == "conversion") &&
                                     may_hold_article(head.mime));
    const std::string_view begun = stream_->peek(std::min<uint64_t>(*head.length, kHeadMax / 8));
    const HttpResponse http = read_http_head(begun);
    const bool page = !response || http.status == 0 ||
                      (http.status >= 200 && http.status < 300 && may_hold_article(http.type));
    if (!wanted || !page) {
      stream_->skip(*head.length);
      return std::nullopt;
    }
    return take_page(
        *stream_, trail_,
        {.where = where(),
         .offset = place_,
         .length = *head.length,
         .url = head.url,
         .layout = response ? Record::Layout::http_response : Record::Layout::document});
  }

  SharedStream stream_;
  Trail trail_;
  size_t count_ = 0;    // records so far, of every type
  uint64_t place_ = 0;  // where in the file the record begins
};

}  // namespace

RecordStream warc_records(SharedStream stream, Trail trail) {
  auto warc = std::make_shared<Warc>(std::move(stream), std::move(trail));
  return [warc] { return warc->next(); };
}

}  // namespace entente
