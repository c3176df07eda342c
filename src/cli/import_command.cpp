// `entente import`: other people's event data into a store. A row that cannot be read is named in
// the file of rejects, with its line, its offset and the reason; the first few are printed; the
// rest of the file is read all the same. Tested in exchange_commands_test.cpp.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/system.h"

namespace entente {

namespace {

constexpr size_t kPrintedRejects = 3;  // a file

// A file's bytes without reading them all at once.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0) {
      error_ = errno;
    } else if (S_ISDIR(status.st_mode)) {
      error_ = EISDIR;
    } else if (S_ISREG(status.st_mode) && status.st_size > 0) {
      size_ = static_cast<size_t>(status.st_size);
      bytes_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      if (bytes_ == MAP_FAILED) error_ = errno;
    }
    if (file >= 0) close(file);
  }
  ~MappedFile() {
    if (size_ > 0 && bytes_ != MAP_FAILED) munmap(bytes_, size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  int error() const { return error_; }
  std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }

 private:
  void* bytes_ = nullptr;
  size_t size_ = 0;
  int error_ = 0;
};

struct Totals {
  size_t events = 0, failures = 0;
};

std::string without_tabs(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

class Importer {
 public:
  Importer(const Options& options, const Knowledge& knowledge, Store& store)
      : options_(options), knowledge_(knowledge), store_(store) {
    import_.format = options.import_format;
    import_.columns = options.columns;
  }

  // False where the store failed, which ends the run.
  bool import(const std::string& path) {
    if (path == "-") {
      std::vector<Problem> problems;
      const auto bytes = read_file(path, problems);
      return import_bytes("standard input", bytes.value_or(""));
    }
    const MappedFile file(path);
    if (file.error() != 0) {
      problem(path, fmt::format("cannot be read ({})", std::strerror(file.error())));
      return true;
    }
    return import_bytes(path, file.bytes());
  }

  const Totals& totals() const { return totals_; }
  const std::string& fault() const { return fault_; }

 private:
  void problem(const std::string& where, const std::string& message) {
    print_problem({where, message});
    ++totals_.failures;
  }

  bool import_bytes(const std::string& name, std::string_view bytes) {
    size_t printed = 0;
    const auto summary = import_events(bytes, knowledge_.book, import_, [&](ImportedBatch&& batch) {
      for (Article& article : batch.articles)
        if (article.origin.empty()) article.origin = name;
      reject(name, batch.rejected, printed);
      if (!fault_.empty() || batch.events.empty()) return;
      const auto done = add(store_, std::move(batch.articles), std::move(batch.events));
      if (!done) fault_ = done.error();
    });
    if (!summary) {
      problem(name, summary.error());
    } else {
      report(name, summary.value());
    }
    return fault_.empty();
  }

  void reject(const std::string& name, const std::vector<RejectedRow>& rows, size_t& printed) {
    totals_.failures += rows.size();
    for (const RejectedRow& row : rows) {
      if (printed++ < kPrintedRejects)
        print_problem({fmt::format("{}:{}", name, row.line), "row left out: " + row.reason});
      if (options_.rejects.empty()) continue;
      if (!rejects_.is_open()) {
        rejects_.open(options_.rejects, std::ios::binary);
        rejects_ << "file\tline\toffset\treason\trow\n";
      }
      rejects_ << fmt::format("{}\t{}\t{}\t{}\t{}\n", name, row.line, row.offset,
                              without_tabs(row.reason), without_tabs(row.row));
    }
  }

  void report(const std::string& name, const ImportSummary& summary) {
    totals_.events += summary.events;
    if (summary.rejected > kPrintedRejects) {
      print_problem(
          {name, fmt::format("{} more rows left out; {}", summary.rejected - kPrintedRejects,
                             options_.rejects.empty() ? "--rejects FILE lists them all"
                                                      : "see " + options_.rejects)});
    }
    fmt::print(stderr, "{}: {}, {} rows, {} events.\n", name, summary.format, summary.rows,
               summary.events);
    for (const auto& [reason, count] : summary.left_out)
      fmt::print(stderr, "  {} rows give no event: {}\n", count, reason);
  }

  const Options& options_;
  const Knowledge& knowledge_;
  Store& store_;
  ImportOptions import_;
  Totals totals_;
  std::string fault_;
  std::ofstream rejects_;
};

}  // namespace

int run_import(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  auto store = open_store(options.store);
  if (!store) return fail(store.error());
  Importer importer(options, known.value(), *store.value());
  for (const std::string& path : options.paths)
    if (!importer.import(path)) return fail(importer.fault());
  const Totals& totals = importer.totals();
  fmt::print(stderr, "Imported {} events into {}; entente ties, camps and report show them.\n",
             totals.events, options.store);
  if (totals.failures > 0) return kFailed;
  return totals.events > 0 ? kDone : kNothingFound;
}

}  // namespace entente
