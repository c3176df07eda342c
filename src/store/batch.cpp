// The same article twice in one batch (a copy of a file in the same folder) is stored once.
// Tested in store_test.cpp.
#include "store/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace entente {

namespace {

// The last of those with equal keys, in the order of keys.
template <typename T, typename KeyOf>
std::vector<const T*> last_by(const std::vector<T>& values, KeyOf key_of) {
  std::map<decltype(key_of(values[0])), const T*> last;
  for (const T& value : values) last[key_of(value)] = &value;
  std::vector<const T*> kept;
  kept.reserve(last.size());
  for (const auto& [key, value] : last) kept.push_back(value);
  return kept;
}

}  // namespace

Result<Batch> make_batch(const std::vector<Article>& articles, const std::vector<Event>& events) {
  Batch batch;
  batch.articles = last_by(articles, [](const Article& a) { return std::string_view(a.id); });
  const auto by_id = [](const Article* a) { return std::string_view(a->id); };
  for (const Event* event : last_by(events, [](const Event& e) {
         return std::tuple<std::string_view, std::string_view>(e.document, e.id);
       })) {
    if (!std::ranges::binary_search(batch.articles, std::string_view(event->document), {}, by_id)) {
      return Error{fmt::format(
          "Event {} belongs to article {}, which does not come with it; store an article and its "
          "events together.",
          event->id, event->document)};
    }
    batch.events.push_back(*event);
  }
  batch.weights = event_weights(batch.events);
  return batch;
}

}  // namespace entente
