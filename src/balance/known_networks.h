// Networks that others have measured, for tests: read here, so that the stage needs none to its
// right.
#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "balance/signed_graph.h"

namespace entente {

inline const std::filesystem::path kNetworks = ENTENTE_ROOT "/../shared/data/networks";

inline SignedGraph read_network(const std::string& path) {
  const std::string command = "gzip -dcf '" + path + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  SignedGraph graph;
  std::map<std::string, uint32_t> number;
  std::map<std::pair<uint32_t, uint32_t>, int64_t> ties;
  std::array<char, 200> line;
  bool header = true;
  while (pipe && std::fgets(line.data(), line.size(), pipe.get()) != nullptr) {
    const std::string text = line.data();
    const size_t first = text.find(','), second = text.find(',', first + 1);
    if (std::exchange(header, false) || second == std::string::npos) continue;
    const auto actor = [&](const std::string& name) {
      return number.try_emplace(name, static_cast<uint32_t>(number.size())).first->second;
    };
    const uint32_t a = actor(text.substr(0, first));
    const uint32_t b = actor(text.substr(first + 1, second - first - 1));
    if (a != b) ties[std::minmax(a, b)] = std::stoll(text.substr(second + 1));
  }
  graph.actors = static_cast<uint32_t>(number.size());
  for (const auto& [pair, sign] : ties) graph.edges.push_back({pair.first, pair.second, sign});
  return graph;
}

}  // namespace entente
