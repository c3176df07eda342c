// GraphML (http://graphml.graphdrawing.org), JSON of nodes and links, and the CSV tables that
// Gephi's spreadsheet import takes without editing: Id and Label, Source, Target, Type and Weight
// are its names. Tested in write_network_test.cpp.
#include "exchange/write_network.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exchange/delimited_text.h"
#include "exchange/markup.h"
#include "exchange/network_parts.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

struct Key {
  std::string_view name;
  std::string_view type;
};
constexpr Key kNodeKeys[] = {{"label", "string"},      {"camp", "int"},      {"certain", "boolean"},
                             {"contested", "boolean"}, {"weight", "double"}, {"x", "double"},
                             {"y", "double"},          {"color", "string"}};
constexpr Key kEdgeKeys[] = {{"weight", "double"}, {"sign", "int"},      {"kind", "string"},
                             {"sum", "double"},    {"a_to_b", "double"}, {"b_to_a", "double"},
                             {"events", "int"},    {"spells", "string"}, {"color", "string"}};

std::string_view flag(bool value) { return value ? "true" : "false"; }

// "2021-05-01/2021-06-30;2021-09-01/2021-09-30", the intervals of ISO 8601.
std::string spells_text(const std::vector<Spell>& spells) {
  std::string text;
  for (const Spell& spell : spells) {
    text +=
        fmt::format("{}{}/{}", text.empty() ? "" : ";", to_string(spell.from), to_string(spell.to));
  }
  return text;
}

// In the order of kNodeKeys, and of kEdgeKeys.
std::vector<std::string> values_of(const NetworkNode& node) {
  return {node.name,
          std::to_string(node.camp),
          std::string(flag(node.certain)),
          std::string(flag(node.contested)),
          number_text(node.weight),
          number_text(node.x),
          number_text(node.y),
          to_string(node.colour)};
}
std::vector<std::string> values_of(const NetworkEdge& edge) {
  return {number_text(edge.weight()),  std::to_string(edge.sign()), std::string(edge.kind()),
          number_text(edge.sum),       number_text(edge.a_to_b),    number_text(edge.b_to_a),
          std::to_string(edge.events), spells_text(edge.spells),    to_string(edge.colour())};
}

template <size_t N>
std::string keys_text(const Key (&keys)[N], std::string_view of) {
  std::string text;
  for (const Key& key : keys) {
    text += fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n",
                        of, key.name, key.type);
  }
  return text;
}

template <size_t N>
std::string data_text(const Key (&keys)[N], std::string_view of,
                      const std::vector<std::string>& values) {
  std::string text;
  for (size_t i = 0; i < N; ++i) {
    if (values[i].empty()) continue;
    text += fmt::format("<data key=\"{}_{}\">{}</data>", of, keys[i].name, xml_text(values[i]));
  }
  return text;
}

Json json_of(const NetworkNode& node) {
  return {{"id", node.id},
          {"name", node.name},
          {"camp", node.camp == 0 ? Json() : Json(node.camp)},
          {"certain", node.certain},
          {"contested", node.contested},
          {"weight", node.weight},
          {"x", node.x},
          {"y", node.y},
          {"color", to_string(node.colour)}};
}

Json json_of(const NetworkParts& parts, const NetworkEdge& edge) {
  Json spells = Json::array();
  for (const Spell& spell : edge.spells)
    spells.push_back(Json::array({to_string(spell.from), to_string(spell.to)}));
  return {{"source", parts.nodes[edge.a].id},
          {"target", parts.nodes[edge.b].id},
          {"kind", edge.kind()},
          {"sign", edge.sign()},
          {"weight", edge.weight()},
          {"sum", edge.sum},
          {"a_to_b", edge.a_to_b},
          {"b_to_a", edge.b_to_a},
          {"events", edge.events},
          {"spells", spells}};
}

std::string first_day(const NetworkEdge& edge) {
  return edge.spells.empty() ? "" : to_string(edge.spells.front().from);
}
std::string last_day(const NetworkEdge& edge) {
  return edge.spells.empty() ? "" : to_string(edge.spells.back().to);
}

Date last_month(const Network& network) {
  Date last;
  for (const Tie& tie : network.ties) last = std::max(last, tie.to);
  return last;
}

}  // namespace

std::string network_graphml(const Holdings& holdings) {
  const NetworkParts parts = network_parts(holdings);
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  text += keys_text(kNodeKeys, "node") + keys_text(kEdgeKeys, "edge");
  text += "  <graph id=\"entente\" edgedefault=\"undirected\">\n";
  for (const NetworkNode& node : parts.nodes) {
    text += fmt::format("    <node id=\"{}\">{}</node>\n", xml_text(node.id),
                        data_text(kNodeKeys, "node", values_of(node)));
  }
  for (size_t i = 0; i < parts.edges.size(); ++i) {
    const NetworkEdge& edge = parts.edges[i];
    text += fmt::format("    <edge id=\"{}\" source=\"{}\" target=\"{}\">{}</edge>\n", i,
                        xml_text(parts.nodes[edge.a].id), xml_text(parts.nodes[edge.b].id),
                        data_text(kEdgeKeys, "edge", values_of(edge)));
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string network_json(const Holdings& holdings) {
  const NetworkParts parts = network_parts(holdings);
  Json nodes = Json::array(), links = Json::array();
  for (const NetworkNode& node : parts.nodes) nodes.push_back(json_of(node));
  for (const NetworkEdge& edge : parts.edges) links.push_back(json_of(parts, edge));
  const Balance& balance = holdings.balance;
  const Json whole = {{"format", "entente network 1"},
                      {"directed", false},
                      {"multigraph", true},
                      {"frustration", balance.frustration},
                      {"total_weight", balance.total_weight},
                      {"nodes", nodes},
                      {"links", links}};
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string nodes_csv(const Holdings& holdings) {
  std::string text =
      csv_line({"Id", "Label", "camp", "certain", "contested", "ties", "x", "y", "color"});
  for (const NetworkNode& node : network_parts(holdings).nodes) {
    std::vector<std::string> fields = {node.id};
    for (std::string& value : values_of(node)) fields.push_back(std::move(value));
    text += csv_line(fields);
  }
  return text;
}

std::string edges_csv(const Holdings& holdings) {
  std::string text = csv_line({"Id", "Source", "Target", "Type", "Weight", "sign", "kind", "sum",
                               "a_to_b", "b_to_a", "events", "spells", "color", "first", "last"});
  const NetworkParts parts = network_parts(holdings);
  for (size_t i = 0; i < parts.edges.size(); ++i) {
    const NetworkEdge& edge = parts.edges[i];
    std::vector<std::string> fields = {std::to_string(i), parts.nodes[edge.a].id,
                                       parts.nodes[edge.b].id, "Undirected"};
    for (std::string& value : values_of(edge)) fields.push_back(std::move(value));
    fields.push_back(first_day(edge));
    fields.push_back(last_day(edge));
    text += csv_line(fields);
  }
  return text;
}

std::string camps_csv(const Holdings& holdings) {
  std::string text = csv_line({"node", "name", "camp", "certain", "contested", "weight"});
  for (const NetworkNode& node : network_parts(holdings).nodes) {
    text += csv_line({node.id, node.name, node.camp == 0 ? "" : std::to_string(node.camp),
                      std::string(flag(node.certain)), std::string(flag(node.contested)),
                      number_text(node.weight)});
  }
  return text;
}

std::string memberships_csv(const Holdings& holdings) {
  const Date day = last_month(holdings.network);
  std::string text = csv_line({"organisation", "organisation_name", "member", "member_name", "on"});
  for (const NetworkActor& actor : holdings.network.actors) {
    for (const Actor& member : members_of(holdings.book, actor.node, day)) {
      text += csv_line({actor.node, node_name(holdings.book, actor.node), member.code, member.name,
                        day == Date{} ? "" : to_string(day)});
    }
  }
  return text;
}

}  // namespace entente
