// How long a store takes to keep 10,000 events of 200 articles, to give them back and to tally
// them.
#include <benchmark/benchmark.h>

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

// 0 is memory, 1 SQLite.
BENCHMARK(put)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(put_by_article)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(tallies)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
