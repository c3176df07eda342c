// The events behind what is chosen: from the scene where it is whole, else from the store, page by
// page. Tested in view_rows_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "server/view_rows.h"

namespace entente {

namespace {

bool names(const Event& event, std::string_view node) {
  return event.source.actor.node == node || event.target.actor.node == node;
}

std::set<std::string> parts_of(const std::string& joined) {
  std::set<std::string> parts;
  for (const std::string_view part : split(joined, '~')) parts.emplace(part);
  return parts;
}

// Words, and phrases in quotes.
std::vector<std::string> terms_of(std::string_view words) {
  std::vector<std::string> terms;
  bool quoted = false;
  for (const std::string_view part : split(words, '"')) {
    if (quoted && !part.empty()) terms.push_back(lower(part));
    if (!quoted)
      for (const std::string_view word : split(part, ' '))
        if (!word.empty()) terms.push_back(lower(word));
    quoted = !quoted;
  }
  return terms;
}

std::string text_of(const Scene& scene, size_t i) {
  const Event& event = scene.events[i];
  std::string text = fmt::format("{} {} {} {} {} {} {}", event.sentence, event.source.actor.name,
                                 event.target.actor.name, to_string(event.type), event.mode,
                                 scene.issues[i], event.rule);
  for (const Speaker& speaker : event.said_by) text += " " + speaker.name;
  const auto found = std::ranges::lower_bound(scene.articles, event.document, {}, &Article::id);
  if (found != scene.articles.end() && found->id == event.document)
    text += " " + found->title + " " + found->outlet;
  return lower(text);
}

bool is_chosen(const Scene& scene, size_t i, const Query& query) {
  const Event& event = scene.events[i];
  if (!query.tie.empty() || !query.tension.empty()) {
    const std::set<std::string> of = parts_of(query.tie.empty() ? query.tension : query.tie);
    return of.contains(event.source.actor.node) && of.contains(event.target.actor.node) &&
           event.source.actor.node != event.target.actor.node;
  }
  if (!query.article.empty()) return event.document == query.article;
  if (!query.actors.empty())
    return std::ranges::any_of(query.actors, [&](const auto& node) { return names(event, node); });
  if (query.words.empty()) return true;
  const std::string text = text_of(scene, i);
  return std::ranges::all_of(terms_of(query.words), [&](const std::string& term) {
    return text.find(term) != std::string::npos;
  });
}

// What the store can filter by itself, or which filter it cannot.
Result<EventFilter> filter_of(const Query& query) {
  const Selection& selection = query.selection;
  std::string_view refused;
  if (!selection.speaker.empty()) refused = "speaker";
  if (!selection.issue.empty()) refused = "issue";
  if (selection.confidence > 0) refused = "confidence";
  if (!query.tension.empty()) refused = "tension";
  if (query.actors.size() > 1) refused = "a second actor";
  if (!refused.empty()) {
    return Error{
        fmt::format("So large a store is not filtered by {}; ask for months (from, to), "
                    "sign, outlet, status, one actor, a tie, an article or words",
                    refused)};
  }
  EventFilter filter;
  filter.from = selection.from;
  if (selection.to) filter.to = month_of(*selection.to).to;
  filter.outlet = selection.outlet;
  filter.status = selection.status;
  filter.document = query.article;
  filter.words = query.words;
  if (!query.actors.empty()) filter.node = query.actors.front();
  if (!query.tie.empty()) {
    const auto nodes = split(query.tie, '~');
    filter.node = nodes[0];
    filter.node_b = nodes[1];
  }
  filter.newest_first = true;
  return filter;
}

// With a sign to look for, pages are read until there are enough.
Result<std::vector<Event>> read_events(Collection& collection, EventFilter filter, int kept,
                                       const Query& query) {
  filter.skip = kept == 0 ? query.skip : 0;
  filter.most = kept == 0 ? query.most : 2000;
  std::vector<Event> events;
  const size_t wanted = kept == 0 ? query.most : query.skip + query.most;
  for (size_t pages = 0; pages < 10 && events.size() < wanted; ++pages) {
    auto page = collection.events(filter);
    if (!page) return page;
    const bool last = page.value().size() < filter.most || kept == 0;
    for (Event& event : page.value())
      if (kept == 0 || sign(event.type, event.mode) == kept) events.push_back(std::move(event));
    filter.skip += filter.most;
    if (last) break;
  }
  if (kept == 0) return events;
  const auto skipped = static_cast<std::ptrdiff_t>(std::min(query.skip, events.size()));
  events.erase(events.begin(), events.begin() + skipped);
  if (events.size() > query.most) events.resize(query.most);
  return events;
}

}  // namespace

std::vector<size_t> chosen_events(const Scene& scene, const Query& query) {
  std::vector<size_t> events = selected_events(scene, query.selection);
  std::erase_if(events, [&](size_t i) { return !is_chosen(scene, i, query); });
  return events;
}

Result<ShownRows> stored_events(Collection& collection, const Scene& scene, const Query& query,
                                Format format) {
  const auto filter = filter_of(query);
  if (!filter) return Error{filter.error()};
  auto events = read_events(collection, filter.value(), query.selection.sign, query);
  if (!events) return Error{events.error()};
  std::set<std::string> documents;
  for (const Event& event : events.value()) documents.insert(event.document);
  auto articles = collection.articles({documents.begin(), documents.end()});
  if (!articles) return Error{articles.error()};
  const System system{articles.value(), events.value(), *scene.network, *scene.balance,
                      *scene.book};
  std::vector<size_t> all(events.value().size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = i;
  ShownRows rows = shown_events(system, weigh_events(system), all, {}, format);
  const auto count = collection.count(filter.value());
  if (!count) return Error{count.error()};
  rows.of = count.value();
  return rows;
}

}  // namespace entente
