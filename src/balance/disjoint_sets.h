// Union-find (Galler and Fischer 1964) over actors; the least actor represents its set.
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace entente {

class DisjointSets {
 public:
  explicit DisjointSets(uint32_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  uint32_t find(uint32_t actor) {
    while (parent_[actor] != actor) actor = parent_[actor] = parent_[parent_[actor]];
    return actor;
  }
  void unite(uint32_t a, uint32_t b) {
    a = find(a);
    b = find(b);
    if (a > b) std::swap(a, b);
    parent_[b] = a;
  }
  bool together(uint32_t a, uint32_t b) { return find(a) == find(b); }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace entente
