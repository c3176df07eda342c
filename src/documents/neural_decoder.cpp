// Maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) with one root (a fine on root arcs
// keeps their number at the least, which is one). Most sentences need no contraction: if the best
// head of every word gives a tree, that is the answer. Cycles are contracted in place, so that all
// contractions together are quadratic (Tarjan 1977). Tested in neural_decoder_test.cpp against all
// trees.
#include "documents/neural_decoder.h"

#include "base/check.h"

namespace entente {
namespace {

constexpr int64_t kNone = -(int64_t{1} << 60), kLowest = INT64_MIN;
constexpr int64_t kRootFine = int64_t{1} << 48;

// A square matrix of arc scores; node 0 is the root.
struct Graph {
  int size;  // nodes
  std::vector<int64_t> scores;
  int64_t& at(int dependent, int head) {
    return scores[static_cast<size_t>(dependent) * static_cast<size_t>(size) +
                  static_cast<size_t>(head)];
  }
};

std::vector<int> best_heads(Graph& graph) {
  std::vector<int> heads(static_cast<size_t>(graph.size), 0);
  for (int d = 1; d < graph.size; ++d) {
    int best = 0;
    for (int h = 1; h < graph.size; ++h) {
      if (h != d && graph.at(d, h) > graph.at(d, best)) best = h;
    }
    heads[static_cast<size_t>(d)] = best;
  }
  return heads;
}

// The nodes of a cycle, or none. `open` are the nodes that are left.
std::vector<int> cycle_of(const std::vector<int>& heads, const std::vector<bool>& open) {
  std::vector<int> mark(heads.size(), 0);
  for (int start = 1; start < static_cast<int>(heads.size()); ++start) {
    if (!open[static_cast<size_t>(start)]) continue;
    int node = start;
    while (node != 0 && mark[static_cast<size_t>(node)] == 0) {
      mark[static_cast<size_t>(node)] = start;
      node = heads[static_cast<size_t>(node)];
    }
    if (node == 0 || mark[static_cast<size_t>(node)] != start) continue;
    std::vector<int> cycle = {node};
    for (int next = heads[static_cast<size_t>(node)]; next != node;
         next = heads[static_cast<size_t>(next)]) {
      cycle.push_back(next);
    }
    return cycle;
  }
  return {};
}

// A cycle that its first node stands for from now on.
struct Contraction {
  std::vector<int> cycle, cycle_heads;
  std::vector<int> enters;  // head outside -> the node of the cycle that it would take
  std::vector<int> leaves;  // dependent outside -> the node of the cycle that would head it
};

Contraction contract(Graph& graph, std::vector<int>& heads, std::vector<bool>& open,
                     std::vector<int> cycle) {
  Contraction c;
  const int first = cycle.front();
  std::vector<int64_t> given;  // by the arcs within the cycle
  for (const int node : cycle) {
    c.cycle_heads.push_back(heads[static_cast<size_t>(node)]);
    given.push_back(graph.at(node, c.cycle_heads.back()));
    open[static_cast<size_t>(node)] = false;
  }
  c.enters.assign(heads.size(), first);
  c.leaves.assign(heads.size(), first);
  int best = 0;
  for (int other = 0; other < graph.size; ++other) {
    const auto o = static_cast<size_t>(other);
    if (!open[o]) continue;
    int64_t in = kLowest, out = kLowest;
    for (size_t k = 0; k < cycle.size(); ++k) {
      const int node = cycle[k];
      const int64_t gain = graph.at(node, other) - given[k];
      if (gain > in) in = gain, c.enters[o] = node;
      if (graph.at(other, node) > out) out = graph.at(other, node), c.leaves[o] = node;
      if (heads[o] == node) heads[o] = first;
    }
    graph.at(first, other) = in;
    graph.at(other, first) = out;
    if (in > graph.at(first, best)) best = other;
  }
  open[static_cast<size_t>(first)] = true;
  heads[static_cast<size_t>(first)] = best;
  c.cycle = std::move(cycle);
  return c;
}

void expand(const Contraction& c, std::vector<int>& heads) {
  const auto first = static_cast<size_t>(c.cycle.front());
  const int head = heads[first];
  const int entered = c.enters[static_cast<size_t>(head)];
  for (size_t d = 1; d < heads.size(); ++d) {
    if (d != first && heads[d] == c.cycle.front()) heads[d] = c.leaves[d];
  }
  for (size_t k = 0; k < c.cycle.size(); ++k) {
    heads[static_cast<size_t>(c.cycle[k])] = c.cycle[k] == entered ? head : c.cycle_heads[k];
  }
}

std::vector<int> solve(Graph graph) {
  std::vector<Contraction> contractions;
  std::vector<int> heads = best_heads(graph);
  std::vector<bool> open(heads.size(), true);
  for (std::vector<int> cycle = cycle_of(heads, open); !cycle.empty();
       cycle = cycle_of(heads, open)) {
    contractions.push_back(contract(graph, heads, open, std::move(cycle)));
  }
  for (; !contractions.empty(); contractions.pop_back()) expand(contractions.back(), heads);
  return heads;
}

}  // namespace

std::vector<int> best_tree(const std::vector<int64_t>& scores, int size) {
  CHECK(size >= 1 && scores.size() == static_cast<size_t>(size) * static_cast<size_t>(size + 1));
  Graph graph{size + 1, std::vector<int64_t>(static_cast<size_t>(size + 1), kNone)};
  graph.scores.insert(graph.scores.end(), scores.begin(), scores.end());
  const std::vector<int> greedy = best_heads(graph);
  int roots = 0;
  for (size_t d = 1; d < greedy.size(); ++d) roots += greedy[d] == 0;
  std::vector<int> heads = greedy;
  if (roots != 1 || !cycle_of(greedy, std::vector<bool>(greedy.size(), true)).empty()) {
    for (int d = 1; d <= size; ++d) graph.at(d, 0) -= kRootFine;
    heads = solve(std::move(graph));
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace entente
