// What holds of every store, checked against the one in memory. Each check gives "" or what is
// wrong.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "store/generated_events.h"

namespace entente {

inline std::string difference(const std::vector<Tally>& found, const std::vector<Tally>& expected) {
  if (found.size() != expected.size()) {
    return std::to_string(found.size()) + " tallies, not " + std::to_string(expected.size());
  }
  for (size_t i = 0; i < found.size(); ++i) {
    Tally rounded = found[i];
    const bool near = std::fabs(rounded.friendly - expected[i].friendly) < 1e-9 &&
                      std::fabs(rounded.hostile - expected[i].hostile) < 1e-9;
    rounded.friendly = expected[i].friendly;
    rounded.hostile = expected[i].hostile;
    if (!near || rounded != expected[i])
      return "another tally of " + expected[i].source + " and " + expected[i].target;
  }
  return "";
}

inline EventFilter random_filter(EventMaker& maker) {
  EventFilter filter;
  if (maker.chance(2)) filter.node = maker.node();
  if (maker.chance(3)) filter.node_b = maker.node();
  if (maker.chance(5)) filter.document = "a" + std::to_string(maker.below(5));
  if (maker.chance(4)) filter.outlet = maker.outlet();
  if (maker.chance(3)) filter.from = maker.date();
  if (maker.chance(3)) filter.to = maker.date();
  if (maker.chance(5)) filter.type = static_cast<EventType>(maker.below(kEventTypes));
  if (maker.chance(5)) filter.status = static_cast<EventStatus>(maker.below(5));
  if (maker.chance(8)) filter.words = maker.chance(2) ? "troops" : "troops so";
  if (maker.chance(4)) filter.most = maker.below(40);
  if (maker.chance(4)) filter.skip = maker.below(10);
  filter.newest_first = maker.chance(3);
  return filter;
}

inline std::string put_in_both(Store& store, Store& memory, const GeneratedBatch& batch) {
  for (Store* one : {&store, &memory}) {
    const auto done = one->put(batch.articles, batch.events);
    if (!done) return done.error();
  }
  return "";
}

// The sums that SQL makes where the events lie are those of tally() in C++.
inline std::string tallies_differ(const Store& store, const Store& memory) {
  const auto events = memory.events({});
  for (const Perspective perspective :
       {Perspective::all, Perspective::outlet, Perspective::speaker}) {
    const auto found = store.tallies({.perspective = perspective});
    if (!found) return found.error();
    const auto expected = tally(events.value(), {.perspective = perspective});
    if (expected.size() <= 100) return "too few tallies to compare";
    const std::string wrong = difference(found.value(), expected);
    if (!wrong.empty()) return wrong;
  }
  return "";
}

inline std::string events_differ(const Store& store, const Store& memory, int filters) {
  EventMaker maker(5);
  int with_results = 0;
  for (int i = 0; i < filters; ++i) {
    const EventFilter filter = random_filter(maker);
    const auto expected = memory.events(filter), found = store.events(filter);
    if (!found) return found.error();
    with_results += !expected.value().empty();
    std::vector<Event> streamed;
    const auto streams = store.each(filter, [&](Event&& event) {
      streamed.push_back(std::move(event));
      return true;
    });
    if (!streams) return streams.error();
    if (!same(streamed, expected.value())) return "other events one by one";
    const auto count = store.count(filter), right = memory.count(filter);
    if (!count) return count.error();
    if (!same(found.value(), expected.value()) || count.value() != right.value())
      return "other events by filter " + std::to_string(i);
  }
  return with_results > filters / 8 ? "" : "too few filters find anything";
}

inline std::string articles_differ(const Store& store, const Store& memory) {
  const auto found = store.articles(), expected = memory.articles();
  if (!found) return found.error();
  if (!same(found.value(), expected.value())) return "other articles";
  const auto page = store.articles("a2", 3), right_page = memory.articles("a2", 3);
  if (!page || !same(page.value(), right_page.value())) return "another page of articles";
  const auto known = store.known({"a1", "none", "a0"});
  if (!known || known.value() != std::vector<std::string>{"a0", "a1"})
    return "other known articles";
  const auto none = store.article("none"), one = store.article("a1"), right = memory.article("a1");
  if (!none || none.value()) return "an article that was not put";
  if (!one || !one.value() || parts(*one.value()) != parts(*right.value()))
    return "another article";
  return "";
}

// Both are empty. Puts, replaces and adds, and compares whatever can be asked.
inline std::string disagreement(Store& store, Store& memory, int filters = 300) {
  for (const GeneratedBatch& batch :
       {generated_batch(4, 6, 150), generated_batch(11, 3, 40), generated_batch(11, 3, 40)}) {
    if (auto wrong = put_in_both(store, memory, batch); !wrong.empty()) return wrong;
    if (auto wrong = events_differ(store, memory, filters / 3); !wrong.empty()) return wrong;
  }
  const GeneratedBatch more = generated_batch(12, 5, 20);
  for (Store* one : {&store, &memory}) {
    const auto done = add(*one, more.articles, more.events);
    if (!done) return done.error();
  }
  for (const std::string& wrong :
       {articles_differ(store, memory), events_differ(store, memory, filters / 5),
        tallies_differ(store, memory)})
    if (!wrong.empty()) return wrong;
  const auto problems = store.check();
  if (!problems) return problems.error();
  if (!problems.value().empty()) return problems.value().front().message;
  const auto version = store.version();
  return version && version.value() > 0 ? "" : "no version";
}

}  // namespace entente
