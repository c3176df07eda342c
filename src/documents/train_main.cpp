// entente_train: makes the English model from treebanks.
//   entente_train -o FILE [--from MODEL] [--lemmas FILE] [--NAME VALUE]... TREEBANK.conllu...
// Progress goes to stderr. The same treebanks, options and seed give the same bytes.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "documents/training.h"

namespace entente {
namespace {

constexpr const char* kUsage =
    "usage: entente_train -o FILE [--from MODEL] [--lemmas FILE] [--NAME VALUE]...\n"
    "       TREEBANK.conllu...\n"
    "  --from: takes tagger and parser from a model and only drops weights below the two minima\n"
    "  --lemmas: lines of form, Penn tag and lemma, with tabs between\n"
    "  names: seed, tagger-rounds, fold-rounds, folds, parser-rounds, explore,\n"
    "         tagger-updates-min, parser-updates-min, tagger-weight-min, parser-weight-min,\n"
    "         altered-share\n";

struct Arguments {
  std::string output, lemmas, from;
  std::vector<std::string> treebanks;
  TrainingOptions options;
};

bool set_option(TrainingOptions& o, const std::string& name, const char* value) {
  const double number = std::atof(value);
  const std::map<std::string, std::function<void()>> setters = {
      {"--seed", [&] { o.seed = std::strtoull(value, nullptr, 10); }},
      {"--tagger-rounds", [&] { o.tagger_rounds = static_cast<int>(number); }},
      {"--fold-rounds", [&] { o.fold_rounds = static_cast<int>(number); }},
      {"--folds", [&] { o.folds = static_cast<int>(number); }},
      {"--parser-rounds", [&] { o.parser_rounds = static_cast<int>(number); }},
      {"--explore", [&] { o.explore = number; }},
      {"--tagger-updates-min", [&] { o.tagger_updates_min = static_cast<uint32_t>(number); }},
      {"--parser-updates-min", [&] { o.parser_updates_min = static_cast<uint32_t>(number); }},
      {"--tagger-weight-min", [&] { o.tagger_weight_min = static_cast<float>(number); }},
      {"--parser-weight-min", [&] { o.parser_weight_min = static_cast<float>(number); }},
      {"--altered-share", [&] { o.altered_share = number; }}};
  const auto found = setters.find(name);
  if (found == setters.end()) return false;
  found->second();
  return true;
}

bool parse_arguments(int count, char** values, Arguments& arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string argument = values[i];
    if (!argument.starts_with("-")) {
      arguments.treebanks.push_back(argument);
      continue;
    }
    if (i + 1 == count) return false;
    const char* value = values[++i];
    if (argument == "-o")
      arguments.output = value;
    else if (argument == "--lemmas")
      arguments.lemmas = value;
    else if (argument == "--from")
      arguments.from = value;
    else if (!set_option(arguments.options, argument, value))
      return false;
  }
  return !arguments.output.empty() && !arguments.treebanks.empty();
}

std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    fmt::print(stderr, "entente_train: cannot open {}\n", path);
    return std::nullopt;
  }
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

std::vector<LemmaExample> lemmas_of(std::string_view bytes) {
  std::vector<LemmaExample> examples;
  for (const std::string_view line : split(bytes, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() == 3)
      examples.push_back({std::string(cells[0]), std::string(cells[1]), std::string(cells[2])});
  }
  return examples;
}

// The weights of an earlier model that are large enough, with new lemma rules.
std::optional<ModelSections> smaller_model(const Arguments& arguments,
                                           const std::vector<ConlluSentence>& treebank) {
  const auto bytes = bytes_of(arguments.from);
  if (!bytes) return std::nullopt;
  auto sections = decode_model(*bytes, arguments.from);
  if (!sections) {
    fmt::print(stderr, "entente_train: {}\n", sections.error());
    return std::nullopt;
  }
  ModelSections& s = sections.value();
  s.tagger = prune_weights(s.tagger, arguments.options.tagger_weight_min);
  s.parser = prune_weights(s.parser, arguments.options.parser_weight_min);
  s.lemmas = train_lemmas(treebank, arguments.options.lemmas);
  return s;
}

int run(Arguments& arguments) {
  std::vector<ConlluSentence> treebank;
  std::vector<Problem> problems;
  for (const std::string& path : arguments.treebanks) {
    const auto bytes = bytes_of(path);
    if (!bytes) return 2;
    for (ConlluSentence& sentence : read_conllu(*bytes, path, &problems)) {
      treebank.push_back(std::move(sentence));
    }
  }
  if (!arguments.lemmas.empty()) {
    const auto bytes = bytes_of(arguments.lemmas);
    if (!bytes) return 2;
    arguments.options.lemmas = lemmas_of(*bytes);
  }
  for (const Problem& problem : problems)
    fmt::print(stderr, "{}: {}\n", problem.where, problem.message);
  const auto say = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
  const std::optional<ModelSections> sections = arguments.from.empty()
                                                    ? train_model(treebank, arguments.options, say)
                                                    : smaller_model(arguments, treebank);
  if (!sections) return 2;
  const std::string model = encode_model(*sections);
  std::ofstream out(arguments.output, std::ios::binary);
  out.write(model.data(), static_cast<std::streamsize>(model.size()));
  out.close();
  if (!out) {
    fmt::print(stderr, "entente_train: cannot write {}\n", arguments.output);
    return 2;
  }
  fmt::print(stderr, "{}: {} bytes\n", arguments.output, model.size());
  return 0;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) {
  entente::Arguments arguments;
  if (!entente::parse_arguments(count, values, arguments)) {
    std::fputs(entente::kUsage, stderr);
    return 2;
  }
  return entente::run(arguments);
}
