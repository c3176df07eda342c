// `entente read`: articles -> store, then the summary of everything in the store; or the dump of
// one stage. Batches are put as they come, so that what is read is kept if the run is stopped.
#include <fmt/format.h>

#include <atomic>
#include <mutex>

#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

namespace {

struct Totals {
  size_t articles = 0;
  size_t events = 0;
  std::atomic<size_t> passed_over = 0;  // the store has them
};

// Prints a stage of many articles as one whole.
void dump(const Options& options, const std::vector<StagedArticle>& read) {
  if (options.until == Stage::articles) {
    std::vector<Article> articles;
    for (const StagedArticle& reading : read) articles.push_back(reading.article);
    print(articles_view(articles, options.format, terminal()));
    return;
  }
  std::vector<ReadDocument> documents;
  for (const StagedArticle& reading : read) {
    documents.push_back({reading.article.id, reading.document, reading.mentions});
  }
  if (options.until == Stage::documents) print(words_view(documents, options.format));
  if (options.until == Stage::actors) print(mentions_view(documents, options.format, terminal()));
}

// Lines of JSON and CoNLL-U can be printed as they come; the other formats are one whole.
bool streams(const Options& options) {
  if (options.until > Stage::events) return false;
  return options.format == Format::jsonl ||
         (options.until == Stage::documents && options.format == Format::table);
}

std::string counted(size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

int finish(size_t failures, bool found) {
  if (failures > 0) return kFailed;
  return found ? kDone : kNothingFound;
}

void show(const Options& options, const Knowledge& knowledge, const LoadedSystem& loaded) {
  const System system{loaded.articles, loaded.events, loaded.network, loaded.balance,
                      knowledge.book};
  if (!options.dump) {
    print(summary_view(system, terminal()));
  } else if (options.until == Stage::events) {
    print(events_view(loaded.events, options.format, terminal()));
  } else if (options.until == Stage::ties) {
    print(ties_view(system, options.format, terminal()));
  } else {
    print(camps_view(system, options.format, terminal()));
  }
}

// The stages that need no store.
int read_until_actors(const Options& options, const Knowledge& knowledge) {
  size_t articles = 0;
  std::vector<StagedArticle> kept;
  const size_t failures = read_all(options, knowledge, [&](std::vector<StagedArticle>&& batch) {
    articles += batch.size();
    if (!options.dump) return;
    if (streams(options)) return dump(options, batch);
    std::move(batch.begin(), batch.end(), std::back_inserter(kept));
  });
  if (options.dump && !streams(options)) dump(options, kept);
  if (!options.dump) {
    fmt::print(stderr, "Read {}; --dump prints them.\n", counted(articles, "article"));
  }
  return finish(failures, articles > 0);
}

// Puts articles and events into `store` as they come; what went wrong with it, or "".
std::string fill(Store& store, const Options& options, const Knowledge& knowledge, Totals& totals,
                 size_t& failures) {
  std::string fault;
  std::mutex alone;  // a store is for one thread at a time
  const auto take = [&](std::vector<StagedArticle>&& batch) {
    const std::lock_guard lock(alone);
    if (!fault.empty()) return;
    std::vector<Article> articles;
    std::vector<Event> events;
    for (StagedArticle& reading : batch) {
      articles.push_back(std::move(reading.article));
      events.insert(events.end(), std::make_move_iterator(reading.events.begin()),
                    std::make_move_iterator(reading.events.end()));
    }
    totals.articles += articles.size();
    totals.events += events.size();
    if (options.dump && streams(options)) print(events_view(events, options.format, terminal()));
    const auto stored = store.put(articles, events);
    if (!stored) fault = stored.error();
  };
  const auto is_there = [&](const Article& article) {
    const std::lock_guard lock(alone);
    const auto known = store.known({article.id});
    if (!known) fault = known.error();
    const bool there = known && !known.value().empty();
    totals.passed_over += there;
    return there;
  };
  failures = read_all(options, knowledge, take, options.resume ? PassOver(is_there) : nullptr);
  return fault;
}

// All that the store holds, without the texts. False where it is an archive: a summary takes all
// events at once, and reading is to need no more memory the more there is to read.
Result<bool> load_whole(const Store& store, LoadedSystem& system) {
  constexpr size_t kEventsMax = 50'000, kArticlesMax = 100'000, kPage = 500;
  const auto count = store.count({});
  if (!count) return Error{count.error()};
  if (count.value() > kEventsMax) return false;
  for (std::string after;;) {
    auto page = store.articles(after, kPage);
    if (!page) return Error{page.error()};
    if (page.value().empty()) break;
    after = page.value().back().id;
    for (Article& article : page.value()) {
      article.text = {};
      system.articles.push_back(std::move(article));
    }
    if (system.articles.size() > kArticlesMax) return false;
  }
  auto events = store.events({});
  if (!events) return Error{events.error()};
  system.events = std::move(events).value();
  return true;
}

}  // namespace

int run_read(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const Knowledge& knowledge = known.value();
  if (options.until < Stage::events) return read_until_actors(options, knowledge);
  auto store = open_store(options.store);
  if (!store) return fail(store.error());
  Totals totals;
  size_t failures = 0;
  const std::string fault = fill(*store.value(), options, knowledge, totals, failures);
  if (!fault.empty()) return fail(fault);
  fmt::print(stderr, "Read {} and found {}{}.\n", counted(totals.articles, "article"),
             counted(totals.events, "event"),
             options.store == "memory:" ? "" : "; kept in " + options.store);
  if (totals.passed_over > 0)
    fmt::print(stderr, "Passed over {} that {} has.\n", counted(totals.passed_over, "article"),
               options.store);
  if (options.dump && streams(options)) return finish(failures, totals.events > 0);
  LoadedSystem system;
  const auto whole = load_whole(*store.value(), system);
  if (!whole) return fail(whole.error());
  if (!whole.value()) {
    fmt::print(stderr,
               "{} holds too much to be shown on the way; entente ties, camps and report "
               "show it.\n",
               options.store);
    return finish(failures, totals.articles > 0);
  }
  measure(options, system);
  show(options, knowledge, system);
  return finish(failures, totals.articles + totals.passed_over > 0 && !system.events.empty());
}

}  // namespace entente
