// See joint_windows.h. Tested in history_test.cpp against all sides.
#include "balance/joint_windows.h"

#include "balance/optimum.h"

namespace entente {

JointWindows join(const std::vector<SignedGraph>& windows, int64_t inertia) {
  JointWindows joint;
  for (const SignedGraph& window : windows) {
    std::vector<uint32_t>& number = joint.number.emplace_back(window.actors, UINT32_MAX);
    for (const SignedEdge& edge : window.edges) {
      for (const uint32_t end : {edge.a, edge.b})
        if (number[end] == UINT32_MAX) number[end] = joint.graph.actors++;
      joint.graph.edges.push_back({number[edge.a], number[edge.b], edge.weight});
    }
  }
  const size_t actors = windows.empty() ? 0 : windows.front().actors;
  for (size_t actor = 0; actor < actors; ++actor) {
    uint32_t last = UINT32_MAX;
    for (const std::vector<uint32_t>& number : joint.number) {
      if (number[actor] == UINT32_MAX) continue;
      if (last != UINT32_MAX) joint.graph.edges.push_back({last, number[actor], inertia});
      last = number[actor];
    }
  }
  return joint;
}

std::vector<Sides> sides_of(const JointWindows& joint, const Sides& side) {
  std::vector<Sides> sides;
  for (const std::vector<uint32_t>& number : joint.number) {
    Sides& own = sides.emplace_back(number.size());
    for (size_t actor = 0; actor < number.size(); ++actor)
      if (number[actor] != UINT32_MAX) own[actor] = side[number[actor]];
  }
  return sides;
}

int64_t frustration_if_unmoved(const SignedGraph& window, const Sides& last) {
  std::vector<Place> places(window.actors);
  uint32_t actors = 1;  // 0 stands for all whose side is known
  for (uint32_t i = 0; i < window.actors; ++i)
    places[i] = last[i] != 0 ? Place{0, last[i]} : Place{actors++, 1};
  const Folded folded = fold(window, places, actors);
  return folded.unavoidable + find_optimum(folded.graph, {}).value;
}

}  // namespace entente
