// Maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) with one root (a fine on root arcs
// keeps their number at the least, which is one). Most sentences need no contraction: if the best
// head of every word gives a tree, that is the answer. Quadratic per contracted cycle. Tested in
// neural_decoder_test.cpp against all trees.
#include "documents/neural_decoder.h"

#include "base/check.h"

namespace entente {
namespace {

constexpr int64_t kNone = -(int64_t{1} << 60);
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

// The nodes of a cycle, or none.
std::vector<int> cycle_of(const std::vector<int>& heads) {
  std::vector<int> mark(heads.size(), 0);
  for (int start = 1; start < static_cast<int>(heads.size()); ++start) {
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

struct Contraction {
  Graph graph;                 // the cycle is its last node
  std::vector<int> old_nodes;  // new node -> old node, save for the last
  std::vector<int> enters;     // new head -> the node of the cycle that it would take
  std::vector<int> leaves;     // new dependent -> the node of the cycle that would head it
};

Contraction contract(Graph& graph, const std::vector<int>& heads, const std::vector<int>& cycle) {
  Contraction c;
  std::vector<bool> inside(heads.size(), false);
  for (const int node : cycle) inside[static_cast<size_t>(node)] = true;
  for (int node = 0; node < graph.size; ++node) {
    if (!inside[static_cast<size_t>(node)]) c.old_nodes.push_back(node);
  }
  const int last = static_cast<int>(c.old_nodes.size());
  c.graph.size = last + 1;
  c.graph.scores.assign(static_cast<size_t>(c.graph.size) * static_cast<size_t>(c.graph.size),
                        kNone);
  c.enters.assign(static_cast<size_t>(last), cycle.front());
  c.leaves.assign(static_cast<size_t>(last), cycle.front());
  for (int d = 0; d < last; ++d) {
    const int old = c.old_nodes[static_cast<size_t>(d)];
    for (int h = 0; h < last; ++h) {
      c.graph.at(d, h) = graph.at(old, c.old_nodes[static_cast<size_t>(h)]);
    }
    for (const int node : cycle) {
      const int64_t out = graph.at(old, node);
      if (out > c.graph.at(d, last)) {
        c.graph.at(d, last) = out;
        c.leaves[static_cast<size_t>(d)] = node;
      }
      const int64_t in = graph.at(node, old) - graph.at(node, heads[static_cast<size_t>(node)]);
      if (in > c.graph.at(last, d)) {
        c.graph.at(last, d) = in;
        c.enters[static_cast<size_t>(d)] = node;
      }
    }
  }
  return c;
}

std::vector<int> solve(Graph graph) {
  std::vector<Contraction> contractions;
  std::vector<std::vector<int>> heads_before;
  std::vector<int> heads = best_heads(graph);
  for (std::vector<int> cycle = cycle_of(heads); !cycle.empty(); cycle = cycle_of(heads)) {
    contractions.push_back(contract(graph, heads, cycle));
    heads_before.push_back(std::move(heads));
    graph = contractions.back().graph;
    heads = best_heads(graph);
  }
  while (!contractions.empty()) {
    const Contraction& c = contractions.back();
    std::vector<int> open = std::move(heads_before.back());
    const int last = c.graph.size - 1;
    for (int d = 1; d < last; ++d) {
      const int h = heads[static_cast<size_t>(d)];
      open[static_cast<size_t>(c.old_nodes[static_cast<size_t>(d)])] =
          h == last ? c.leaves[static_cast<size_t>(d)] : c.old_nodes[static_cast<size_t>(h)];
    }
    const int into = heads[static_cast<size_t>(last)];
    open[static_cast<size_t>(c.enters[static_cast<size_t>(into)])] =
        c.old_nodes[static_cast<size_t>(into)];
    heads = std::move(open);
    contractions.pop_back();
    heads_before.pop_back();
  }
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
  if (roots != 1 || !cycle_of(greedy).empty()) {
    for (int d = 1; d <= size; ++d) graph.at(d, 0) -= kRootFine;
    heads = solve(std::move(graph));
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace entente
