// entente_train: makes the English model from treebanks.
//   entente_train -o FILE [--seed N] [--tagger-rounds N] [--parser-rounds N] TREEBANK.conllu...
// Progress goes to stderr. The same treebanks, options and seed give the same bytes.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "documents/training.h"

namespace entente {
namespace {

constexpr const char* kUsage =
    "usage: entente_train -o FILE [--NAME VALUE]... TREEBANK.conllu...\n"
    "  names: seed, tagger-rounds, fold-rounds, folds, parser-rounds, explore,\n"
    "         tagger-updates-min, parser-updates-min, tagger-weight-min, parser-weight-min,\n"
    "         altered-share\n";

struct Arguments {
  std::string output;
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
    else if (!set_option(arguments.options, argument, value))
      return false;
  }
  return !arguments.output.empty() && !arguments.treebanks.empty();
}

int run(const Arguments& arguments) {
  std::vector<ConlluSentence> treebank;
  std::vector<Problem> problems;
  for (const std::string& path : arguments.treebanks) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      fmt::print(stderr, "entente_train: cannot open {}\n", path);
      return 2;
    }
    const std::string bytes((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    for (ConlluSentence& sentence : read_conllu(bytes, path, &problems)) {
      treebank.push_back(std::move(sentence));
    }
  }
  for (const Problem& problem : problems)
    fmt::print(stderr, "{}: {}\n", problem.where, problem.message);
  const auto say = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
  const std::string model = encode_model(train_model(treebank, arguments.options, say));
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
