// The obvious twin that the SQLite store is checked against. Tested in store_test.cpp.
#include "store/memory_store.h"

#include <algorithm>
#include <map>

#include "store/batch.h"
#include "store/filter.h"

namespace entente {

namespace {

class MemoryStore : public Store {
 public:
  Result<Done> put(const std::vector<Article>& articles,
                   const std::vector<Event>& events) override {
    auto batch = make_batch(articles, events);
    if (!batch) return Error{batch.error()};
    for (const Article* article : batch.value().articles) documents_[article->id] = {*article, {}};
    for (Event& event : batch.value().events) {
      std::vector<Event>& of_document = documents_[event.document].events;
      of_document.push_back(std::move(event));
    }
    return Done{};
  }

  Result<std::vector<Article>> articles() const override {
    std::vector<Article> all;
    for (const auto& [id, document] : documents_) all.push_back(document.article);
    return all;
  }

  Result<std::optional<Article>> article(std::string_view id) const override {
    const auto found = documents_.find(id);
    if (found == documents_.end()) return std::optional<Article>();
    return std::optional(found->second.article);
  }

  Result<std::vector<Event>> events(const EventFilter& filter) const override {
    std::vector<Event> picked;
    for (const auto& [id, document] : documents_) {
      std::ranges::copy_if(document.events, std::back_inserter(picked),
                           [&](const Event& event) { return passes(event, filter); });
    }
    std::ranges::sort(picked, comes_before);
    return picked;
  }

  Result<std::vector<Tally>> tallies(const TallyOptions& options) const override {
    return tally(events({}).value(), options);
  }

 private:
  struct Document {
    Article article;
    std::vector<Event> events;
  };
  std::map<std::string, Document, std::less<>> documents_;  // by article id
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace entente
