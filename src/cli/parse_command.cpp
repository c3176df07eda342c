// `entente parse`: text or given words -> CoNLL-U, or one row a word in another format.
#include <deque>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

namespace {

Document parse(const std::string& path, const std::string& bytes, const Options& options,
               const EnglishModel& model, std::vector<Problem>& problems) {
  const std::string text = to_utf8(bytes, input_name(path), problems);
  if (!options.conllu_input) return make_document(text, model, {.engine = options.engine});
  std::vector<Problem> faults;
  Document document = reparse_conllu(text, model, &faults, options.engine);
  for (Problem& fault : faults) {
    fault.where = fault.where.empty() ? input_name(path) : input_name(path) + ":" + fault.where;
    problems.push_back(std::move(fault));
  }
  return document;
}

}  // namespace

int run_parse(const Options& options) {
  const EnglishModel model = embedded_english_model();
  std::vector<Problem> problems;
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.push_back("-");
  std::deque<Document> documents;
  const std::vector<Mention> no_mentions;
  std::vector<ReadDocument> read;
  bool found = false;
  for (const std::string& path : paths) {
    const std::optional<std::string> bytes = read_file(path, problems);
    if (!bytes) continue;
    documents.push_back(parse(path, *bytes, options, model, problems));
    found = found || !documents.back().tokens.empty();
    for (const Problem& problem : documents.back().problems) {
      print_note({input_name(path), problem.message});
    }
    const std::string_view id = paths.size() > 1 ? std::string_view(path) : "";
    read.push_back({id, documents.back(), no_mentions});
  }
  print(words_view(read, options.format));
  for (const Problem& problem : problems) print_problem(problem);
  if (!problems.empty()) return kFailed;
  return found ? kDone : kNothingFound;
}

}  // namespace entente
