// gzip, one member or many in a row, as crawls write them (a member a record). A damaged member is
// reported and left, and reading goes on at the next one that begins. Own code over zlib, since
// general readers stop at the first fault and do not tell where in the file they are. Tested by
// records_test.cpp.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "articles/records.h"

namespace entente {
namespace {

constexpr std::string_view kMagic("\x1F\x8B\x08", 3);

class Gunzip {
 public:
  Gunzip(SharedStream stream, Trail trail) : stream_(std::move(stream)), trail_(std::move(trail)) {}
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() {
    if (open_) inflateEnd(&inflater_);
  }

  // 0 also where damage has cut a member, so that what it held does not run into the next; then
  // more may follow.
  size_t read(char* data, size_t size) {
    while (true) {
      if (std::exchange(cut_, false)) return 0;
      if (!open_ && !begin_member()) return 0;
      const std::string_view ahead = stream_->peek(1);
      inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
      inflater_.avail_in = static_cast<uInt>(std::min<size_t>(ahead.size(), 1u << 30));
      const auto before = inflater_.avail_in;
      inflater_.next_out = reinterpret_cast<Bytef*>(data);
      inflater_.avail_out = static_cast<uInt>(size);
      const int state = ahead.empty() ? Z_BUF_ERROR : inflate(&inflater_, Z_NO_FLUSH);
      stream_->skip(before - inflater_.avail_in);
      const size_t made = size - inflater_.avail_out;
      made_ += made;
      member_made_ += made;
      if (state == Z_STREAM_END) end_member();
      if (state == Z_OK || state == Z_STREAM_END) {
        if (made > 0 && !is_bomb()) return made;
        continue;
      }
      const bool began = std::exchange(member_made_, 0) > 0;
      fault(ahead.empty());
      cut_ = began && made > 0;
      if (began) return made;
    }
  }

  uint64_t member_offset() const { return member_; }

 private:
  // Goes to the next member; false at the end.
  bool begin_member() {
    const std::string_view ahead = stream_->peek(3);
    if (ahead.empty()) return false;
    if (!ahead.starts_with(kMagic) && !find_member()) return false;
    member_ = stream_->offset();
    inflater_ = {};
    member_made_ = 0;
    open_ = inflateInit2(&inflater_, 15 + 16) == Z_OK;
    return open_;
  }

  // Passes over what is no gzip. Padding with zeros is usual and no fault.
  bool find_member() {
    const uint64_t begin = stream_->offset();
    bool zeros = true;
    while (true) {
      const std::string_view ahead = stream_->peek(3);
      if (ahead.size() < 3) {
        zeros = zeros && std::count(ahead.begin(), ahead.end(), '\0') ==
                             static_cast<std::ptrdiff_t>(ahead.size());
        stream_->skip(ahead.size());
        break;
      }
      const size_t found = ahead.find(kMagic);
      const size_t size = found == std::string_view::npos ? ahead.size() - 2 : found;
      zeros = zeros && ahead.substr(0, size).find_first_not_of('\0') == std::string_view::npos;
      stream_->skip(size);
      if (found != std::string_view::npos) break;
    }
    if (!zeros && !faulty_) {
      trail_.report(trail_.name, "bytes that are no gzip were passed over; fetch the file again",
                    begin);
    }
    faulty_ = false;
    return !stream_->at_end();
  }

  void end_member() {
    inflateEnd(&inflater_);
    open_ = false;
  }

  void fault(bool truncated) {
    end_member();
    faulty_ = true;
    trail_.report(trail_.name,
                  truncated
                      ? "the compressed file ends too early; the rest is missing, fetch the "
                        "file again"
                      : "the compressed data are damaged here; reading goes on where the next "
                        "part begins, fetch the file again",
                  stream_->offset());
  }

  // A thousand times larger than the file, and large: made to fill memory or disk.
  bool is_bomb() {
    constexpr uint64_t kLarge = 256u << 20;
    if (made_ < kLarge || made_ / 1000 < stream_->offset()) return false;
    trail_.report(trail_.name,
                  "the file unpacks to more than a thousand times its size; it was left there, "
                  "unpack it yourself if you trust it",
                  stream_->offset());
    end_member();
    while (stream_->skip(1u << 20) > 0) {
    }
    return true;
  }

  SharedStream stream_;
  Trail trail_;
  z_stream inflater_ = {};
  bool open_ = false, faulty_ = false, cut_ = false;
  uint64_t member_ = 0;
  uint64_t made_ = 0, member_made_ = 0;
};

}  // namespace

RecordStream gzip_records(SharedStream stream, Trail trail) {
  auto gunzip = std::make_shared<Gunzip>(std::move(stream), trail);
  Trail inner = trail.inside("");
  inner.position = [gunzip] { return gunzip->member_offset(); };
  return open_records([gunzip](char* data, size_t size) { return gunzip->read(data, size); },
                      std::move(inner));
}

}  // namespace entente
