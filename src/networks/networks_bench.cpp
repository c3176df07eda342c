// Known networks from file to proof, where they are at hand: seconds, frustration and bound. What
// other programs reach on them stands in docs/benchmarks.md.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "networks/networks.h"

namespace entente {
namespace {

const std::filesystem::path kNetworks = ENTENTE_ROOT "/../shared/data/networks";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void measure(benchmark::State& state, const std::filesystem::path& path) {
  const std::string bytes = bytes_of(path);
  Frustration found;
  for (auto _ : state) {
    const auto network = read_network(bytes, path.filename());
    if (network) found = minimum_frustration(network.value().graph, {.work_max = 60'000'000'000});
  }
  state.counters["frustration"] = static_cast<double>(found.value);
  state.counters["bound"] = static_cast<double>(found.lower_bound);
}

bool register_networks() {
  if (!std::filesystem::exists(kNetworks)) return false;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kNetworks)) {
    if (!entry.is_regular_file()) continue;
    const std::filesystem::path path = entry.path();
    benchmark::RegisterBenchmark(path.filename().c_str(),
                                 [path](benchmark::State& state) { measure(state, path); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}

const bool kRegistered = register_networks();

}  // namespace
}  // namespace entente
