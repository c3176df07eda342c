// `entente search`, `entente merge` and `entente check`: what one does with stores as such.
// Tested in exchange_commands_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

namespace {

constexpr size_t kArticlesAtOnce = 500;

int search(const Options& options, const Store& store) {
  std::string words;
  for (const std::string& word : options.paths) {
    // Words that were typed as one argument belong together.
    const bool phrase = word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    words += (words.empty() ? "" : " ") + (phrase ? '"' + word + '"' : word);
  }
  const auto passages = store.search(words, options.most);
  if (!passages) return fail(passages.error());
  std::vector<FoundSentence> found;
  for (const Passage& passage : passages.value())
    found.push_back({passage.article, passage.sentence});
  print(found_view(found, options.format, terminal()));
  if (found.empty()) fmt::print(stderr, "entente: no article holds these words\n");
  return found.empty() ? kNothingFound : kDone;
}

// Articles that were read come as a whole, so that two versions of one do not mix; of what was
// coded elsewhere each event stands for itself.
Result<Done> take_over(Store& into, const std::vector<Article>& articles,
                       const std::vector<Event>& events) {
  std::vector<Article> read, named;
  for (const Article& article : articles) (article.text.empty() ? named : read).push_back(article);
  std::vector<Event> of_read, of_named;
  for (const Event& event : events) {
    const auto found = std::ranges::find(read, event.document, &Article::id);
    (found != read.end() ? of_read : of_named).push_back(event);
  }
  if (auto done = put_changed(into, std::move(read), std::move(of_read)); !done) return done;
  return add(into, std::move(named), std::move(of_named));
}

Result<size_t> merge_from(Store& into, const Store& from) {
  size_t count = 0;
  std::string after;
  while (true) {
    const auto articles = from.articles(after, kArticlesAtOnce);
    if (!articles) return Error{articles.error()};
    if (articles.value().empty()) return count;
    std::vector<Event> events;
    for (const Article& article : articles.value()) {
      auto of_article = from.events({.document = article.id});
      if (!of_article) return Error{of_article.error()};
      std::ranges::move(std::move(of_article).value(), std::back_inserter(events));
    }
    if (auto done = take_over(into, articles.value(), events); !done) return Error{done.error()};
    count += events.size();
    after = articles.value().back().id;
  }
}

int merge(const Options& options) {
  std::error_code error;
  auto into = open_store(options.paths.front());
  if (!into) return fail(into.error());
  for (size_t i = 1; i < options.paths.size(); ++i) {
    const std::string& path = options.paths[i];
    if (std::filesystem::equivalent(path, options.paths.front(), error))
      return fail(path + " cannot be merged into itself; name two stores");
    const auto from = open_store(path, true);
    if (!from) return fail(from.error());
    const auto count = merge_from(*into.value(), *from.value());
    if (!count) return fail(count.error());
    fmt::print(stderr, "Merged {} events of {} into {}.\n", count.value(), path,
               options.paths.front());
  }
  return kDone;
}

int check(const Store& store, const std::string& name) {
  const auto problems = store.check();
  if (!problems) return fail(problems.error());
  for (const Problem& problem : problems.value()) print_problem(problem);
  if (!problems.value().empty()) return kFailed;
  const auto events = store.count({});
  if (!events) return fail(events.error());
  fmt::print(stderr, "{} is whole: {} events.\n", name, events.value());
  return kDone;
}

}  // namespace

int run_store(const Options& options) {
  if (options.command == Command::merge) return merge(options);
  const auto store = open_store(options.store, true);
  if (!store) return fail(store.error());
  return options.command == Command::search ? search(options, *store.value())
                                            : check(*store.value(), options.store);
}

}  // namespace entente
