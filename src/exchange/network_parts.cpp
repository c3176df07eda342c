// Tested in write_network_test.cpp.
#include "exchange/network_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/layout.h"

namespace entente {

namespace {

constexpr Colour kCampColours[] = {{128, 133, 140}, {38, 101, 168}, {214, 125, 44}};
constexpr Colour kFriend = {64, 130, 150};
constexpr Colour kEnemy = {176, 62, 84};

// What the months say of one pair and kind.
struct Course {
  double a_to_b = 0, b_to_a = 0;
  std::vector<Date> months;  // sorted, each once
};

using Courses = std::map<std::tuple<uint32_t, uint32_t, bool>, Course>;

Courses courses_of(const Holdings& holdings) {
  std::map<std::string_view, uint32_t> index;
  for (const NetworkActor& actor : holdings.network.actors)
    index.emplace(actor.node, static_cast<uint32_t>(index.size()));
  Courses courses;
  for (const Tally& tally : holdings.tallies) {
    const auto source = index.find(tally.source), target = index.find(tally.target);
    if (source == index.end() || target == index.end() || !tally.perspective.empty()) continue;
    const auto [a, b] = std::minmax(source->second, target->second);
    for (const bool friendly : {true, false}) {
      const double sum = friendly ? tally.friendly : tally.hostile;
      if (!(sum > 0)) continue;
      Course& course = courses[{a, b, friendly}];
      (source->second == a ? course.a_to_b : course.b_to_a) += sum;
      if (tally.month != Date{}) course.months.push_back(tally.month);
    }
  }
  for (auto& [key, course] : courses) {
    std::ranges::sort(course.months);
    const auto repeated = std::ranges::unique(course.months);
    course.months.erase(repeated.begin(), repeated.end());
  }
  return courses;
}

std::vector<Spell> spells_of(const std::vector<Date>& months) {
  std::vector<Spell> spells;
  for (const Date month : months) {
    const DateRange whole = month_of(month);
    if (!spells.empty() && add_days(spells.back().to, 1) == whole.from) {
      spells.back().to = whole.to;
    } else {
      spells.push_back({whole.from, whole.to});
    }
  }
  return spells;
}

void add_edge(std::vector<NetworkEdge>& edges, const Tie& tie, bool friendly,
              const Courses& courses) {
  NetworkEdge edge;
  edge.a = tie.first;
  edge.b = tie.second;
  edge.friendly = friendly;
  edge.sum = friendly ? tie.friendly : tie.hostile;
  edge.events = tie.events;
  if (!(edge.sum > 0)) return;
  const auto found = courses.find({tie.first, tie.second, friendly});
  if (found != courses.end()) {
    const Course& course = found->second;
    // Where old events weigh less (decay), their sums are larger than the tie's.
    const double share = edge.sum / (course.a_to_b + course.b_to_a);
    const bool decayed = share < 1 - 1e-9;
    edge.a_to_b = course.a_to_b * (decayed ? share : 1);
    edge.b_to_a = course.b_to_a * (decayed ? share : 1);
    edge.spells = spells_of(course.months);
  }
  edges.push_back(std::move(edge));
}

NetworkNode node_of(const Holdings& holdings, size_t index) {
  const NetworkActor& actor = holdings.network.actors[index];
  NetworkNode node;
  node.id = actor.node;
  node.name = node_name(holdings.book, actor.node);
  node.weight = actor.weight;
  node.camp = holdings.balance.camp[index] + 1;
  node.certain = holdings.balance.certain[index];
  node.colour = kCampColours[node.camp];
  return node;
}

}  // namespace

std::string to_string(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Colour NetworkEdge::colour() const { return friendly ? kFriend : kEnemy; }

NetworkParts network_parts(const Holdings& holdings) {
  NetworkParts parts;
  for (size_t i = 0; i < holdings.network.actors.size(); ++i)
    parts.nodes.push_back(node_of(holdings, i));
  for (const Contested& contested : holdings.balance.contested)
    parts.nodes[contested.actor].contested = true;
  const Courses courses = courses_of(holdings);
  for (const Tie& tie : holdings.network.ties) {
    add_edge(parts.edges, tie, true, courses);
    add_edge(parts.edges, tie, false, courses);
  }
  lay_out(parts);
  return parts;
}

}  // namespace entente
