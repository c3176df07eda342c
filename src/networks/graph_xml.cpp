// See graph_xml.h. Both formats declare the attributes of edges by an id and a name: `key` and
// `data` in GraphML, `attribute` and `attvalue` in GEXF, where an edge's weight may also be an XML
// attribute. Namespaces' prefixes are ignored.
#include "networks/graph_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>

#include "base/ascii.h"

namespace entente {

namespace {

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class GraphReader {
 public:
  GraphReader(std::string_view text, const std::string& name, TieRows& rows)
      : text_(text), name_(name), rows_(rows) {}

  Result<Done> read(const pugi::xml_node& root) {
    walk(root);
    if (edges_ > 0 && !signed_edges_)
      return Error{name_ + ": its edges have neither a sign nor a weight; add such an attribute"};
    return Done{};
  }

 private:
  enum class Meaning { none, sign, weight };

  void walk(const pugi::xml_node& parent) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "key") {
        declare(node, node.attribute("for").value(), node.attribute("attr.name").value());
      } else if (name == "attribute") {
        declare(node, node.parent().attribute("class").value(), node.attribute("title").value());
      } else if (name == "node") {
        const std::string_view id = trim(node.attribute("id").value());
        if (!id.empty()) rows_.actor(id);
        walk(node);  // GEXF and GraphML may nest graphs in nodes
      } else if (name == "edge") {
        add(node);
      } else {
        walk(node);
      }
    }
  }

  void declare(const pugi::xml_node& node, std::string_view of, std::string_view title) {
    if (of != "edge" && of != "all") return;
    const std::string word = lower(title);
    if (word == "sign" || word == "polarity")
      meaning_[node.attribute("id").value()] = Meaning::sign;
    if (word == "weight" || word == "strength" || word == "value" || word == "rating")
      meaning_[node.attribute("id").value()] = Meaning::weight;
  }

  Meaning meaning(const std::string& id) const {
    const auto known = meaning_.find(id);
    return known == meaning_.end() ? Meaning::none : known->second;
  }

  struct Values {
    std::optional<std::string_view> sign, weight;
  };

  void collect(const pugi::xml_node& edge, Values& values) const {
    for (const pugi::xml_node& node : edge.children()) {
      const std::string_view name = local_name(node);
      if (name == "attvalues") collect(node, values);
      const bool data = name == "data", attvalue = name == "attvalue";
      if (!data && !attvalue) continue;
      const Meaning what = meaning(node.attribute(data ? "key" : "for").value());
      const std::string_view value = data ? node.child_value() : node.attribute("value").value();
      if (what == Meaning::sign) values.sign = value;
      if (what == Meaning::weight) values.weight = value;
    }
  }

  void add(const pugi::xml_node& edge) {
    ++edges_;
    Values values;
    if (const auto sign = edge.attribute("sign")) values.sign = sign.value();
    if (const auto weight = edge.attribute("weight")) values.weight = weight.value();
    collect(edge, values);
    const size_t line = line_of(edge);
    if (!values.sign && !values.weight) return rows_.add_incomplete(line);
    signed_edges_ = true;
    rows_.add(edge.attribute("source").value(), edge.attribute("target").value(), values.sign,
              values.weight, line);
  }

  // Edges come in the order of the file, so lines are counted on from the last one.
  size_t line_of(const pugi::xml_node& node) {
    const auto offset = static_cast<size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
    const size_t end = std::min(offset, text_.size());
    if (end > counted_) {
      line_ +=
          static_cast<size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      counted_ = end;
    }
    return line_;
  }

  std::string_view text_;
  const std::string& name_;
  TieRows& rows_;
  std::map<std::string, Meaning> meaning_;
  size_t edges_ = 0, counted_ = 0, line_ = 1;
  bool signed_edges_ = false;
};

}  // namespace

Result<Done> read_graph_xml(std::string_view text, const std::string& name, TieRows& rows) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size());
  if (!parsed) {
    const auto end = text.begin() + std::min<std::ptrdiff_t>(parsed.offset, std::ssize(text));
    return Error{fmt::format("{}:{}: is not well-formed XML ({})", name,
                             1 + std::count(text.begin(), end, '\n'), parsed.description())};
  }
  const std::string_view root = local_name(document.document_element());
  if (root != "graphml" && root != "gexf")
    return Error{
        fmt::format("{}: is XML but neither GraphML nor GEXF (its root is <{}>)", name, root)};
  return GraphReader(text, name, rows).read(document.document_element());
}

}  // namespace entente
