// See blocks.h.
#include "balance/blocks.h"

#include <algorithm>

namespace entente {

namespace {

class BlockFinder {
 public:
  explicit BlockFinder(const SignedGraph& graph)
      : graph_(graph),
        adjacency_(graph),
        reached_(graph.actors),
        low_(graph.actors),
        number_(graph.actors) {}

  std::vector<Block> run() {
    for (uint32_t actor = 0; actor < graph_.actors; ++actor)
      if (reached_[actor] == 0) search_from(actor);
    return std::move(blocks_);
  }

 private:
  struct Visit {
    uint32_t actor;
    uint32_t by_edge;
    uint32_t next = 0;  // index of the arc to look at
  };

  void search_from(uint32_t root) {
    std::vector<Visit> path;
    enter(path, root, kNoEdge);
    while (!path.empty()) {
      Visit& visit = path.back();
      const auto arcs = adjacency_.of(visit.actor);
      if (visit.next == arcs.size()) {
        leave(path);
        continue;
      }
      const Adjacency::Arc arc = arcs[visit.next++];
      if (arc.edge == visit.by_edge) continue;
      if (reached_[arc.actor] == 0) {
        edges_.push_back(arc.edge);
        enter(path, arc.actor, arc.edge);
      } else if (reached_[arc.actor] < reached_[visit.actor]) {
        edges_.push_back(arc.edge);
        low_[visit.actor] = std::min(low_[visit.actor], reached_[arc.actor]);
      }
    }
  }

  void enter(std::vector<Visit>& path, uint32_t actor, uint32_t by_edge) {
    reached_[actor] = low_[actor] = ++clock_;
    path.push_back({actor, by_edge});
  }

  void leave(std::vector<Visit>& path) {
    const Visit child = path.back();
    path.pop_back();
    if (path.empty()) return;
    const uint32_t parent = path.back().actor;
    low_[parent] = std::min(low_[parent], low_[child.actor]);
    if (low_[child.actor] >= reached_[parent]) cut_off(child.by_edge);
  }

  // The edges above and with `last` on the stack are one block.
  void cut_off(uint32_t last) {
    Block block;
    const auto begin = std::find(edges_.rbegin(), edges_.rend(), last).base() - 1;
    for (auto edge = begin; edge != edges_.end(); ++edge) {
      block.graph.edges.push_back(graph_.edges[*edge]);
      block.actors.push_back(graph_.edges[*edge].a);
      block.actors.push_back(graph_.edges[*edge].b);
    }
    edges_.erase(begin, edges_.end());
    std::sort(block.actors.begin(), block.actors.end());
    block.actors.erase(std::unique(block.actors.begin(), block.actors.end()), block.actors.end());
    block.graph.actors = static_cast<uint32_t>(block.actors.size());
    for (uint32_t i = 0; i < block.graph.actors; ++i) number_[block.actors[i]] = i;
    for (SignedEdge& edge : block.graph.edges) {
      edge.a = number_[edge.a];
      edge.b = number_[edge.b];
    }
    blocks_.push_back(std::move(block));
  }

  static constexpr uint32_t kNoEdge = UINT32_MAX;
  const SignedGraph& graph_;
  Adjacency adjacency_;
  std::vector<uint32_t> reached_;  // when, from 1; 0 not yet
  std::vector<uint32_t> low_;      // earliest actor that its subtree has an edge to
  std::vector<uint32_t> number_;   // in the block being cut off
  std::vector<uint32_t> edges_;    // not yet in a block
  uint32_t clock_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> find_blocks(const SignedGraph& graph) { return BlockFinder(graph).run(); }

Sides join_sides(const std::vector<Block>& blocks, const std::vector<Sides>& sides,
                 uint32_t actors) {
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> member_of(actors);  // block, number in it
  for (uint32_t b = 0; b < blocks.size(); ++b)
    for (uint32_t i = 0; i < blocks[b].actors.size(); ++i)
      member_of[blocks[b].actors[i]].push_back({b, i});
  Sides joined(actors, 0);
  std::vector<bool> placed(blocks.size());
  std::vector<uint32_t> queue;
  for (uint32_t root = 0; root < actors; ++root) {
    if (joined[root] != 0) continue;
    joined[root] = 1;
    queue.push_back(root);
    while (!queue.empty()) {
      const uint32_t actor = queue.back();
      queue.pop_back();
      for (const auto& [b, own] : member_of[actor]) {
        if (placed[b]) continue;
        placed[b] = true;
        const int turn = joined[actor] * sides[b][own];
        for (uint32_t i = 0; i < blocks[b].actors.size(); ++i) {
          if (i == own) continue;
          joined[blocks[b].actors[i]] = static_cast<int8_t>(turn * sides[b][i]);
          queue.push_back(blocks[b].actors[i]);
        }
      }
    }
  }
  return joined;
}

}  // namespace entente
