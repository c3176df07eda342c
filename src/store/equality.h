// Whether articles and events are the same in all that they hold.
#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "articles/articles.h"
#include "events/events.h"

namespace entente {

// All that an article or event holds, to compare. A member that is added to Event must be added
// here (it does not compile otherwise), and in sqlite_rows.cpp.
inline auto parts(const Article& article) {
  const auto& [id, title, outlet, author, url, published, text, origin] = article;
  return std::tie(id, title, outlet, author, url, published, text, origin);
}

inline auto parts(const Event& event) {
  const auto& [id, document, index, sentence_range, sentence, source, target, type, mode, status,
               mutual, said_by, date, issue, deed, rule, confidence, topic, stand, claimed, place,
               elsewhere] = event;
  const auto of_participant = [](const Participant& participant) {
    const auto& [actor, range, text] = participant;
    return std::tie(actor, range, text);
  };
  std::vector<std::tuple<std::string, Range>> speakers;
  for (const auto& [name, range] : said_by) speakers.emplace_back(name, range);
  return std::tuple_cat(
      std::tie(id, document, index, sentence_range, sentence, type, mode, status, mutual),
      of_participant(source), of_participant(target), std::tie(date.range, date.basis, issue),
      std::tie(deed, rule, confidence), std::make_tuple(speakers),
      std::tie(topic, stand, claimed, place.name, place.country, place.range),
      std::tie(elsewhere.coder, elsewhere.id, elsewhere.code));
}

template <typename T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& x, const T& y) { return parts(x) == parts(y); });
}

}  // namespace entente
