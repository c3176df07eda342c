// The files stand for moments in the order in which they are given. Tested in program_test.cpp.
#include "cli/network_series.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

namespace {

// "1950" of "networks/1950.csv.gz".
std::string stem_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  return name.substr(0, std::max<size_t>(1, name.find('.')));
}

// Actors of all files by their ids.
class Series {
 public:
  void add(const std::string& name, const SignedNetwork& network) {
    std::vector<uint32_t> number;
    for (const std::string& id : network.actors) {
      const auto [place, fresh] = index_.try_emplace(id, static_cast<uint32_t>(actors.size()));
      if (fresh) actors.push_back(id);
      number.push_back(place->second);
    }
    NamedGraph graph{name, {0, {}}, network.unit};
    for (const SignedEdge& edge : network.graph.edges) {
      const auto [a, b] = std::minmax(number[edge.a], number[edge.b]);
      graph.graph.edges.push_back({a, b, edge.weight});
    }
    graphs.push_back(std::move(graph));
  }

  std::vector<std::string> actors;
  std::vector<NamedGraph> graphs;

 private:
  std::map<std::string, uint32_t> index_;
};

}  // namespace

int run_network_series(const Options& options, const std::atomic<bool>* stop) {
  Series series;
  size_t failed = 0;
  for (const std::string& path : options.paths) {
    std::vector<Problem> problems;
    auto bytes = read_file(path, problems);
    for (const Problem& problem : problems) print_problem(problem);
    if (!bytes) {
      ++failed;
      continue;
    }
    const auto network = read_network(std::move(*bytes), input_name(path));
    if (!network) {
      fail(network.error());
      ++failed;
      continue;
    }
    series.add(stem_of(path), network.value());
  }
  if (series.graphs.empty()) return kFailed;
  for (NamedGraph& graph : series.graphs)
    graph.graph.actors = static_cast<uint32_t>(series.actors.size());
  HistoryOptions wanted;
  wanted.chance_samples = options.chance_samples > 0 ? options.chance_samples : 99;
  wanted.seed = options.seed;
  wanted.inertia = options.inertia;
  wanted.stop = stop;
  const History history = measure_history(series.actors, series.graphs, wanted);
  print(history_view(history, series.actors, options.format, terminal()));
  return failed > 0 ? kFailed : kDone;
}

}  // namespace entente
