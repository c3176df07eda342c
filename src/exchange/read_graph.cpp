// Reads what Entente wrote without loss, and other signed graphs as far as they have a sign or a
// weight. pugixml opens no entities and no other files. Tested in round_trip_test.cpp.
#include "exchange/read_graph.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

#include "exchange/edge_events.h"

namespace entente {

namespace {

using Values = std::map<std::string, std::string>;  // of one edge, by plain_name

struct Edge {
  std::string source, target;
  Values values;
};

std::optional<double> number_of(const Edge& edge, const std::string& name) {
  const auto found = edge.values.find(name);
  if (found == edge.values.end()) return std::nullopt;
  double number = 0;
  const char* const end = found->second.data() + found->second.size();
  const auto read = std::from_chars(found->second.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string word_of(const Edge& edge, const std::string& name) {
  const auto found = edge.values.find(name);
  return found == edge.values.end() ? "" : found->second;
}

// The names that <attribute id="0" title="sign"> or <key id="d0" attr.name="sign"> give.
Values names_of(const pugi::xml_document& document, const char* tag, const char* name) {
  Values names;
  for (const auto& found : document.select_nodes(tag)) {
    const pugi::xml_node node = found.node();
    names[node.attribute("id").value()] = plain_name(node.attribute(name).value());
  }
  return names;
}

std::string named(const Values& names, const char* id) {
  const auto found = names.find(id);
  return found == names.end() ? plain_name(id) : found->second;
}

// Labels of actors, where ids are only numbers.
Values labels_of(const pugi::xml_document& document, const Values& keys) {
  Values labels;
  for (const auto& found : document.select_nodes("//*[local-name()='node']")) {
    const pugi::xml_node node = found.node();
    const std::string id = node.attribute("id").value();
    const bool is_number = !id.empty() && id.find_first_not_of("n0123456789") == std::string::npos;
    std::string label = node.attribute("label").value();
    for (const pugi::xml_node data : node.children("data")) {
      const std::string key = named(keys, data.attribute("key").value());
      if (key == "label" || key == "name") label = data.child_value();
    }
    labels[id] = is_number && !label.empty() ? label : id;
  }
  return labels;
}

Edge gexf_edge(const pugi::xml_node& node, const Values& names) {
  Edge edge{node.attribute("source").value(), node.attribute("target").value(), {}};
  for (const pugi::xml_attribute attribute : node.attributes())
    edge.values[plain_name(attribute.name())] = attribute.value();
  for (const pugi::xml_node value : node.child("attvalues").children("attvalue"))
    edge.values[named(names, value.attribute("for").value())] = value.attribute("value").value();
  const pugi::xml_node spells = node.child("spells");
  if (spells) {
    edge.values["first"] = spells.first_child().attribute("start").value();
    edge.values["last"] = spells.last_child().attribute("end").value();
  }
  return edge;
}

Edge graphml_edge(const pugi::xml_node& node, const Values& keys) {
  Edge edge{node.attribute("source").value(), node.attribute("target").value(), {}};
  for (const pugi::xml_node data : node.children("data"))
    edge.values[named(keys, data.attribute("key").value())] = data.child_value();
  const std::string spells = word_of(edge, "spells");
  if (!spells.empty()) {
    edge.values["first"] = spells.substr(0, spells.find('/'));
    edge.values["last"] = spells.substr(spells.rfind('/') + 1);
  }
  return edge;
}

Date day_of(const Edge& edge, const std::string& name, const std::string& otherwise) {
  const std::string day =
      word_of(edge, name).empty() ? word_of(edge, otherwise) : word_of(edge, name);
  return read_day(day).value_or(Date{});
}

// The signed weight of an edge of another program; nothing where it has neither sign nor weight.
std::optional<double> weight_of(const Edge& edge) {
  const auto weight = number_of(edge, "weight"), sign = number_of(edge, "sign");
  const std::string kind = word_of(edge, "kind");
  if (sign) return *sign == 0 ? 0 : std::copysign(weight.value_or(1), *sign);
  if (kind == "friend") return weight.value_or(1);
  if (kind == "enemy") return -std::fabs(weight.value_or(1));
  return weight;
}

CodedRow events_of(const Edge& edge, CodedActors& actors) {
  CodedRow coded;
  if (edge.source.empty() || edge.target.empty()) {
    coded.rejected = "an edge has no source or no target";
    return coded;
  }
  const auto forth = number_of(edge, "atob"), back = number_of(edge, "btoa");
  const bool own = forth && back && *forth >= 0 && *back >= 0;
  const auto weight = own ? std::optional(0.0) : weight_of(edge);
  const int sign =
      word_of(edge, "kind") == "enemy" || number_of(edge, "sign").value_or(1) < 0 ? -1 : 1;
  if (!weight) {
    coded.rejected = "an edge has neither a sign nor a weight";
    return coded;
  }
  for (const bool there : {true, false}) {
    StatedTie tie{actors.node(there ? edge.source : edge.target),
                  actors.node(there ? edge.target : edge.source),
                  own     ? sign * (there ? *forth : *back)
                  : there ? *weight
                          : 0,
                  day_of(edge, "first", "start"),
                  day_of(edge, "last", "end"),
                  "",
                  own ? "Entente network" : "graph",
                  sign > 0 ? "friend" : "enemy"};
    tie.id = tie.source.node + ">" + tie.target.node + ":" + tie.code;
    if (!add_stated_tie(tie, coded)) coded.rejected = "an edge's weight is too large for a tie";
  }
  if (coded.events.empty()) coded.left_out = "edges without a sign";
  return coded;
}

Row row_at(std::string_view bytes, std::ptrdiff_t offset) {
  Row row;
  row.offset = std::min(static_cast<size_t>(std::max<std::ptrdiff_t>(0, offset)), bytes.size());
  row.line = 1 + static_cast<size_t>(std::ranges::count(bytes.substr(0, row.offset), '\n'));
  return row;
}

}  // namespace

Result<ImportSummary> import_graph(std::string_view bytes, const WorldBook& book, RowSink& sink) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(bytes.data(), bytes.size());
  const std::string root = document.document_element().name();
  const bool gexf = root == "gexf", graphml = root == "graphml";
  if (!gexf && !graphml) {
    return Error{parsed ? "is XML, but neither GEXF nor GraphML"
                        : std::string("is no well-formed XML: ") + parsed.description()};
  }
  CodedActors actors(book);
  const Values names = gexf ? names_of(document, "//attributes[@class='edge']/attribute", "title")
                            : names_of(document, "//key", "attr.name");
  const Values labels = labels_of(document, names);
  sink.summary.format = root;
  for (const auto& found : document.select_nodes("//edge")) {
    Edge edge = gexf ? gexf_edge(found.node(), names) : graphml_edge(found.node(), names);
    for (std::string* end : {&edge.source, &edge.target})
      if (const auto label = labels.find(*end); label != labels.end()) *end = label->second;
    CodedRow coded = events_of(edge, actors);
    const bool rejected = !coded.rejected.empty();
    sink.add(rejected ? row_at(bytes, found.node().offset_debug()) : Row(), std::move(coded));
  }
  if (!parsed) {
    sink.reject(row_at(bytes, parsed.offset),
                std::string("from here on it is no well-formed XML: ") + parsed.description());
  }
  return sink.finish();
}

}  // namespace entente
