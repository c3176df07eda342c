// `entente parse`: text or given words -> CoNLL-U.
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

int run_parse(const Options& options) {
  const EnglishModel model = embedded_english_model();
  std::vector<Problem> problems;
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.push_back("-");
  bool found = false;
  for (const std::string& path : paths) {
    std::optional<std::string> bytes = read_file(path, problems);
    if (!bytes) continue;
    const Document document = options.conllu_input
                                  ? reparse_conllu(*bytes, model, &problems)
                                  : make_document(to_utf8(*bytes, path, problems), model);
    problems.insert(problems.end(), document.problems.begin(), document.problems.end());
    found = found || !document.tokens.empty();
    print(to_conllu(document));
  }
  for (const Problem& problem : problems) print_problem(problem);
  if (!problems.empty()) return kFailed;
  return found ? kDone : kNothingFound;
}

}  // namespace entente
