// How long a store takes to keep 10,000 events of 200 articles, to give them back and to tally
// them.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>

#include "store/generated_events.h"
#include "store/scratch_folder.h"

namespace entente {
namespace {

constexpr int kArticles = 200;
constexpr int kEventsEach = 50;

std::string address(const benchmark::State& state, const ScratchFolder& folder) {
  return state.range(0) == 0 ? "memory:" : folder.file("entente.db");
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * kArticles * kEventsEach);
}

void put(benchmark::State& state) {
  const GeneratedBatch batch = generated_batch(1, kArticles, kEventsEach);
  for (auto _ : state) {
    state.PauseTiming();
    const ScratchFolder folder;
    const auto store = std::move(open_store(address(state, folder))).value();
    state.ResumeTiming();
    CHECK(store->put(batch.articles, batch.events).ok());
  }
  count(state);
}

// The same, one batch an article, as a run over many articles that may be killed.
void put_by_article(benchmark::State& state) {
  const GeneratedBatch batch = generated_batch(1, kArticles, kEventsEach);
  const ScratchFolder folder;
  const auto store = std::move(open_store(address(state, folder))).value();
  for (auto _ : state) {
    for (int i = 0; i < kArticles; ++i) {
      const auto first = batch.events.begin() + i * kEventsEach;
      CHECK(
          store->put({batch.articles[static_cast<size_t>(i)]}, {first, first + kEventsEach}).ok());
    }
  }
  count(state);
}

void load(benchmark::State& state) {
  const GeneratedBatch batch = generated_batch(1, kArticles, kEventsEach);
  const ScratchFolder folder;
  const auto store = std::move(open_store(address(state, folder))).value();
  CHECK(store->put(batch.articles, batch.events).ok());
  for (auto _ : state) benchmark::DoNotOptimize(store->events({}).value().size());
  count(state);
}

void tallies(benchmark::State& state) {
  const GeneratedBatch batch = generated_batch(1, kArticles, kEventsEach);
  const ScratchFolder folder;
  const auto store = std::move(open_store(address(state, folder))).value();
  CHECK(store->put(batch.articles, batch.events).ok());
  for (auto _ : state) benchmark::DoNotOptimize(store->tallies({}).value().size());
  count(state);
}

// Tallies of an archive: ENTENTE_BENCH_EVENTS events (default 200,000) between 150 states, in
// SQLite and, where ENTENTE_BENCH_CLICKHOUSE holds the address of a server, in ClickHouse.
size_t archive_size() {
  const char* events = std::getenv("ENTENTE_BENCH_EVENTS");
  return events ? std::stoul(events) : 200'000;
}

Event archive_event(std::mt19937_64& random, const std::string& document, size_t number) {
  const auto node = [&] { return "N" + std::to_string(random() % 150); };
  Event event;
  event.id = "e" + std::to_string(number);
  event.document = document;
  event.source.actor.node = node();
  event.target.actor.node = node();
  event.type = static_cast<EventType>(random() % kEventTypes);
  const Date day = civil_from_days(static_cast<int32_t>(random() % 7300 + 10957));
  event.date = {{day, day, DatePrecision::day}, DateBasis::explicit_};
  event.said_by = {{"Outlet " + std::to_string(random() % 50), {}}};
  event.confidence = 0.9;
  return event;
}

void fill_archive(Store& store, size_t size) {
  constexpr size_t kAtOnce = 50'000, kEach = 10;
  std::mt19937_64 random(1);
  for (size_t at = 0; at < size; at += kAtOnce) {
    std::vector<Article> articles;
    std::vector<Event> events;
    for (size_t i = at; i < std::min(size, at + kAtOnce); ++i) {
      if (i % kEach == 0) articles.emplace_back().id = "a" + std::to_string(i);
      events.push_back(archive_event(random, articles.back().id, i));
    }
    CHECK(store.put(articles, events).ok());
  }
}

void tallies_of_an_archive(benchmark::State& state) {
  const char* server = std::getenv("ENTENTE_BENCH_CLICKHOUSE");
  if (state.range(0) == 2 && !server) {
    state.SkipWithError("set ENTENTE_BENCH_CLICKHOUSE=clickhouse://host:8123/database");
    return;
  }
  const ScratchFolder folder;
  const auto store =
      std::move(open_store(state.range(0) == 2 ? server : address(state, folder))).value();
  if (store->count({}).value() < archive_size()) fill_archive(*store, archive_size());
  for (auto _ : state) benchmark::DoNotOptimize(store->tallies({}).value().size());
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(archive_size()));
}

// What a server asks again and again: one pair's newest events, of the same archive.
void events_of_a_pair(benchmark::State& state) {
  const ScratchFolder folder;
  const auto store = std::move(open_store(address(state, folder))).value();
  fill_archive(*store, archive_size());
  const EventFilter pair{.node = "N3", .node_b = "N77", .newest_first = true, .most = 50};
  for (auto _ : state) benchmark::DoNotOptimize(store->events(pair).value().size());
}

// 0 is memory, 1 SQLite, 2 ClickHouse.
BENCHMARK(tallies_of_an_archive)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(events_of_a_pair)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(put)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(put_by_article)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(tallies)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
