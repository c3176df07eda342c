// A force-directed layout (after Fruchterman and Reingold 1991) from fixed starting places on a
// spiral: all actors push each other off, friends pull together, enemies push once more, and the
// camps lean left and right. A start for whoever opens the file, who will lay it out anew; so a
// large network gets fewer rounds, and a very large one only the spiral of its camp. Tested in
// write_network_test.cpp.
#include "exchange/layout.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

struct Point {
  double x = 0, y = 0;
};

constexpr double kDistance = 100;         // between friends
constexpr size_t kPairsMax = 40'000'000;  // looked at in all rounds together
constexpr size_t kRoundsMax = 200;

double lean(const NetworkNode& node) { return node.camp == 1 ? -1 : node.camp == 2 ? 1 : 0; }

// An even spiral (Vogel 1979) around the camp's centre, the heaviest in the middle.
void start(std::vector<NetworkNode>& nodes) {
  std::vector<NetworkNode*> order;
  for (NetworkNode& node : nodes) order.push_back(&node);
  std::ranges::stable_sort(order, std::greater(), &NetworkNode::weight);
  const double radius = kDistance / 2 * std::sqrt(static_cast<double>(nodes.size()));
  double ranks[3] = {0, 0, 0};
  for (NetworkNode* node : order) {
    const double rank = ranks[node->camp]++;
    const double angle = rank * 2.399963;  // the golden angle
    node->x = lean(*node) * radius * 1.2 + kDistance / 2 * std::sqrt(rank) * std::cos(angle);
    node->y = (node->camp == 0 ? radius : 0) + kDistance / 2 * std::sqrt(rank) * std::sin(angle);
  }
}

void push(std::vector<Point>& forces, const std::vector<NetworkNode>& nodes, size_t a, size_t b,
          double force_at_distance, int power) {
  const double x = nodes[a].x - nodes[b].x, y = nodes[a].y - nodes[b].y;
  const double distance = std::max(1.0, std::sqrt(x * x + y * y));
  const double ratio = distance / kDistance;
  const double force = force_at_distance * (power > 0 ? ratio * ratio : 1 / ratio) / distance;
  forces[a].x += x * force;
  forces[a].y += y * force;
  forces[b].x -= x * force;
  forces[b].y -= y * force;
}

void one_round(NetworkParts& parts, double step_max) {
  std::vector<NetworkNode>& nodes = parts.nodes;
  std::vector<Point> forces(nodes.size());
  for (size_t a = 0; a < nodes.size(); ++a) {
    for (size_t b = a + 1; b < nodes.size(); ++b) push(forces, nodes, a, b, kDistance, -1);
    forces[a].x += lean(nodes[a]) * kDistance / 2 - nodes[a].x * 0.05;
    forces[a].y -= nodes[a].y * 0.1;
  }
  for (const NetworkEdge& edge : parts.edges) {
    const double pull = std::min(1.0, edge.weight() / 5);
    if (edge.friendly) {
      push(forces, nodes, edge.a, edge.b, -pull * kDistance / 2, 1);
    } else {
      push(forces, nodes, edge.a, edge.b, pull * kDistance, -1);
    }
  }
  for (size_t i = 0; i < nodes.size(); ++i) {
    const double length = std::sqrt(forces[i].x * forces[i].x + forces[i].y * forces[i].y);
    const double share = length > step_max ? step_max / length : 1;
    nodes[i].x += forces[i].x * share;
    nodes[i].y += forces[i].y * share;
  }
}

}  // namespace

void lay_out(NetworkParts& parts) {
  start(parts.nodes);
  const size_t pairs = parts.nodes.size() * parts.nodes.size() / 2 + 1;
  const size_t rounds = std::min(kRoundsMax, kPairsMax / pairs);
  for (size_t round = 0; round < rounds; ++round) {
    const double left = 1 - static_cast<double>(round) / static_cast<double>(rounds);
    one_round(parts, kDistance * left);
  }
  for (NetworkNode& node : parts.nodes) {
    node.x = std::round(node.x * 10) / 10 + 0.0;
    node.y = std::round(node.y * 10) / 10 + 0.0;
  }
}

}  // namespace entente
