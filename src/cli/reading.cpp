// One thread reads the files, workers turn records into articles and run the pure stages, the
// calling thread writes, in order; a bounded queue is between them (reading_queue.h), so memory
// does not grow with the input. Tested in program_test.cpp and reading_test.cpp.
#include "cli/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <thread>
#include <utility>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/reading_queue.h"
#include "cli/rejects.h"
#include "cli/world_book_folder.h"

namespace entente {

namespace {

void run_stages(const Options& options, const Knowledge& knowledge, StagedArticle& reading) {
  if (options.until == Stage::articles) return;
  const bool scored = knowledge.scorer && options.until > Stage::actors;
  reading.document = make_document(reading.article.text, knowledge.model,
                                   {.engine = options.engine, .states = scored});
  if (options.until == Stage::documents) return;
  MentionOptions mention_options;
  mention_options.published = reading.article.published;
  mention_options.outlet = reading.article.outlet;
  mention_options.outlet_country = country_of_address(reading.article.url);
  reading.mentions = find_mentions(reading.document, knowledge.book, mention_options);
  if (options.until == Stage::actors) return;
  reading.events =
      events_of(reading.article, reading.document, reading.mentions, knowledge, options.scoring);
  reading.document.states = {};  // large, and needed no more
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

// Trees are large, and these commands want events alone.
bool needs_no_trees(const Options& options) {
  return options.until >= Stage::events &&
         (options.command == Command::read || options.command == Command::code);
}

bool is_foreign(const Article& article) { return is_clearly_not_english(article.text); }

// Everything of a record that one thread can do alone.
ReadingResult work_on(const Options& options, const ArticleOptions& article_options,
                      const Knowledge& knowledge, const PassOver& pass_over, ReadingTask task,
                      Progress& progress) {
  ReadingResult result;
  result.problems = std::move(task.problems);
  result.files_done = task.files_done;
  if (!task.record) return result;
  result.bytes = task.record->bytes.size();
  ReadArticles read = read_record(*task.record, article_options);
  std::move(read.problems.begin(), read.problems.end(), std::back_inserter(result.problems));
  result.set_aside = std::move(read.set_aside);
  for (Article& article : read.articles) {
    progress.add_article();
    if (pass_over && pass_over(article)) continue;
    if (options.until > Stage::articles && is_foreign(article)) {
      result.set_aside.push_back(
          {article.origin, "the text is not in English", task.record->offset});
      ++result.foreign;
      continue;
    }
    StagedArticle staged{std::move(article), {}, {}, {}};
    run_stages(options, knowledge, staged);
    if (needs_no_trees(options)) {
      staged.document.text = {};
      staged.document.sentences = {};
      staged.document.tokens = {};
    }
    result.articles.push_back(std::move(staged));
  }
  return result;
}

// No record may end the run: what a library throws at one is that record's Problem.
ReadingResult work_safely(const Options& options, const ArticleOptions& article_options,
                          const Knowledge& knowledge, const PassOver& pass_over, ReadingTask task,
                          Progress& progress) {
  const std::string where = task.record ? task.record->origin : "";
  const uint64_t offset = task.record ? task.record->offset : 0;
  const size_t bytes = task.record ? task.record->bytes.size() : 0;
  try {
    return work_on(options, article_options, knowledge, pass_over, std::move(task), progress);
  } catch (const std::exception& error) {
    ReadingResult result;
    result.problems.push_back(
        {where, fmt::format("cannot be read ({}); leave it out", error.what()), offset});
    result.bytes = bytes;
    return result;
  }
}

void put_records(RecordInput& input, ReadingQueue& queue) {
  while (true) {
    ReadingTask task;
    task.record = input.next(task.problems);
    task.files_done = input.files_done();
    const bool last = !task.record;
    queue.put(std::move(task));
    if (last) break;
  }
  queue.close();
}

// What one thread at a time does with the results: messages, and batches for `take`.
class Writer {
 public:
  Writer(RejectsFile rejects, Progress& progress, size_t batch_articles,
         const std::function<void(std::vector<StagedArticle>&&)>& take)
      : rejects_(std::move(rejects)),
        progress_(progress),
        batch_articles_(batch_articles),
        take_(take) {}

  void add(ReadingResult result) {
    if (!result.problems.empty()) progress_.clear();
    for (const Problem& problem : result.problems) {
      print_problem(problem);
      rejects_.add("rejected", problem);
    }
    failures_ += result.problems.size();
    for (const Problem& problem : result.set_aside) rejects_.add("set aside", problem);
    foreign_ += result.foreign;
    no_articles_ += result.set_aside.size() - result.foreign;
    for (StagedArticle& article : result.articles) {
      for (const Problem& problem : article.document.problems) {
        print_note({article.article.origin, problem.message});
      }
      bytes_ += article.article.text.size();
      batch_.push_back(std::move(article));
    }
    progress_.set_files(result.files_done);
  }

  bool is_full() const { return batch_.size() >= batch_articles_ || bytes_ >= kBatchBytes; }

  void write() {
    if (batch_.empty()) return;
    take_(std::exchange(batch_, {}));
    bytes_ = 0;
  }

  // The number of failures.
  size_t finish() {
    write();
    progress_.clear();
    if (foreign_ + no_articles_ > 0) {
      fmt::print(stderr,
                 "entente: note: set aside {} {} not in English and {} {} without an "
                 "article{}\n",
                 foreign_, foreign_ == 1 ? "text" : "texts", no_articles_,
                 no_articles_ == 1 ? "page" : "pages",
                 rejects_.is_open() ? "" : " (--rejects FILE lists them)");
    }
    return failures_;
  }

 private:
  static constexpr size_t kBatchBytes = 4u << 20;

  RejectsFile rejects_;
  Progress& progress_;
  size_t batch_articles_;
  const std::function<void(std::vector<StagedArticle>&&)>& take_;
  std::vector<StagedArticle> batch_;
  size_t bytes_ = 0, failures_ = 0, foreign_ = 0, no_articles_ = 0;
};

ArticleOptions article_options_of(const Options& options) {
  ArticleOptions result;
  result.outlet = options.outlet;
  result.published = options.date;
  result.fields = options.fields;
  return result;
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

std::vector<Event> events_of(const Article& article, const Document& document,
                             const std::vector<Mention>& mentions, const Knowledge& knowledge,
                             const ScoringOptions& options) {
  if (!knowledge.scorer) return extract_events(article, document, mentions, knowledge.lexicon);
  return extract_events(article, document, mentions, knowledge.lexicon, *knowledge.scorer, options);
}

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
  auto book = world_book_of(options);
  if (!book) return Error{book.error()};
  Knowledge knowledge{
      .book = std::move(book).value(),
      .lexicon = std::move(lexicon).value(),
      .scorer = options.lexicon_only ? std::nullopt : std::optional(embedded_scorer())};
  const std::string fault = apply_corrections(options, knowledge.book);
  if (!fault.empty()) return Error{fault};
  return knowledge;
}

size_t read_all(const Options& options, const Knowledge& knowledge,
                const std::function<void(std::vector<StagedArticle>&&)>& take,
                const PassOver& pass_over) {
  constexpr size_t kBytesMax = 24u << 20;
  const ArticleOptions article_options = article_options_of(options);
  std::vector<Problem> problems;
  RecordInput input(expand_paths(options.paths, problems), article_options);
  auto rejects = RejectsFile::open(options.rejects);
  if (!rejects) {
    print_problem({"--rejects", rejects.error()});
    return 1;
  }
  Progress progress(input.files());
  Writer writer(std::move(rejects).value(), progress, options.batch_articles, take);
  writer.add({{}, std::move(problems), {}, 0, 0, 0});
  ReadingQueue queue(kBytesMax, 32 * size_t{options.jobs});
  std::vector<std::thread> threads;
  threads.emplace_back([&] { put_records(input, queue); });
  for (unsigned i = 0; i < options.jobs; ++i) {
    threads.emplace_back([&] {
      while (auto task = queue.get()) {
        const size_t number = task->number;
        queue.finish(number, work_safely(options, article_options, knowledge, pass_over,
                                         std::move(*task), progress));
      }
    });
  }
  while (auto result = queue.take()) {
    writer.add(std::move(*result));
    if (writer.is_full()) writer.write();
  }
  for (std::thread& thread : threads) thread.join();
  return writer.finish();
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
