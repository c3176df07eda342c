// Whole articles are what a store replaces, and the weights of an article's events depend on all of
// them: so what is there is fetched, completed and put again. Tested in store_test.cpp.
#include <algorithm>
#include <iterator>

#include "store/store.h"

namespace entente {

namespace {

std::vector<std::string> ids_of(const std::vector<Article>& articles) {
  std::vector<std::string> ids;
  for (const Article& article : articles) ids.push_back(article.id);
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

// An article that is there is not emptied by one that is only named.
Result<Done> keep_text(const Store& store, Article& article) {
  if (!article.text.empty()) return Done{};
  const auto there = store.article(article.id);
  if (!there) return Error{there.error()};
  if (there.value() && !there.value()->text.empty()) article = *there.value();
  return Done{};
}

}  // namespace

Result<Done> add(Store& store, std::vector<Article> articles, std::vector<Event> events) {
  const auto known = store.known(ids_of(articles));
  if (!known) return Error{known.error()};
  if (known.value().empty()) return store.put(articles, events);
  for (Article& article : articles) {
    if (!std::ranges::binary_search(known.value(), article.id)) continue;
    if (auto kept = keep_text(store, article); !kept) return kept;
  }
  std::vector<Event> all;
  for (const std::string& id : known.value()) {
    auto there = store.events({.document = id});
    if (!there) return Error{there.error()};
    std::ranges::move(std::move(there).value(), std::back_inserter(all));
  }
  // Of several with one id the last is kept.
  std::ranges::move(events, std::back_inserter(all));
  return store.put(articles, all);
}

}  // namespace entente
