// Used by the commands that show something; filters apply alike to stored and to fresh events,
// because both go through a Store. Tested in program_test.cpp.
#include "cli/system.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

namespace entente {

namespace {

Result<std::unique_ptr<Store>> fill_store(const Options& options, const Knowledge& knowledge,
                                          LoadedSystem& system) {
  auto store = open_store("memory:");
  if (!store) return store;
  std::string fault;
  Options all = options;
  all.until = Stage::ties;
  system.failures = read_all(all, knowledge, [&](std::vector<StagedArticle>&& batch) {
    std::vector<Article> articles;
    std::vector<Event> events;
    for (StagedArticle& reading : batch) {
      count_mentions(reading.document, reading.mentions, system.mentions);
      articles.push_back(std::move(reading.article));
      events.insert(events.end(), reading.events.begin(), reading.events.end());
    }
    const auto stored = store.value()->put(articles, events);
    if (!stored) fault = stored.error();
  });
  if (!fault.empty()) return Error{fault};
  return store;
}

// The store keeps no mentions: the texts are read again, where they are few or the user asks.
void count_stored(const Options& options, const Knowledge& knowledge, LoadedSystem& system) {
  constexpr size_t kArticlesMax = 200;
  if (system.articles.size() > kArticlesMax && !options.mentions && !options.unknown_only) {
    fmt::print(stderr, "Mentions are left out; --mentions reads the {} articles again.\n",
               system.articles.size());
    return;
  }
  Options reading = options;
  reading.until = Stage::actors;
  stage_articles(reading, knowledge, system.articles, [&](std::vector<StagedArticle>&& batch) {
    for (const StagedArticle& article : batch) {
      count_mentions(article.document, article.mentions, system.mentions);
    }
  });
}

}  // namespace

std::string node_of(const WorldBook& book, std::string_view text) {
  const auto actor = find_actor(book, text);
  return actor ? actor->node : std::string(text);
}

void measure(const Options& options, LoadedSystem& system) {
  NetworkOptions network;
  network.half_life_months = options.half_life_months;
  network.unknown_actors = options.unknown_actors;
  system.deeds = options.all_reports ? system.events : told_once(system.events, system.articles);
  // What others claim counts for less than what the doer or the outlet itself tells.
  for (Event& deed : system.deeds) deed.confidence *= deed.claimed ? options.claims : 1;
  system.network = build_network(tally(system.deeds), network);
  system.balance = measure_balance(system.network);
}

// Events are kept as they were read; corrections may have come since.
Result<Done> each_event(const Options& options, const Knowledge& knowledge, const Store& store,
                        const std::function<void(Event&&)>& take) {
  EventFilter filter = options.filter;
  if (!filter.node.empty()) filter.node = node_of(knowledge.book, filter.node);
  // Stored nodes may be those from before the corrections.
  const bool renamed = !options.read_directly && !options.corrections.empty();
  const std::string wanted = renamed ? std::exchange(filter.node, "") : "";
  return store.each(filter, [&](Event&& event) {
    if (!options.read_directly) {
      event.source.actor = corrected(knowledge.book, event.source.actor);
      event.target.actor = corrected(knowledge.book, event.target.actor);
    }
    const bool passes =
        wanted.empty() || event.source.actor.node == wanted || event.target.actor.node == wanted;
    if (passes) take(std::move(event));
    return true;
  });
}

Result<LoadedSystem> load_system(const Options& options, const Knowledge& knowledge) {
  LoadedSystem system;
  auto store = options.read_directly ? fill_store(options, knowledge, system)
                                     : open_store(options.store, true);
  if (!store) return Error{store.error()};
  const auto done = each_event(options, knowledge, *store.value(),
                               [&](Event&& event) { system.events.push_back(std::move(event)); });
  if (!done) return Error{done.error()};
  auto articles = store.value()->articles();
  if (!articles) return Error{articles.error()};
  system.articles = std::move(articles).value();
  if (!options.read_directly && options.command == Command::actors)
    count_stored(options, knowledge, system);
  measure(options, system);
  return system;
}

Terminal terminal() {
  Terminal result;
  if (isatty(STDOUT_FILENO) != 1) return result;
  result.color = std::getenv("NO_COLOR") == nullptr;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
    result.width = size.ws_col;
  }
  return result;
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

}  // namespace entente
