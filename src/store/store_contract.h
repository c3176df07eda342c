// What holds of every store, checked against the one in memory.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "store/generated_events.h"

namespace entente {

inline void expect_near(const std::vector<Tally>& found, const std::vector<Tally>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    Tally rounded = found[i];
    EXPECT_NEAR(rounded.friendly, expected[i].friendly, 1e-9);
    EXPECT_NEAR(rounded.hostile, expected[i].hostile, 1e-9);
    rounded.friendly = expected[i].friendly;
    rounded.hostile = expected[i].hostile;
    EXPECT_EQ(rounded, expected[i]) << rounded.source << " " << rounded.target;
  }
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

inline void put_in_both(Store& store, Store& memory, const GeneratedBatch& batch) {
  for (Store* one : {&store, &memory}) {
    const auto done = one->put(batch.articles, batch.events);
    ASSERT_TRUE(done.ok()) << done.error();
  }
}

// The sums that SQL makes where the events lie are those of tally() in C++.
inline void expect_same_tallies(const Store& store, const Store& memory) {
  for (const Perspective perspective :
       {Perspective::all, Perspective::outlet, Perspective::speaker}) {
    const auto found = store.tallies({.perspective = perspective});
    ASSERT_TRUE(found.ok()) << found.error();
    const auto expected = tally(memory.events({}).value(), {.perspective = perspective});
    EXPECT_GT(expected.size(), 100u);
    expect_near(found.value(), expected);
  }
}

inline void expect_same_events(const Store& store, const Store& memory, int filters) {
  EventMaker maker(5);
  int with_results = 0;
  for (int i = 0; i < filters; ++i) {
    const EventFilter filter = random_filter(maker);
    const auto expected = memory.events(filter).value();
    with_results += !expected.empty();
    const auto found = store.events(filter);
    ASSERT_TRUE(found.ok()) << found.error();
    ASSERT_TRUE(same(found.value(), expected)) << "filter " << i;
    ASSERT_EQ(store.count(filter).value(), memory.count(filter).value()) << "filter " << i;
  }
  EXPECT_GT(with_results, filters / 5);
}

inline void expect_same_articles(const Store& store, const Store& memory) {
  const auto found = store.articles();
  ASSERT_TRUE(found.ok()) << found.error();
  EXPECT_TRUE(same(found.value(), memory.articles().value()));
  EXPECT_TRUE(same(store.articles("a2", 3).value(), memory.articles("a2", 3).value()));
  EXPECT_EQ(store.known({"a1", "none", "a0"}).value(), memory.known({"a1", "none", "a0"}).value());
  EXPECT_FALSE(store.article("none").value().has_value());
  EXPECT_EQ(parts(*store.article("a1").value()), parts(*memory.article("a1").value()));
}

// Both are empty. Puts, replaces and adds, and compares whatever can be asked.
inline void expect_agreement(Store& store, Store& memory, int filters = 300) {
  put_in_both(store, memory, generated_batch(4, 6, 150));
  expect_same_events(store, memory, filters);
  put_in_both(store, memory, generated_batch(11, 3, 40));  // replaces half of them
  put_in_both(store, memory, generated_batch(11, 3, 40));  // and changes nothing
  const GeneratedBatch more = generated_batch(12, 5, 20);
  for (Store* one : {&store, &memory}) {
    const auto done = add(*one, more.articles, more.events);
    ASSERT_TRUE(done.ok()) << done.error();
  }
  expect_same_articles(store, memory);
  expect_same_events(store, memory, filters / 5);
  expect_same_tallies(store, memory);
  EXPECT_TRUE(store.check().value().empty());
  EXPECT_GT(store.version().value(), 0);
}

}  // namespace entente
