// The same article twice in one batch (a copy of a file in the same folder) is stored once.
// Tested in store_test.cpp.
#include "store/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace entente {

namespace {

std::string_view id_of(const Article& article) { return article.id; }
std::tuple<std::string_view, std::string_view> place_of(const Event& event) {
  return {event.document, event.id};
}

// The last of those with equal keys, in the order of keys.
template <typename T, typename KeyOf>
std::vector<const T*> last_by(const std::vector<T>& values, KeyOf key_of) {
  std::vector<const T*> kept;
  kept.reserve(values.size());
  for (const T& value : values) kept.push_back(&value);
  const auto key = [&](const T* value) { return key_of(*value); };
  std::ranges::stable_sort(kept, {}, key);
  size_t size = 0;
  for (const T* value : kept) {
    if (size > 0 && key(kept[size - 1]) == key(value)) --size;
    kept[size++] = value;
  }
  kept.resize(size);
  return kept;
}

// The first event whose article is not there; both are in order.
const Event* stray(const Batch& batch) {
  auto article = batch.articles.begin();
  for (const Event* event : batch.events) {
    while (article != batch.articles.end() && (*article)->id < event->document) ++article;
    if (article == batch.articles.end() || (*article)->id != event->document) return event;
  }
  return nullptr;
}

}  // namespace

Result<Batch> make_batch(const std::vector<Article>& articles, const std::vector<Event>& events) {
  Batch batch;
  batch.articles = last_by(articles, id_of);
  batch.events = last_by(events, place_of);
  if (const Event* event = stray(batch)) {
    return Error{fmt::format(
        "Event {} belongs to article {}, which does not come with it; store an article and its "
        "events together.",
        event->id, event->document)};
  }
  batch.weights = event_weights(batch.events);
  return batch;
}

}  // namespace entente
