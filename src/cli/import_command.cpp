// `entente import`: other people's event data into a store. A row that cannot be read is named in
// the file of rejects, with its line, its offset and the reason; the first few are printed; the
// rest of the file is read all the same. Tested in exchange_commands_test.cpp.
#include <fmt/format.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "cli/event_writer.h"
#include "cli/input.h"
#include "cli/mapped_file.h"
#include "cli/system.h"

namespace entente {

namespace {

constexpr size_t kPrintedRejects = 3;  // a file
constexpr size_t kHeadBytes = 512;     // that tell what a file is

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
      : options_(options), knowledge_(knowledge), writer_(store) {
    import_.format = options.import_format;
    import_.columns = options.columns;
  }

  // False where the store failed, which ends the run.
  bool import(const std::string& path) {
    std::error_code ignored;
    if (path == "-" || std::filesystem::is_fifo(path, ignored)) return import_packed(path);
    const MappedFile file(path);
    return is_packed(file.bytes().substr(0, kHeadBytes)) ? import_packed(path)
                                                         : import_file(path, file);
  }

  // What the store said where it failed, or "".
  std::string finish() { return writer_.finish(); }
  const Totals& totals() const { return totals_; }

 private:
  void problem(const std::string& where, const std::string& message) {
    print_problem({where, message});
    ++totals_.failures;
  }

  bool import_packed(const std::string& path) {
    std::vector<Problem> problems;
    const auto source = source_of_file(path, problems);
    bool going = true;
    if (source) {
      problems = unpack(*source, input_name(path), [&](const auto& name, const auto& bytes) {
        if (going) going = import_file(name, MappedFile(bytes));
      });
    }
    for (const Problem& one : problems) problem(one.where, one.message);
    return going;
  }

  bool import_file(const std::string& name, const MappedFile& file) {
    if (file.error() != 0) {
      problem(name, fmt::format("cannot be read ({})", std::strerror(file.error())));
      return true;
    }
    size_t printed = 0;
    bool going = true;
    const auto take = [&](ImportedBatch&& batch) {
      for (Article& article : batch.articles)
        if (article.origin.empty()) article.origin = name;
      reject(name, batch.rejected, printed);
      if (going && !batch.events.empty())
        going = writer_.write(std::move(batch.articles), std::move(batch.events));
      file.release();
    };
    const auto summary = import_events(file.bytes(), knowledge_.book, import_, take);
    summary ? report(name, summary.value()) : problem(name, summary.error());
    return going;
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
        if (!rejects_) problem(options_.rejects, "cannot be written; name another file");
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
  ImportOptions import_;
  Totals totals_;
  EventWriter writer_;
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
    if (!importer.import(path)) break;
  if (const std::string fault = importer.finish(); !fault.empty()) return fail(fault);
  const Totals& totals = importer.totals();
  fmt::print(stderr, "Imported {} events into {}; entente ties, camps and report show them.\n",
             totals.events, options.store);
  if (totals.failures > 0) return kFailed;
  return totals.events > 0 ? kDone : kNothingFound;
}

}  // namespace entente
