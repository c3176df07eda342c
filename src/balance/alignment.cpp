// Which side is which, from moment to moment. That is a question of balance itself: the components
// of all moments are the actors of a signed graph, two are friends as far as actors that they share
// in succession are on equal sides, enemies as far as they are not, and the camps of least
// frustration leave the fewest changes over the whole time, not only from one moment to the next.
// Tested in alignment_test.cpp against all turns.
#include <algorithm>
#include <map>

#include "balance/optimum.h"

namespace entente {

namespace {

class Alignments {
 public:
  Alignments(std::vector<Split>& splits, const Sides& reference)
      : splits_(splits), reference_(reference) {
    for (const Split& split : splits)
      for (const int8_t side : split.side) entries_ += side != 0;
  }

  Alignment run() {
    number_components();
    add_changes();
    add_reference();
    const Optimum optimum = find_optimum(graph_, {});
    turn(optimum.side);
    Alignment alignment{count_changes()};
    // The reference decides only between equals.
    alignment.proven = optimum.lower / step() == optimum.value / step();
    return alignment;
  }

 private:
  // What one change weighs: more than all agreement with the reference.
  int64_t step() const { return static_cast<int64_t>(entries_) + 1; }

  void number_components() {
    numbers_.resize(splits_.size());
    for (size_t moment = 0; moment < splits_.size(); ++moment) {
      const Split& split = splits_[moment];
      for (size_t actor = 0; actor < split.side.size(); ++actor)
        if (split.side[actor] != 0)
          numbers_[moment].try_emplace(split.component[actor], graph_.actors + 1);
      // Actor 0 of the graph is the reference.
      for (auto& [component, number] : numbers_[moment]) number = ++graph_.actors;
    }
    ++graph_.actors;
  }

  uint32_t node(size_t moment, size_t actor) const {
    return numbers_[moment].at(splits_[moment].component[actor]);
  }

  void add_changes() {
    const size_t actors = splits_.empty() ? 0 : splits_.front().side.size();
    for (size_t actor = 0; actor < actors; ++actor) {
      size_t last = splits_.size();
      for (size_t moment = 0; moment < splits_.size(); ++moment) {
        if (splits_[moment].side[actor] == 0) continue;
        if (last < splits_.size()) {
          const int sign = splits_[last].side[actor] * splits_[moment].side[actor];
          graph_.edges.push_back({node(last, actor), node(moment, actor), sign * step()});
        }
        last = moment;
      }
    }
  }

  void add_reference() {
    if (reference_.empty()) return;
    for (size_t moment = 0; moment < splits_.size(); ++moment)
      for (size_t actor = 0; actor < reference_.size(); ++actor)
        if (const int sign = reference_[actor] * splits_[moment].side[actor])
          graph_.edges.push_back({0, node(moment, actor), sign});
  }

  void turn(const Sides& side) {
    for (size_t moment = 0; moment < splits_.size(); ++moment)
      for (size_t actor = 0; actor < splits_[moment].side.size(); ++actor) {
        int8_t& own = splits_[moment].side[actor];
        if (own != 0) own = static_cast<int8_t>(own * side[node(moment, actor)] * side[0]);
      }
  }

  uint64_t count_changes() const {
    uint64_t changes = 0;
    const size_t actors = splits_.empty() ? 0 : splits_.front().side.size();
    for (size_t actor = 0; actor < actors; ++actor) {
      int8_t last = 0;
      for (const Split& split : splits_) {
        if (split.side[actor] == 0) continue;
        changes += last != 0 && last != split.side[actor];
        last = split.side[actor];
      }
    }
    return changes;
  }

  std::vector<Split>& splits_;
  const Sides& reference_;
  SignedGraph graph_;
  std::vector<std::map<uint32_t, uint32_t>> numbers_;  // a moment: component -> actor of the graph
  uint64_t entries_ = 0;
};

}  // namespace

Alignment align(std::vector<Split>& splits, const std::vector<int8_t>& reference) {
  return Alignments(splits, reference).run();
}

}  // namespace entente
