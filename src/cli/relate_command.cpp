// `entente relate`: TSV rows of sentence, source, target -> the relation of the pair, one row each.
// The phrases are sought in the sentence word by word, since data sets quote them loosely.
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/phrases.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

namespace {

struct Columns {
  size_t sentence = 0, source = 0, target = 0;
  size_t last() const { return std::max({sentence, source, target}); }
};

std::optional<Columns> columns_of(std::string_view header) {
  const auto names = split(header, '\t');
  const auto index = [&](std::string_view name) {
    return static_cast<size_t>(
        std::find_if(names.begin(), names.end(),
                     [&](std::string_view one) { return lower(one) == name; }) -
        names.begin());
  };
  const Columns columns = {index("sentence"), index("source"), index("target")};
  return columns.last() < names.size() ? std::optional(columns) : std::nullopt;
}

class Rows {
 public:
  Rows(const Options& options, const Knowledge& knowledge)
      : options_(options), knowledge_(knowledge) {}

  void read(const std::string& name, std::string_view bytes) {
    std::istringstream in{std::string(bytes)};
    std::string line;
    if (!std::getline(in, line)) {
      problems_.push_back({name, "is empty; it needs a header with sentence, source, target"});
      return;
    }
    const auto columns = columns_of(line);
    if (!columns) {
      problems_.push_back(
          {name + ":1", "the header needs the columns sentence, source and target, tab-separated"});
      return;
    }
    for (size_t number = 2; std::getline(in, line); ++number) {
      if (!trim(line).empty()) add(line, *columns, fmt::format("{}:{}", name, number));
    }
  }

  void add(std::string_view line, const Columns& columns, const std::string& where) {
    const auto fields = split(line, '\t');
    if (columns.last() >= fields.size()) {
      problems_.push_back({where, "has fewer columns than the header; the row is left unrelated"});
      rows_.push_back({});
      return;
    }
    const PhrasePair pair =
        locate_phrases(fields[columns.sentence], fields[columns.source], fields[columns.target]);
    const bool scored = knowledge_.scorer.has_value();
    const Document document =
        make_document(std::string(fields[columns.sentence]), knowledge_.model, {.states = scored});
    const DeedLexicon& lexicon = knowledge_.lexicon;
    rows_.push_back(scored
                        ? relate(document, pair.source, pair.target, lexicon, *knowledge_.scorer)
                        : relate(document, pair.source, pair.target, lexicon).value_or(Relating{}));
  }

  int finish() {
    print(relations_view(rows_, options_.format_given ? options_.format : Format::tsv, terminal()));
    for (const Problem& problem : problems_) print_problem(problem);
    if (!problems_.empty()) return kFailed;
    return rows_.empty() ? kNothingFound : kDone;
  }

  std::vector<Problem>& problems() { return problems_; }

 private:
  const Options& options_;
  const Knowledge& knowledge_;
  std::vector<Relating> rows_;
  std::vector<Problem> problems_;
};

}  // namespace

int run_relate(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  Rows rows(options, known.value());
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.push_back("-");
  for (const std::string& path : paths) {
    const auto bytes = read_file(path, rows.problems());
    const std::string name = input_name(path);
    if (bytes) rows.read(name, to_utf8(*bytes, name, rows.problems()));
  }
  return rows.finish();
}

}  // namespace entente
