// The obvious twin that the SQLite store is checked against. Tested in store_test.cpp.
#include "store/memory_store.h"

#include <algorithm>
#include <map>

#include "store/batch.h"
#include "store/filter.h"
#include "store/search.h"

namespace entente {

namespace {

class MemoryStore : public Store {
 public:
  Result<Done> put(const std::vector<Article>& articles,
                   const std::vector<Event>& events) override {
    auto batch = make_batch(articles, events);
    if (!batch) return Error{batch.error()};
    for (const Article* article : batch.value().articles) documents_[article->id] = {*article, {}};
    ++puts_;
    for (const Event* event : batch.value().events)
      documents_[event->document].events.push_back(*event);
    return Done{};
  }

  Result<std::vector<std::string>> known(const std::vector<std::string>& ids) const override {
    std::vector<std::string> found;
    for (const std::string& id : ids)
      if (documents_.contains(id)) found.push_back(id);
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Article>> articles(std::string_view after, size_t most) const override {
    std::vector<Article> page;
    auto next = after.empty() ? documents_.begin() : documents_.upper_bound(after);
    for (; next != documents_.end() && page.size() < most; ++next)
      page.push_back(next->second.article);
    return page;
  }

  Result<std::optional<Article>> article(std::string_view id) const override {
    const auto found = documents_.find(id);
    if (found == documents_.end()) return std::optional<Article>();
    return std::optional(found->second.article);
  }

  Result<std::vector<Event>> events(const EventFilter& filter) const override {
    std::vector<Event> picked = passing(filter);
    std::ranges::sort(picked, comes_before);
    if (filter.newest_first) std::ranges::reverse(picked);
    picked.erase(picked.begin(), picked.begin() + static_cast<std::ptrdiff_t>(
                                                      std::min(filter.skip, picked.size())));
    if (picked.size() > filter.most) picked.resize(filter.most);
    return picked;
  }

  Result<Done> each(const EventFilter& filter,
                    const std::function<bool(Event&&)>& take) const override {
    auto all = events(filter);
    for (Event& event : all.value())
      if (!take(std::move(event))) break;
    return Done{};
  }

  Result<size_t> count(const EventFilter& filter) const override { return passing(filter).size(); }

  Result<std::vector<Tally>> tallies(const TallyOptions& options) const override {
    return tally(events({}).value(), options);
  }

  Result<std::vector<Passage>> search(std::string_view words, size_t most) const override {
    const std::vector<std::string> terms = search_terms(words);
    std::vector<Passage> found;
    for (const auto& [id, document] : documents_) {
      const Article& article = document.article;
      if (terms.empty() || article.text.empty() || found.size() >= most) continue;
      if (!holds_all(article.title + "\n" + article.text, terms)) continue;
      found.push_back({article, best_sentence(article.text, terms)});
    }
    return found;
  }

  Result<std::vector<Problem>> check() const override { return std::vector<Problem>(); }
  Result<std::unique_ptr<Store>> reader(int) const override {
    return Error{"A store in memory has no second reader. Name a file with --store."};
  }
  Result<int64_t> version() const override { return puts_; }

 private:
  struct Document {
    Article article;
    std::vector<Event> events;
  };

  std::vector<Event> passing(const EventFilter& filter) const {
    std::vector<Event> picked;
    for (const auto& [id, document] : documents_) {
      std::ranges::copy_if(document.events, std::back_inserter(picked),
                           [&](const Event& event) { return passes(event, filter); });
    }
    return picked;
  }

  int64_t puts_ = 0;
  std::map<std::string, Document, std::less<>> documents_;  // by article id
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace entente
