// zip, tar, 7z and the like, and the compressions beside gzip, by libarchive; its reader of single
// compressed files ("raw") is one entry. Entries are opened as inputs of their own, so an archive
// may hold archives, up to a depth. Encrypted and damaged entries are reported, the rest is read.
// Tested by records_test.cpp.
#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "articles/records.h"

namespace entente {
namespace {

constexpr uint64_t kLarge = 256u << 20;

class Archive {
 public:
  Archive(SharedStream stream, Trail trail)
      : stream_(std::move(stream)), trail_(std::move(trail)), archive_(archive_read_new()) {
    archive_read_support_filter_all(archive_);
    archive_read_support_format_zip_streamable(archive_);
    archive_read_support_format_tar(archive_);
    archive_read_support_format_7zip(archive_);
    archive_read_support_format_cpio(archive_);
    archive_read_support_format_raw(archive_);
    if (archive_read_open(archive_, this, nullptr, draw, nullptr) != ARCHIVE_OK) report_fault();
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { archive_read_free(archive_); }

  // The name of the next file, nothing at the end.
  std::optional<std::string> next_entry() {
    while (!ended_) {
      archive_entry* entry = nullptr;
      const int state = archive_read_next_header(archive_, &entry);
      if (state == ARCHIVE_EOF) break;
      if (state == ARCHIVE_RETRY) continue;
      if (state < ARCHIVE_WARN) {
        report_fault();
        break;
      }
      if (archive_entry_filetype(entry) != AE_IFREG &&
          archive_format(archive_) != ARCHIVE_FORMAT_RAW) {
        continue;
      }
      const char* name = archive_entry_pathname(entry);
      const bool raw = archive_format(archive_) == ARCHIVE_FORMAT_RAW;
      if (raw && archive_filter_count(archive_) < 2) {  // neither packed nor an archive after all
        report_fault();
        break;
      }
      if (archive_entry_is_encrypted(entry) == 1) {
        trail_.report(trail_.name + ":" + (name ? name : "?"),
                      "the entry is encrypted; unpack it with its password first",
                      stream_->offset());
        continue;
      }
      entry_begin_ = stream_->offset();
      made_ = block_size_ = 0;
      return raw ? "" : std::string(name ? name : "?");
    }
    ended_ = true;
    return std::nullopt;
  }

  size_t read(char* data, size_t size) {
    if (ended_) return 0;
    if (block_size_ == 0 && !next_block()) return 0;
    const size_t read = std::min(size, block_size_);
    std::memcpy(data, block_, read);
    block_ += read;
    block_size_ -= read;
    made_ += read;
    if (made_ > kLarge && made_ / 1000 > stream_->offset() - entry_begin_) {
      trail_.report(trail_.name,
                    "an entry unpacks to more than a thousand times its size; it was left there, "
                    "unpack it yourself if you trust it",
                    entry_begin_);
      return 0;
    }
    return read;
  }

  uint64_t entry_offset() const { return entry_begin_; }

 private:
  static la_ssize_t draw(struct archive*, void* self, const void** data) {
    auto& me = *static_cast<Archive*>(self);
    me.drawn_ = me.stream_->take(64u << 10);
    *data = me.drawn_.data();
    return static_cast<la_ssize_t>(me.drawn_.size());
  }

  // By blocks, since what was unpacked before a fault is then kept. False at the end of the entry.
  bool next_block() {
    const void* block = nullptr;
    la_int64_t ignored = 0;
    do {
      const int state = archive_read_data_block(archive_, &block, &block_size_, &ignored);
      if (state == ARCHIVE_EOF) return false;
      if (state < ARCHIVE_WARN) {
        block_size_ = 0;
        report_fault();
        return false;
      }
    } while (block_size_ == 0);
    block_ = static_cast<const char*>(block);
    return true;
  }

  void report_fault() {
    ended_ = true;
    const char* reason = archive_error_string(archive_);
    trail_.report(trail_.name,
                  fmt::format("the archive is damaged or ends too early ({}); what stands before "
                              "was read, fetch the file again",
                              reason ? reason : "its head is no archive's"),
                  stream_->offset());
  }

  SharedStream stream_;
  Trail trail_;
  struct archive* archive_;
  std::string drawn_;
  const char* block_ = nullptr;  // what is left of the block that was unpacked last
  size_t block_size_ = 0;
  bool ended_ = false;
  uint64_t entry_begin_ = 0, made_ = 0;
};

// What never is an article, by name: read by nobody, reported by nobody.
bool is_passed_over(const std::string& name) {
  const size_t slash = name.rfind('/');
  const std::string last = name.substr(slash == std::string::npos ? 0 : slash + 1);
  return last.empty() || last[0] == '.' || name.starts_with("__MACOSX/");
}

struct Entries {
  std::shared_ptr<Archive> archive;
  Trail trail;
  RecordStream records;  // of the open entry

  std::optional<Record> next() {
    while (true) {
      if (records) {
        if (auto record = records()) return record;
        records = nullptr;
      }
      const auto name = archive->next_entry();
      if (!name) return std::nullopt;
      if (is_passed_over(*name) && !name->empty()) continue;
      Trail inner = trail.inside(*name);
      inner.position = [archive = archive] { return archive->entry_offset(); };
      records = open_records(
          [archive = archive](char* data, size_t size) { return archive->read(data, size); },
          std::move(inner));
    }
  }
};

}  // namespace

RecordStream archive_records(SharedStream stream, Trail trail) {
  auto entries = std::make_shared<Entries>();
  entries->archive = std::make_shared<Archive>(std::move(stream), trail);
  entries->trail = std::move(trail);
  return [entries] { return entries->next(); };
}

}  // namespace entente
