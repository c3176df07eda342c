// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root as the
// last word of the buffer (Ballesteros and Nivre 2013), so that a sentence has exactly one root.
#pragma once

#include <cstdint>
#include <vector>

#include "documents/grammar.h"

namespace entente {

// shift: the next word goes onto the stack. left: the top of the stack becomes a dependent of the
// next word. right: the top becomes a dependent of the word below it.
enum class Move : uint8_t { shift, left, right };

struct Transition {
  Move move = Move::shift;
  Relation relation = Relation::dep;
  bool operator==(const Transition&) const = default;
};

inline constexpr int kRelations = static_cast<int>(Relation::xcomp) + 1;
inline constexpr int kTransitions = 1 + 2 * kRelations;
inline uint8_t index_of(Transition t) {
  if (t.move == Move::shift) return 0;
  return static_cast<uint8_t>(1 + 2 * static_cast<int>(t.relation) + (t.move == Move::right));
}
inline Transition transition_of(int index) {
  if (index == 0) return {};
  return {index % 2 == 0 ? Move::right : Move::left, static_cast<Relation>((index - 1) / 2)};
}

// Words are 0 to size-1, the root is `size`.
class ParserState {
 public:
  static constexpr int kNone = -1;
  struct Node {
    int head = kNone;
    Relation relation = Relation::dep;
    int left1 = kNone, left2 = kNone;    // outermost dependents on the left
    int right1 = kNone, right2 = kNone;  // and on the right
    uint8_t left_count = 0, right_count = 0;
    uint64_t left_relations = 0, right_relations = 0;  // one bit a relation
  };

  explicit ParserState(int size);

  bool finished() const { return buffer_ == size_ && stack_.empty(); }
  bool allows(Move move) const;
  void apply(Transition transition);

  int size() const { return size_; }
  int root() const { return size_; }
  // The word `depth` below the top of the stack, or kNone.
  int stack(int depth) const {
    const int place = static_cast<int>(stack_.size()) - 1 - depth;
    return place < 0 ? kNone : stack_[static_cast<size_t>(place)];
  }
  int stack_size() const { return static_cast<int>(stack_.size()); }
  // The word `offset` behind the next one, the root included, or kNone.
  int buffer(int offset) const { return buffer_ + offset <= size_ ? buffer_ + offset : kNone; }
  bool in_stack(int word) const { return in_stack_[static_cast<size_t>(word)]; }
  const Node& node(int word) const { return nodes_[static_cast<size_t>(word)]; }

 private:
  void attach(int dependent, int head, Relation relation);

  int size_;
  int buffer_ = 0;
  std::vector<int> stack_;
  std::vector<Node> nodes_;
  std::vector<bool> in_stack_;
};

}  // namespace entente
