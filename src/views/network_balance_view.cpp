// The answer of `entente balance`. Values are in the file's own unit. Tested in
// network_balance_view_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "views/views.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

// Whole numbers without a point.
Json number(double value) {
  if (value == static_cast<double>(static_cast<int64_t>(value))) return static_cast<int64_t>(value);
  return value;
}

struct TieSums {
  size_t friendly = 0, hostile = 0;
  double weight = 0;
};

TieSums sum_up(const SignedNetwork& network) {
  TieSums sums;
  for (const SignedEdge& edge : network.graph.edges) {
    ++(edge.weight > 0 ? sums.friendly : sums.hostile);
    sums.weight += static_cast<double>(std::abs(edge.weight)) * network.unit;
  }
  return sums;
}

// Component of each actor, and how many hold a tie.
struct Components {
  std::vector<uint32_t> of;
  size_t tied = 0;
};

Components components_of(const SignedGraph& graph) {
  Components found;
  std::vector<uint32_t>& parent = found.of;
  for (uint32_t i = 0; i < graph.actors; ++i) parent.push_back(i);
  const auto find = [&](uint32_t actor) {
    while (parent[actor] != actor) actor = parent[actor] = parent[parent[actor]];
    return actor;
  };
  for (const SignedEdge& edge : graph.edges) parent[find(edge.a)] = find(edge.b);
  std::vector<bool> seen(graph.actors);
  for (uint32_t i = 0; i < graph.actors; ++i) parent[i] = find(i);
  for (const SignedEdge& edge : graph.edges) {
    if (seen[parent[edge.a]]) continue;
    seen[parent[edge.a]] = true;
    ++found.tied;
  }
  return found;
}

// Actors by camp, the larger camp first; those without a tie are in none.
struct Camps {
  std::vector<std::vector<uint32_t>> actors;
  std::vector<uint32_t> unplaced;
};

// In each component the side of its best connected actor is camp 0.
Camps camps_of(const SignedNetwork& network, const std::vector<int8_t>& side,
               const Components& components) {
  const SignedGraph& graph = network.graph;
  std::vector<double> weight(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    weight[edge.a] += static_cast<double>(std::abs(edge.weight));
    weight[edge.b] += static_cast<double>(std::abs(edge.weight));
  }
  std::vector<uint32_t> heaviest(graph.actors, UINT32_MAX);
  for (uint32_t i = 0; i < graph.actors; ++i) {
    uint32_t& head = heaviest[components.of[i]];
    if (head == UINT32_MAX || weight[i] > weight[head]) head = i;
  }
  Camps camps{std::vector<std::vector<uint32_t>>(2), {}};
  for (uint32_t i = 0; i < graph.actors; ++i) {
    if (weight[i] == 0)
      camps.unplaced.push_back(i);
    else
      camps.actors[side[i] == side[heaviest[components.of[i]]] ? 0 : 1].push_back(i);
  }
  std::erase_if(camps.actors, [](const auto& actors) { return actors.empty(); });
  std::stable_sort(camps.actors.begin(), camps.actors.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return camps;
}

Json ids(const SignedNetwork& network, const std::vector<uint32_t>& actors) {
  Json list = Json::array();
  for (const uint32_t actor : actors) list.push_back(network.actors[actor]);
  return list;
}

// The question that was asked, with its answer.
struct Answer {
  int64_t value = 0, lower_bound = 0;
  Camps camps;

  bool proven() const { return value == lower_bound; }
  double gap() const {
    return value == 0 ? 0 : static_cast<double>(value - lower_bound) / static_cast<double>(value);
  }
};

Camps camps_by_label(const SignedNetwork& network, const std::vector<uint32_t>& labels) {
  std::vector<bool> tied(network.graph.actors);
  for (const SignedEdge& edge : network.graph.edges) tied[edge.a] = tied[edge.b] = true;
  Camps camps;
  camps.actors.resize(labels.empty() ? 0 : 1 + *std::max_element(labels.begin(), labels.end()));
  for (uint32_t i = 0; i < labels.size(); ++i)
    (tied[i] ? camps.actors[labels[i]] : camps.unplaced).push_back(i);
  std::erase_if(camps.actors, [](const auto& actors) { return actors.empty(); });
  std::stable_sort(camps.actors.begin(), camps.actors.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return camps;
}

Answer answer_of(const SignedNetwork& network, const NetworkBalance& balance,
                 const Components& components) {
  if (balance.weak)
    return {balance.weak->value, balance.weak->lower_bound,
            camps_by_label(network, balance.weak->camp)};
  return {balance.two.value, balance.two.lower_bound,
          camps_of(network, balance.two.side, components)};
}

Json triads_json(const TriadCensus& triads) {
  return {{"+++", triads.all_friends},
          {"++-", triads.torn_friend},
          {"+--", triads.two_against_one},
          {"---", triads.all_enemies},
          {"strict_balance", triads.strict_balance()},
          {"weak_balance", triads.weak_balance()}};
}

// The least that would have to turn for balance: edges that the two camps frustrate, heaviest
// first.
std::vector<SignedEdge> frustrated_edges(const SignedGraph& graph, const Frustration& two) {
  std::vector<SignedEdge> edges;
  for (const SignedEdge& edge : graph.edges)
    if ((two.side[edge.a] == two.side[edge.b]) != (edge.weight > 0)) edges.push_back(edge);
  std::ranges::stable_sort(edges, {},
                           [](const SignedEdge& edge) { return -std::abs(edge.weight); });
  return edges;
}

void add_frustrated(Json& object, const SignedNetwork& network, const NetworkBalance& balance) {
  if (balance.weak) return;
  constexpr size_t kMost = 1000;
  const std::vector<SignedEdge> edges = frustrated_edges(network.graph, balance.two);
  Json list = Json::array();
  for (size_t i = 0; i < std::min(kMost, edges.size()); ++i)
    list.push_back({{"a", network.actors[edges[i].a]},
                    {"b", network.actors[edges[i].b]},
                    {"weight", number(static_cast<double>(edges[i].weight) * network.unit)}});
  object["frustrated_ties"] = edges.size();
  object["frustrated"] = std::move(list);
}

std::string frustrated_text(const SignedNetwork& network, const NetworkBalance& balance) {
  constexpr size_t kMost = 5;
  if (balance.weak) return "";
  const std::vector<SignedEdge> edges = frustrated_edges(network.graph, balance.two);
  if (edges.empty()) return "Balanced\n";
  std::string text =
      fmt::format("Balance needs {} tie{} turned: ", edges.size(), edges.size() == 1 ? "" : "s");
  for (size_t i = 0; i < std::min(kMost, edges.size()); ++i)
    text += fmt::format("{}{} {} {}", i > 0 ? ", " : "", network.actors[edges[i].a],
                        edges[i].weight > 0 ? "+" : "-", network.actors[edges[i].b]);
  return text + (edges.size() > kMost ? ", ...\n" : "\n");
}

Json chance_json(const Chance& chance) {
  return {{"observed", chance.observed},
          {"mean", chance.mean},
          {"deviation", chance.deviation},
          {"score", chance.score()},
          {"p", chance.p}};
}

// Frustration in the file's own unit.
Json null_model_json(NullModel model, double unit) {
  for (double* value :
       {&model.frustration.observed, &model.frustration.mean, &model.frustration.deviation})
    *value *= unit;
  return {{"samples", model.samples},
          {"frustration", chance_json(model.frustration)},
          {"balanced_triads", chance_json(model.balanced_triads)}};
}

std::vector<uint32_t> standing_as(const NetworkBalance& balance, const Camps& camps,
                                  Standing wanted) {
  std::vector<uint32_t> actors;
  for (const auto& camp : camps.actors)
    for (const uint32_t actor : camp)
      if (balance.standing[actor] == wanted) actors.push_back(actor);
  std::ranges::sort(actors);
  return actors;
}

// Who stands elsewhere in other solutions, and how the network compares with chance.
void add_doubts(Json& object, const SignedNetwork& network, const NetworkBalance& balance,
                const Camps& camps) {
  if (!balance.standing.empty()) {
    object["undecided"] = ids(network, standing_as(balance, camps, Standing::undecided));
    object["open"] = ids(network, standing_as(balance, camps, Standing::open));
  }
  if (balance.chance)
    object["chance"] = {{"signs_dealt_out", null_model_json(*balance.chance, network.unit)}};
  if (balance.chance_degrees)
    object["chance"]["degrees_kept"] = null_model_json(*balance.chance_degrees, network.unit);
}

std::string chance_text(const NullModel& model, std::string_view how, double unit) {
  return fmt::format(
      "By chance {:.6g} would be frustrated with {} (z {:.1f}, p {:.2g}, {} samples)\n",
      model.frustration.mean * unit, how, model.frustration.score(), model.frustration.p,
      model.samples);
}

std::string doubts_text(const SignedNetwork& network, const NetworkBalance& balance,
                        const Camps& camps) {
  std::string text;
  if (!balance.standing.empty()) {
    constexpr size_t kShown = 12;
    const auto undecided = standing_as(balance, camps, Standing::undecided);
    const size_t open = standing_as(balance, camps, Standing::open).size();
    std::string names;
    for (size_t i = 0; i < std::min(kShown, undecided.size()); ++i)
      names += (i > 0 ? ", " : ": ") + network.actors[undecided[i]];
    text += fmt::format("In other camps of the same frustration: {} actors{}{}{}\n",
                        undecided.size(), names, undecided.size() > kShown ? ", ..." : "",
                        open > 0 ? fmt::format("; not known of {}", open) : "");
  }
  if (balance.chance) text += chance_text(*balance.chance, "signs dealt out anew", network.unit);
  if (balance.chance_degrees)
    text += chance_text(*balance.chance_degrees, "friends and enemies of each kept", network.unit);
  return text;
}

std::string json_of(const SignedNetwork& network, const NetworkBalance& balance,
                    const WhatIf* what_if) {
  const TieSums sums = sum_up(network);
  const Components components = components_of(network.graph);
  const Answer answer = answer_of(network, balance, components);
  const Camps& camps = answer.camps;
  Json object = {{"frustration", number(static_cast<double>(answer.value) * network.unit)},
                 {"lower_bound", number(static_cast<double>(answer.lower_bound) * network.unit)},
                 {"proven", answer.proven()},
                 {"gap", answer.gap()},
                 {"balance", balance.weak ? "weak" : "strict"},
                 {"camps", Json::array()},
                 {"unplaced", ids(network, camps.unplaced)},
                 {"components", components.tied},
                 {"seconds", balance.seconds},
                 {"actors", network.actors.size()},
                 {"ties", network.graph.edges.size()},
                 {"friendly", sums.friendly},
                 {"hostile", sums.hostile},
                 {"total_weight", number(sums.weight)},
                 {"triads", triads_json(balance.triads)},
                 {"rows", network.rows},
                 {"odd_rows", Json::array()}};
  for (const auto& actors : camps.actors)
    object["camps"].push_back({{"actors", ids(network, actors)}});
  add_frustrated(object, network, balance);
  add_doubts(object, network, balance, camps);
  for (const OddRows& odd : network.odd)
    object["odd_rows"].push_back(
        {{"kind", odd.kind}, {"count", odd.count}, {"rule", odd.rule}, {"first", odd.first}});
  if (what_if) object.update(Json::parse(what_if_view(*what_if, Format::json, {})));
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_of(const SignedNetwork& network, const NetworkBalance& balance) {
  const TieSums sums = sum_up(network);
  const Components components = components_of(network.graph);
  const Answer answer = answer_of(network, balance, components);
  const Camps& camps = answer.camps;
  std::string text = fmt::format("{} actors, {} ties ({} friendly, {} hostile), {} component{}\n",
                                 network.actors.size(), network.graph.edges.size(), sums.friendly,
                                 sums.hostile, components.tied, components.tied == 1 ? "" : "s");
  text += fmt::format("Frustration {:.10g} of {:.10g}: ",
                      static_cast<double>(answer.value) * network.unit, sums.weight);
  text += answer.proven() ? std::string("proven to be the least\n")
                          : fmt::format("at least {:.10g} in any camps (gap {:.2f} %)\n",
                                        static_cast<double>(answer.lower_bound) * network.unit,
                                        100 * answer.gap());
  constexpr size_t kCampsShown = 20;
  if (camps.actors.size() > kCampsShown)
    text += fmt::format("{} camps, the largest:\n", camps.actors.size());
  for (size_t c = 0; c < std::min(kCampsShown, camps.actors.size()); ++c) {
    constexpr size_t kShown = 12;
    const auto& actors = camps.actors[c];
    std::string names;
    for (size_t i = 0; i < std::min(kShown, actors.size()); ++i)
      names += (i > 0 ? ", " : "") + network.actors[actors[i]];
    text += fmt::format("Camp {}: {} actors: {}{}\n", c + 1, actors.size(), names,
                        actors.size() > kShown ? ", ..." : "");
  }
  if (!camps.unplaced.empty()) text += fmt::format("Without a tie: {}\n", camps.unplaced.size());
  text += frustrated_text(network, balance) + doubts_text(network, balance, camps);
  const TriadCensus& triads = balance.triads;
  text += fmt::format("Triads: {} +++, {} ++-, {} +--, {} ---; balanced {:.4f}, weakly {:.4f}\n",
                      triads.all_friends, triads.torn_friend, triads.two_against_one,
                      triads.all_enemies, triads.strict_balance(), triads.weak_balance());
  for (const OddRows& odd : network.odd)
    text += fmt::format("Note: {} ({}, first at {})\n", odd.rule, odd.count, odd.first);
  return text + fmt::format("{:.2f} seconds\n", balance.seconds);
}

}  // namespace

std::string network_balance_view(const SignedNetwork& network, const NetworkBalance& balance,
                                 Format format, const WhatIf* what_if) {
  if (format == Format::json) return json_of(network, balance, what_if);
  return text_of(network, balance) + (what_if ? what_if_view(*what_if, Format::table, {}) : "");
}

}  // namespace entente
