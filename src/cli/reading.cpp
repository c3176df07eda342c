// A batch of articles is shared out among threads by an atomic counter; each article runs through
// the pure stages alone. The next batch is read when the last one has been taken, which bounds
// memory. Tested in program_test.cpp.
#include "cli/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "cli/commands.h"
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
  if (options.until == Stage::events) return;
  for (Event& joint : joint_acts(reading.events)) reading.events.push_back(std::move(joint));
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

// An empty string, or why the corrections cannot be used.
std::string apply_corrections(const Options& options, WorldBook& book) {
  if (options.corrections.empty()) return {};
  std::vector<Problem> problems;
  const auto text = read_file(options.corrections, problems);
  if (!text) return problems.front().where + ": " + problems.front().message;
  CorrectedBook result = correct_book(book, {options.corrections, *text});
  if (!options.skip_bad_corrections && !result.problems.empty()) {
    for (size_t i = 0; i + 1 < result.problems.size(); ++i) print_problem(result.problems[i]);
    const Problem& last = result.problems.back();
    return last.where + ": " + last.message + " (--skip-bad-corrections goes on without it)";
  }
  for (const Problem& problem : result.problems) print_note(problem);
  book = std::move(result.book);
  return {};
}

Result<DeedLexicon> load_lexicon(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  if (paths.empty()) return Error{folder + " is no folder with lexicon files (*.txt)"};
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  std::vector<Problem> problems;
  for (const std::string& path : paths) {
    texts.push_back(read_file(path, problems).value_or(""));
    if (!problems.empty()) return Error{path + ": " + problems.front().message};
  }
  std::vector<LexiconFile> files;
  for (size_t i = 0; i < paths.size(); ++i) files.push_back({paths[i], texts[i]});
  return load_deed_lexicon(files);
}

}  // namespace

void print_problem(const Problem& problem) {
  fmt::print(stderr, "entente: {}: {}\n", problem.where, problem.message);
}

void print_note(const Problem& problem) {
  fmt::print(stderr, "entente: note: {}: {}\n", problem.where, problem.message);
}

Result<Knowledge> load_knowledge(const Options& options) {
  // The built-in lexicon is read only where no other is given.
  auto lexicon = options.deeds.empty() ? Result<DeedLexicon>(embedded_deed_lexicon())
                                       : load_lexicon(options.deeds);
  if (!lexicon) return Error{lexicon.error()};
  Knowledge knowledge{.lexicon = std::move(lexicon).value()};
  const std::string fault = apply_corrections(options, knowledge.book);
  if (!fault.empty()) return Error{fault};
  return knowledge;
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
        print_note({reading.article.origin, problem.message});
      }
    }
    take(std::move(batch));
    progress.set_files(input.files_done());
  }
  return failures;
}

void stage_articles(const Options& options, const Knowledge& knowledge,
                    std::vector<Article> articles,
                    const std::function<void(std::vector<StagedArticle>&&)>& take) {
  constexpr size_t kBatch = 256;
  Progress progress(0);
  for (size_t begin = 0; begin < articles.size(); begin += kBatch) {
    std::vector<StagedArticle> batch;
    for (size_t i = begin; i < std::min(begin + kBatch, articles.size()); ++i) {
      batch.push_back({std::move(articles[i]), {}, {}, {}});
    }
    run_batch(options, knowledge, batch, progress);
    take(std::move(batch));
  }
}

int fail(const std::string& message) {
  fmt::print(stderr, "entente: {}\n", message);
  return kFailed;
}

}  // namespace entente
