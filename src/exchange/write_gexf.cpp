// GEXF 1.3 (https://gexf.net/schema.html) as Gephi 0.10 reads it: it draws no edge with a negative
// weight and refuses one of zero, so the sign is an attribute of its own; parallel edges differ in
// `kind`; what has a date has spells. Tested in write_network_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "exchange/delimited_text.h"
#include "exchange/markup.h"
#include "exchange/network_parts.h"
#include "exchange/write_network.h"

namespace entente {

namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Entente</creator>
    <description>Who stands with whom</description>
  </meta>
)";

constexpr std::string_view kAttributes = R"(    <attributes class="node">
      <attribute id="camp" title="camp" type="integer"/>
      <attribute id="certain" title="certain" type="boolean"/>
      <attribute id="contested" title="contested" type="boolean"/>
      <attribute id="ties" title="weight of ties" type="double"/>
    </attributes>
    <attributes class="edge">
      <attribute id="sign" title="sign" type="integer"/>
      <attribute id="relation" title="relation" type="string"/>
      <attribute id="sum" title="sum" type="double"/>
      <attribute id="a_to_b" title="a_to_b" type="double"/>
      <attribute id="b_to_a" title="b_to_a" type="double"/>
      <attribute id="events" title="events of the tie" type="integer"/>
    </attributes>
)";

std::string attribute_value(std::string_view name, std::string_view value) {
  return fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", name, value);
}

std::string colour_text(Colour colour) {
  return fmt::format(R"(<viz:color r="{}" g="{}" b="{}"/>)", colour.red, colour.green, colour.blue);
}

std::string node_text(const NetworkNode& node) {
  std::string text = fmt::format("      <node id=\"{}\" label=\"{}\">\n        <attvalues>",
                                 xml_text(node.id), xml_text(node.name));
  text += attribute_value("camp", std::to_string(node.camp)) +
          attribute_value("certain", node.certain ? "true" : "false") +
          attribute_value("contested", node.contested ? "true" : "false") +
          attribute_value("ties", number_text(node.weight)) + "</attvalues>\n        ";
  text +=
      fmt::format(R"(<viz:size value="{:.1f}"/><viz:position x="{}" y="{}" z="0"/>{})",
                  10 + 4 * strength_of(node.weight) / 5, node.x, node.y, colour_text(node.colour));
  return text + "\n      </node>\n";
}

std::string spells_text(const std::vector<Spell>& spells) {
  if (spells.empty()) return "";
  std::string text = "        <spells>";
  for (const Spell& spell : spells) {
    text +=
        fmt::format(R"(<spell start="{}" end="{}"/>)", to_string(spell.from), to_string(spell.to));
  }
  return text + "</spells>\n";
}

std::string edge_text(const NetworkParts& parts, const NetworkEdge& edge, size_t number) {
  std::string text = fmt::format(
      "      <edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"{}\" label=\"{}\" weight=\"{}\">\n"
      "        <attvalues>",
      number, xml_text(parts.nodes[edge.a].id), xml_text(parts.nodes[edge.b].id), edge.kind(),
      edge.kind(), number_text(edge.weight()));
  text += attribute_value("sign", std::to_string(edge.sign())) +
          attribute_value("relation", edge.kind()) + attribute_value("sum", number_text(edge.sum)) +
          attribute_value("a_to_b", number_text(edge.a_to_b)) +
          attribute_value("b_to_a", number_text(edge.b_to_a)) +
          attribute_value("events", std::to_string(edge.events)) + "</attvalues>\n";
  text += spells_text(edge.spells);
  return text + fmt::format("        {}<viz:shape value=\"{}\"/>\n      </edge>\n",
                            colour_text(edge.colour()), edge.friendly ? "solid" : "dashed");
}

std::string graph_tag(const NetworkParts& parts) {
  const bool dated = std::ranges::any_of(
      parts.edges, [](const NetworkEdge& edge) { return !edge.spells.empty(); });
  if (!dated) return "  <graph defaultedgetype=\"undirected\" mode=\"static\">\n";
  return "  <graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\" "
         "timerepresentation=\"interval\">\n";
}

}  // namespace

std::string network_gexf(const Holdings& holdings) {
  const NetworkParts parts = network_parts(holdings);
  std::string text(kHead);
  text += graph_tag(parts);
  text += kAttributes;
  text += "    <nodes>\n";
  for (const NetworkNode& node : parts.nodes) text += node_text(node);
  text += "    </nodes>\n    <edges>\n";
  for (size_t i = 0; i < parts.edges.size(); ++i) text += edge_text(parts, parts.edges[i], i);
  return text + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace entente
