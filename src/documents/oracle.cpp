// See oracle.h. Tested against exhaustive search in oracle_test.cpp.
#include "documents/oracle.h"

#include <algorithm>
#include <cstdlib>

namespace entente {
namespace {

bool is_ancestor(const std::vector<int>& heads, int ancestor, int word) {
  const int root = static_cast<int>(heads.size());
  for (int steps = 0; word != root && steps <= root; ++steps) {
    if (word == ancestor) return true;
    word = heads[static_cast<size_t>(word)];
  }
  return word == ancestor;
}

bool is_projective_arc(const std::vector<int>& heads, int dependent) {
  const int root = static_cast<int>(heads.size());
  const int head = heads[static_cast<size_t>(dependent)];
  if (head == root) return true;
  for (int k = std::min(dependent, head) + 1; k < std::max(dependent, head); ++k) {
    if (!is_ancestor(heads, head, k)) return false;
  }
  return true;
}

// The shortest arc that crosses another, or -1.
int shortest_crossing_arc(const std::vector<int>& heads) {
  int found = -1, length = 0;
  for (int d = 0; d < static_cast<int>(heads.size()); ++d) {
    const int size = std::abs(d - heads[static_cast<size_t>(d)]);
    if ((found < 0 || size < length) && !is_projective_arc(heads, d)) {
      found = d;
      length = size;
    }
  }
  return found;
}

}  // namespace

GoldTree gold_tree(std::vector<int> heads, std::vector<Relation> relations) {
  for (int d = shortest_crossing_arc(heads); d >= 0; d = shortest_crossing_arc(heads)) {
    int& head = heads[static_cast<size_t>(d)];
    head = heads[static_cast<size_t>(head)];
  }
  GoldTree tree{std::move(heads), std::move(relations), {}};
  tree.dependents.resize(tree.heads.size() + 1);
  for (size_t d = 0; d < tree.heads.size(); ++d) {
    tree.dependents[static_cast<size_t>(tree.heads[d])].push_back(static_cast<int>(d));
  }
  return tree;
}

// The root's dependent must lie alone on the stack in the end, so a word that is put onto others
// has lost the root already.
int cost(const ParserState& state, const GoldTree& gold, Move move) {
  const int next = state.buffer(0);
  int lost = 0;
  if (move == Move::shift) {
    const int head = gold.heads[static_cast<size_t>(next)];
    lost += head == state.root() ? state.stack_size() > 0
                                 : head != state.stack(0) && state.in_stack(head);
    for (const int d : gold.dependents[static_cast<size_t>(next)]) lost += state.in_stack(d);
    return lost;
  }
  const int top = state.stack(0);
  const int head = gold.heads[static_cast<size_t>(top)];
  for (const int d : gold.dependents[static_cast<size_t>(top)]) lost += d >= next;
  if (head == state.root() && state.stack_size() > 1) return lost;
  if (move == Move::left) return lost + (head > next || head == state.stack(1));
  return lost + (head >= next);
}

}  // namespace entente
