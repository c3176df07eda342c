// Whole articles are what a store replaces, and the weights of an article's events depend on all of
// them: so what is there is fetched, completed and put again. What would be put as it is already
// there is left alone: whoever imports or merges again after a run that was stopped only reads what
// that run has kept. Tested in store_test.cpp.
#include <algorithm>
#include <iterator>
#include <map>

#include "store/batch.h"
#include "store/equality.h"
#include "store/store.h"

namespace entente {

namespace {

struct Kept {
  Article article;
  std::vector<Event> events;  // by id
};
using AllKept = std::map<std::string, Kept, std::less<>>;  // by article

std::vector<std::string> ids_of(const std::vector<Article>& articles) {
  std::vector<std::string> ids;
  for (const Article& article : articles) ids.push_back(article.id);
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

// What the store holds of these articles.
Result<AllKept> fetch(const Store& store, const std::vector<Article>& articles) {
  const auto known = store.known(ids_of(articles));
  if (!known) return Error{known.error()};
  AllKept all;
  for (const std::string& id : known.value()) {
    auto article = store.article(id);
    if (!article) return Error{article.error()};
    auto events = store.events({.document = id});
    if (!events) return Error{events.error()};
    if (!article.value()) continue;
    std::ranges::sort(events.value(), {}, &Event::id);
    all.emplace(id, Kept{*std::move(article).value(), std::move(events).value()});
  }
  return all;
}

using EventPlace = std::vector<const Event*>::const_iterator;

bool is_same(const Article& article, EventPlace begin, EventPlace end, const Kept& kept) {
  return parts(article) == parts(kept.article) &&
         std::equal(begin, end, kept.events.begin(), kept.events.end(),
                    [](const Event* a, const Event& b) { return parts(*a) == parts(b); });
}

// Puts what differs from what is there.
Result<Done> put_others(Store& store, const std::vector<Article>& articles,
                        const std::vector<Event>& events, const AllKept& kept) {
  const auto made = make_batch(articles, events);
  if (!made) return Error{made.error()};
  std::vector<Article> new_articles;
  std::vector<Event> new_events;
  const std::vector<const Event*>& all = made.value().events;
  auto begin = all.begin();
  for (const Article* article : made.value().articles) {
    const auto end = std::find_if(
        begin, all.end(), [&](const Event* event) { return event->document != article->id; });
    const auto there = kept.find(article->id);
    if (there == kept.end() || !is_same(*article, begin, end, there->second)) {
      new_articles.push_back(*article);
      std::transform(begin, end, std::back_inserter(new_events), [](const Event* e) { return *e; });
    }
    begin = end;
  }
  return new_articles.empty() ? Result<Done>(Done{}) : store.put(new_articles, new_events);
}

}  // namespace

Result<Done> put_changed(Store& store, std::vector<Article> articles, std::vector<Event> events) {
  const auto kept = fetch(store, articles);
  if (!kept) return Error{kept.error()};
  if (kept.value().empty()) return store.put(articles, events);
  return put_others(store, articles, events, kept.value());
}

Result<Done> add(Store& store, std::vector<Article> articles, std::vector<Event> events) {
  const auto kept = fetch(store, articles);
  if (!kept) return Error{kept.error()};
  if (kept.value().empty()) return store.put(articles, events);
  for (Article& article : articles) {
    const auto there = kept.value().find(article.id);
    // An article that is there is not emptied by one that is only named.
    if (there != kept.value().end() && article.text.empty() && !there->second.article.text.empty())
      article = there->second.article;
  }
  std::vector<Event> all;
  for (const auto& [id, one] : kept.value()) std::ranges::copy(one.events, std::back_inserter(all));
  // Of several with one id the last is kept.
  std::ranges::move(events, std::back_inserter(all));
  return put_others(store, articles, all, kept.value());
}

}  // namespace entente
