// `entente score`: labelled sentences through all stages, or labelled rows through `relate`.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/gold.h"
#include "cli/input.h"
#include "cli/phrases.h"
#include "cli/reading.h"
#include "cli/row_scoring.h"
#include "cli/scoring.h"
#include "cli/system.h"

namespace entente {

namespace {

std::vector<Event> events_of(const GoldSentence& gold, const Knowledge& knowledge) {
  Article article;
  article.id = gold.place;
  article.text = gold.text;
  article.published = gold.published;
  const Document document = make_document(article.text, knowledge.model);
  MentionOptions options;
  options.published = article.published;
  const auto mentions = find_mentions(document, knowledge.book, options);
  return extract_events(article, document, mentions, knowledge.lexicon);
}

void score_sentences(const GoldSet& set, const Options& options, const Knowledge& knowledge) {
  EventScore score;
  for (const GoldSentence& gold : set.sentences) {
    const std::vector<Event> found = events_of(gold, knowledge);
    add(score, gold, found);
    if (options.misses) print(misses_text(gold, found));
  }
  print(score_text(score));
}

void score_rows(const LabelledRows& set, const Options& options, const Knowledge& knowledge) {
  RowScore score;
  for (const LabelledRow& row : set.rows) {
    const PhrasePair pair = locate_phrases(row.sentence, row.source, row.target);
    const Document document = make_document(row.sentence, knowledge.model);
    const auto found = relate(document, pair.source, pair.target, knowledge.lexicon);
    add(score, row, found);
    if (options.misses && (!found || row_root(found->type) != row.root)) {
      print(fmt::format("{} for {} [{}]: {} | {} | {}\n", found ? row_root(found->type) : "none",
                        row.root, found ? found->rule : "", row.source, row.target, row.sentence));
    }
  }
  print(score_text(score));
}

}  // namespace

int run_score(const Options& options) {
  const Knowledge knowledge;
  std::vector<Problem> problems;
  bool found = false;
  for (const std::string& path : options.paths) {
    const auto bytes = read_file(path, problems);
    if (!bytes) continue;
    print(fmt::format("{}\n", path));
    std::vector<Problem> faults;
    if (is_labelled_table(*bytes)) {
      const LabelledRows set = read_labelled_rows(*bytes, path);
      faults = set.problems;
      found = found || !set.rows.empty();
      score_rows(set, options, knowledge);
    } else {
      const GoldSet set = read_gold(*bytes, path);
      faults = set.problems;
      found = found || !set.sentences.empty();
      score_sentences(set, options, knowledge);
    }
    problems.insert(problems.end(), faults.begin(), faults.end());
  }
  for (const Problem& problem : problems) print_problem(problem);
  if (!problems.empty()) return kFailed;
  return found ? kDone : kNothingFound;
}

}  // namespace entente
