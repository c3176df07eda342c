// `entente export` and `entente evidence`: what is in a store as files for other programs and for
// people who must show what a tie rests on. Tested in exchange_commands_test.cpp.
#include <fmt/format.h>

#include <filesystem>
#include <unordered_map>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/system.h"

namespace entente {

namespace {

struct FileEnding {
  std::string_view ending, format;
};
constexpr FileEnding kEndings[] = {
    {".csv", "csv"},         {".jsonl", "jsonl"}, {".tsv", "polecat"}, {".gexf", "gexf"},
    {".graphml", "graphml"}, {".json", "json"},   {".txt", "polecat"}, {".ndjson", "jsonl"}};

// As asked for, else by the name of the file; "" where neither tells.
std::string format_name(const Options& options) {
  if (!options.export_format.empty()) return options.export_format;
  const std::string ending = std::filesystem::path(options.output).extension().string();
  for (const FileEnding& known : kEndings)
    if (ending == known.ending) return std::string(known.format);
  return "";
}

// "net" of "net.csv".
std::string stem_of(const std::string& path) {
  return std::filesystem::path(path).replace_extension().string();
}

int write_all(const std::vector<std::pair<std::string, std::string>>& files) {
  for (const auto& [path, bytes] : files) {
    if (const auto done = write_output(path, bytes); !done) return fail(done.error());
    if (path != "-") fmt::print(stderr, "Wrote {} ({} kB).\n", path, (bytes.size() + 999) / 1000);
  }
  return kDone;
}

int write_export(const Options& options, const Holdings& holdings) {
  const std::string name = format_name(options);
  const std::string output = options.output.empty() ? "-" : options.output;
  if (name != "gephi") {
    const auto format = export_format_from(name);
    if (!format) {
      return fail(
          fmt::format("{}: its ending names no format; say --format csv, jsonl, polecat, "
                      "gexf, graphml, json, nodes, edges, gephi, camps, positions or memberships",
                      output));
    }
    return write_all({{output, export_as(*format, holdings)}});
  }
  if (output == "-") return fail("gephi is two files; name them with -o, such as -o network");
  return write_all({{stem_of(output) + "_nodes.csv", export_as(ExportFormat::nodes, holdings)},
                    {stem_of(output) + "_edges.csv", export_as(ExportFormat::edges, holdings)}});
}

// Articles by id, for events that come one after the other; without their texts.
class ArticleFinder {
 public:
  explicit ArticleFinder(const Store& store) : store_(store) {}

  // One that is empty but for its id where there is none.
  const Article& find(const std::string& id) {
    constexpr size_t kMost = 20'000;
    if (found_.size() >= kMost) found_.clear();
    const auto [at, is_new] = found_.try_emplace(id);
    if (!is_new) return at->second;
    const auto stored = store_.article(id);
    if (!stored) fault_ = stored.error();
    if (stored && stored.value()) at->second = *stored.value();
    at->second.id = id;
    at->second.text.clear();
    return at->second;
  }
  const std::string& fault() const { return fault_; }

 private:
  const Store& store_;
  std::unordered_map<std::string, Article> found_;
  std::string fault_;
};

// Of the formats that hold events alone: they are written as they come out of the store.
int stream_export(const Options& options, const Knowledge& knowledge, ExportFormat format) {
  const auto store = open_store(options.store, true);
  if (!store) return fail(store.error());
  ArticleFinder articles(*store.value());
  OutputFile file(options.output.empty() ? "-" : options.output);
  file.write(export_head(format));
  size_t events = 0;
  const auto done = each_event(options, knowledge, *store.value(), [&](Event&& event) {
    ++events;
    file.write(export_event(format, event, articles.find(event.document), knowledge.book));
  });
  if (!done) return fail(done.error());
  if (!articles.fault().empty()) return fail(articles.fault());
  if (const auto written = file.finish(); !written) return fail(written.error());
  if (!options.output.empty() && options.output != "-")
    fmt::print(stderr, "Wrote {} ({} kB).\n", options.output, (file.size() + 999) / 1000);
  return events > 0 ? kDone : kNothingFound;
}

int write_evidence(const Options& options, const Knowledge& knowledge, const Holdings& holdings) {
  std::vector<std::string> nodes;
  if (options.actors.size() > 1) {
    for (const std::string& name : options.actors) nodes.push_back(node_of(knowledge.book, name));
  }
  const EvidenceBundle bundle = evidence_bundle(holdings, nodes);
  if (bundle.items == 0) {
    fmt::print(stderr, "entente: nothing is reported between these actors\n");
    return kNothingFound;
  }
  if (options.output == "-") return write_all({{"-", bundle.markdown}});
  const std::string stem = stem_of(options.output.empty() ? "evidence" : options.output);
  return write_all({{stem + ".md", bundle.markdown}, {stem + ".csv", bundle.csv}});
}

}  // namespace

int run_export(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const Knowledge& knowledge = known.value();
  Options filtered = options;
  if (options.actors.size() == 1) filtered.filter.node = options.actors.front();
  const auto format = export_format_from(format_name(options));
  if (options.command == Command::export_ && format && exports_events(*format) &&
      !options.read_directly)
    return stream_export(filtered, knowledge, *format);
  const auto loaded = load_system(filtered, knowledge);
  if (!loaded) return fail(loaded.error());
  const LoadedSystem& parts = loaded.value();
  const std::vector<Tally> tallies = tally(parts.events);
  const Holdings holdings{parts.articles, parts.events,  tallies,
                          parts.network,  parts.balance, knowledge.book};
  const int code = options.command == Command::export_
                       ? write_export(options, holdings)
                       : write_evidence(options, knowledge, holdings);
  if (code != kDone) return code;
  if (parts.failures > 0) return kFailed;
  return parts.events.empty() ? kNothingFound : kDone;
}

}  // namespace entente
