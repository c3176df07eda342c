// Articles through the pure stages, many at once.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "articles/articles.h"
#include "base/problem.h"
#include "base/result.h"
#include "cli/options.h"
#include "documents/documents.h"
#include "events/events.h"

namespace entente {

// What the stages need besides the text; loaded once, shared by all threads.
struct Knowledge {
  EnglishModel model = embedded_english_model();
  WorldBook book = embedded_world_book();
  DeedLexicon lexicon = embedded_deed_lexicon();
  std::optional<Scorer> scorer = embedded_scorer();  // none: the lexicon alone
};

// With the deed lexicon of Options::deeds and the corrections of Options::corrections where they
// are given. Errors name file, line and remedy; corrections that are skipped are printed.
Result<Knowledge> load_knowledge(const Options& options);

// By the lexicon, and by the scorer where there is one and the document has states.
std::vector<Event> events_of(const Article& article, const Document& document,
                             const std::vector<Mention>& mentions, const Knowledge& knowledge,
                             const ScoringOptions& options);

// An article and what the stages up to Options::until made of it.
struct StagedArticle {
  Article article;
  Document document;
  std::vector<Mention> mentions;
  std::vector<Event> events;
};

// Reads options.paths. `take` gets batches in input order, on the calling thread, whatever the
// number of threads. Problems are printed to stderr as they come; the result says how many. An
// article that `pass_over`, called by any thread, says true of goes through no stage and is not
// taken.
using PassOver = std::function<bool(const Article&)>;
size_t read_all(const Options& options, const Knowledge& knowledge,
                const std::function<void(std::vector<StagedArticle>&&)>& take,
                const PassOver& pass_over = nullptr);

// The same of articles at hand.
void stage_articles(const Options& options, const Knowledge& knowledge,
                    std::vector<Article> articles,
                    const std::function<void(std::vector<StagedArticle>&&)>& take);

void print_problem(const Problem& problem);
// The same of what is no failure.
void print_note(const Problem& problem);
// Prints what stopped the command; its exit code.
int fail(const std::string& message);

}  // namespace entente
