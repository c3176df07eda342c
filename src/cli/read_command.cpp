// `entente read`: articles -> store, then the summary of everything in the store; or the dump of
// one stage. Batches are put as they come, so that what is read is kept if the run is stopped.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

namespace {

struct Totals {
  size_t articles = 0;
  size_t events = 0;
};

void dump_batch(const Options& options, const std::vector<StagedArticle>& batch) {
  std::vector<Article> articles;
  for (const StagedArticle& reading : batch) {
    switch (options.until) {
      case Stage::articles: articles.push_back(reading.article); break;
      case Stage::documents: print(to_conllu(reading.document, reading.article.id)); break;
      case Stage::actors:
        print(mentions_view(reading.document, reading.mentions, reading.article.id, options.format,
                            terminal()));
        break;
      default: break;
    }
  }
  if (!articles.empty()) print(articles_view(articles, options.format, terminal()));
}

// Lines of JSON can be printed as they come; the other formats are one whole.
bool streams(const Options& options) {
  return options.until < Stage::events ||
         (options.until == Stage::events && options.format == Format::jsonl);
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

int fail(const std::string& message) {
  fmt::print(stderr, "entente: {}\n", message);
  return kFailed;
}

}  // namespace

int run_read(const Options& options) {
  const Knowledge knowledge;
  const bool keeps = options.until >= Stage::events;
  auto store = open_store(keeps ? options.store : "memory:");
  if (!store) return fail(store.error());
  Totals totals;
  std::string fault;
  const size_t failures = read_all(options, knowledge, [&](std::vector<StagedArticle>&& batch) {
    if (!fault.empty()) return;
    if (options.dump && streams(options)) dump_batch(options, batch);
    std::vector<Article> articles;
    std::vector<Event> events;
    for (StagedArticle& reading : batch) {
      articles.push_back(std::move(reading.article));
      events.insert(events.end(), std::make_move_iterator(reading.events.begin()),
                    std::make_move_iterator(reading.events.end()));
    }
    totals.articles += articles.size();
    totals.events += events.size();
    if (options.dump && options.until == Stage::events && streams(options)) {
      print(events_view(events, options.format, terminal()));
    }
    if (!keeps) return;
    const auto stored = store.value()->put(articles, events);
    if (!stored) fault = stored.error();
  });
  if (!fault.empty()) return fail(fault);
  if (keeps) {
    fmt::print(stderr, "Read {} articles and found {} events", totals.articles, totals.events);
    fmt::print(stderr, "{}.\n", options.store == "memory:" ? "" : "; kept in " + options.store);
  }
  if (options.dump && streams(options)) {
    return finish(failures, keeps ? totals.events > 0 : totals.articles > 0);
  }
  LoadedSystem system;
  auto articles = store.value()->articles();
  if (!articles) return fail(articles.error());
  auto events = store.value()->events({});
  if (!events) return fail(events.error());
  system.articles = std::move(articles).value();
  system.events = std::move(events).value();
  measure(options, system);
  if (keeps) show(options, knowledge, system);
  return finish(failures, totals.articles > 0 && !system.events.empty());
}

}  // namespace entente
