// A batch of articles is shared out among threads by an atomic counter; each article runs through
// the pure stages alone. The next batch is read when the last one has been taken, which bounds
// memory. Tested by tests/cli_test.sh.
#include "cli/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "cli/input.h"
#include "cli/progress.h"

namespace entente {

namespace {

void run_stages(const Options& options, const Knowledge& knowledge, StagedArticle& reading) {
  if (options.until == Stage::articles) return;
  reading.document =
      make_document(reading.article.text, knowledge.model, {.engine = options.engine});
  if (options.until == Stage::documents) return;
  MentionOptions mention_options;
  mention_options.published = reading.article.published;
  mention_options.outlet = reading.article.outlet;
  reading.mentions = find_mentions(reading.document, knowledge.book, mention_options);
  if (options.until == Stage::actors) return;
  reading.events =
      extract_events(reading.article, reading.document, reading.mentions, knowledge.lexicon);
}

void run_batch(const Options& options, const Knowledge& knowledge,
               std::vector<StagedArticle>& batch, Progress& progress) {
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < batch.size(); i = next++) {
      run_stages(options, knowledge, batch[i]);
      progress.add_article();
    }
  };
  std::vector<std::thread> threads;
  const size_t count = std::min<size_t>(options.jobs, batch.size());
  for (size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
}

size_t print_all(std::vector<Problem>& problems, Progress& progress) {
  if (!problems.empty()) progress.clear();
  for (const Problem& problem : problems) print_problem(problem);
  const size_t count = problems.size();
  problems.clear();
  return count;
}

}  // namespace

void print_problem(const Problem& problem) {
  fmt::print(stderr, "entente: {}: {}\n", problem.where, problem.message);
}

size_t read_all(const Options& options, const Knowledge& knowledge,
                const std::function<void(std::vector<StagedArticle>&&)>& take) {
  std::vector<Problem> problems;
  ArticleOptions article_options;
  article_options.outlet = options.outlet;
  article_options.published = options.date;
  ArticleInput input(expand_paths(options.paths, problems), article_options);
  Progress progress(input.files());
  size_t failures = print_all(problems, progress);
  while (true) {
    std::vector<StagedArticle> batch;
    for (Article& article : input.next(problems)) batch.push_back({std::move(article), {}, {}, {}});
    failures += print_all(problems, progress);
    if (batch.empty()) break;
    run_batch(options, knowledge, batch, progress);
    for (const StagedArticle& reading : batch) {
      for (const Problem& problem : reading.document.problems) {
        fmt::print(stderr, "entente: note: {}: {}\n", reading.article.origin, problem.message);
      }
    }
    take(std::move(batch));
    progress.set_files(input.files_done());
  }
  return failures;
}

}  // namespace entente
