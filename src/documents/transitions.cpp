// See transitions.h. Every word is shifted once and attached once: 2 * size transitions a sentence.
// Tested in transitions_test.cpp.
#include "documents/transitions.h"

#include "base/check.h"

namespace entente {

ParserState::ParserState(int size)
    : size_(size), nodes_(static_cast<size_t>(size) + 1), in_stack_(static_cast<size_t>(size) + 1) {
  stack_.reserve(static_cast<size_t>(size));
}

bool ParserState::allows(Move move) const {
  switch (move) {
    case Move::shift: return buffer_ < size_;
    // Before the root, left is for the last word alone.
    case Move::left: return !stack_.empty() && (buffer_ < size_ || stack_.size() == 1);
    case Move::right: return stack_.size() >= 2;
  }
  return false;
}

void ParserState::apply(Transition transition) {
  CHECK(allows(transition.move));
  if (transition.move == Move::shift) {
    in_stack_[static_cast<size_t>(buffer_)] = true;
    stack_.push_back(buffer_++);
    return;
  }
  const int dependent = stack_.back();
  stack_.pop_back();
  in_stack_[static_cast<size_t>(dependent)] = false;
  attach(dependent, transition.move == Move::left ? buffer_ : stack_.back(), transition.relation);
}

void ParserState::attach(int dependent, int head, Relation relation) {
  Node& child = nodes_[static_cast<size_t>(dependent)];
  Node& parent = nodes_[static_cast<size_t>(head)];
  child.head = head;
  child.relation = relation;
  const uint64_t bit = uint64_t{1} << static_cast<int>(relation);
  if (dependent < head) {
    parent.left2 = parent.left1;
    parent.left1 = dependent;
    parent.left_count += parent.left_count < 255;
    parent.left_relations |= bit;
  } else {
    parent.right2 = parent.right1;
    parent.right1 = dependent;
    parent.right_count += parent.right_count < 255;
    parent.right_relations |= bit;
  }
}

}  // namespace entente
