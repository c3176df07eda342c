// What would follow: of ties as supposed, of actors in the other camp; and whose moves cost the
// least. For news and for networks from files alike. Tested in what_if_view_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "views/display.h"
#include "views/records.h"
#include "views/views.h"
#include "views/wording.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;
using Triple = std::array<uint32_t, 3>;

constexpr size_t kNamesMax = 12;

using Neighbours = std::vector<std::map<uint32_t, int64_t>>;

Neighbours neighbours_of(const SignedGraph& graph) {
  Neighbours neighbours(graph.actors);
  for (const SignedEdge& edge : graph.edges)
    neighbours[edge.a][edge.b] = neighbours[edge.b][edge.a] = edge.weight;
  return neighbours;
}

// The triads with two friends of one who are enemies, among those with a supposed tie.
std::set<Triple> torn_triads(const SignedGraph& graph, const std::vector<SignedEdge>& around) {
  const Neighbours neighbours = neighbours_of(graph);
  std::set<Triple> torn;
  for (const SignedEdge& edge : around) {
    const auto tie = neighbours[edge.a].find(edge.b);
    if (tie == neighbours[edge.a].end()) continue;
    for (const auto& [third, weight] : neighbours[edge.a]) {
      const auto other = neighbours[edge.b].find(third);
      if (other == neighbours[edge.b].end()) continue;
      if ((tie->second < 0) + (weight < 0) + (other->second < 0) != 1) continue;
      Triple triple{edge.a, edge.b, third};
      std::ranges::sort(triple);
      torn.insert(triple);
    }
  }
  return torn;
}

std::vector<Triple> only_in(const std::set<Triple>& one, const std::set<Triple>& other) {
  std::vector<Triple> only;
  std::ranges::set_difference(one, other, std::back_inserter(only));
  return only;
}

// Whole numbers without a point.
Json number(double value) {
  if (value == static_cast<double>(static_cast<int64_t>(value))) return static_cast<int64_t>(value);
  return value;
}

class WhatIfView {
 public:
  explicit WhatIfView(const WhatIf& what_if) : what_if_(what_if) {
    if (!what_if.then) return;
    const std::vector<SignedEdge>& ties = what_if.supposition.ties;
    const std::set<Triple> now = torn_triads(what_if.network.graph, ties);
    const std::set<Triple> then = torn_triads(what_if.then->graph, ties);
    new_ = only_in(then, now);
    gone_ = only_in(now, then);
  }

  Json json() const {
    Json object = Json::object();
    if (what_if_.then) object["what_if"] = supposed_json();
    if (!what_if_.pivotal.empty()) object["pivotal"] = pivotal_json();
    return object;
  }

  std::string text(Terminal terminal) const {
    std::string text;
    if (what_if_.then) text += supposed_text(terminal);
    if (!what_if_.pivotal.empty()) text += pivotal_text(terminal);
    return text;
  }

 private:
  double in_units(int64_t weight) const {
    return rounded(static_cast<double>(weight) * what_if_.network.unit);
  }
  const std::string& id(uint32_t actor) const { return what_if_.network.actors[actor]; }

  std::string list(const std::vector<uint32_t>& actors) const {
    std::string names;
    for (size_t i = 0; i < std::min(kNamesMax, actors.size()); ++i)
      names += (i > 0 ? ", " : "") + what_if_.names[actors[i]];
    if (actors.size() > kNamesMax) names += fmt::format(" and {} more", actors.size() - kNamesMax);
    return names;
  }

  Json ids(const std::vector<uint32_t>& actors) const {
    Json list = Json::array();
    for (const uint32_t actor : actors) list.push_back(id(actor));
    return list;
  }

  std::vector<uint32_t> moved() const {
    std::vector<uint32_t> actors;
    for (uint32_t i = 0; i < what_if_.then->moved.size(); ++i)
      if (what_if_.then->moved[i]) actors.push_back(i);
    return actors;
  }

  Json tie_json(const SignedEdge& tie) const {
    return {{"a", id(tie.a)}, {"b", id(tie.b)}, {"weight", number(in_units(tie.weight))}};
  }

  Json triads_json(const std::vector<Triple>& triads) const {
    Json list = Json::array();
    for (const Triple& triad : triads) list.push_back({id(triad[0]), id(triad[1]), id(triad[2])});
    return list;
  }

  Json supposed_json() const {
    const Supposed& then = *what_if_.then;
    Json ties = Json::array();
    for (const SignedEdge& tie : what_if_.supposition.ties) ties.push_back(tie_json(tie));
    return {{"ties", ties},
            {"moved", ids(what_if_.supposition.moved)},
            {"frustration_before", number(in_units(what_if_.now.value))},
            {"frustration", number(in_units(then.found.value))},
            {"lower_bound", number(in_units(then.found.lower_bound))},
            {"proven", then.found.proven()},
            {"moves", ids(moved())},
            {"tensions_new", triads_json(new_)},
            {"tensions_resolved", triads_json(gone_)}};
  }

  Json pivotal_json() const {
    Json list = Json::array();
    for (const CampMove& move : what_if_.pivotal) {
      Json turned = Json::array();
      for (const uint32_t e : move.turned) turned.push_back(tie_json(edge(e)));
      list.push_back({{"actor", id(move.actor)},
                      {"cost_alone", number(in_units(move.alone))},
                      {"cost", number(in_units(move.cost))},
                      {"cost_at_least", number(in_units(move.cost_at_least))},
                      {"along", ids(move.along)},
                      {"turned", turned}});
    }
    return list;
  }

  const SignedEdge& edge(uint32_t e) const { return what_if_.network.graph.edges[e]; }

  std::string suppositions() const {
    std::string text;
    const auto add = [&](const std::string& one) { text += (text.empty() ? "" : "; ") + one; };
    for (const SignedEdge& tie : what_if_.supposition.ties) {
      const std::string& a = what_if_.names[tie.a];
      const std::string& b = what_if_.names[tie.b];
      if (tie.weight == 0)
        add(fmt::format("no tie between {} and {}", a, b));
      else
        add(fmt::format("{} and {} {} ({:.6g})", a, b, tie.weight > 0 ? "friends" : "enemies",
                        std::fabs(in_units(tie.weight))));
    }
    for (const uint32_t actor : what_if_.supposition.moved)
      add(what_if_.names[actor] + " in the other camp");
    return text;
  }

  std::string supposed_text(Terminal terminal) const {
    const Supposed& then = *what_if_.then;
    const auto line = [&](const std::string& text) {
      return paragraph("  ", "    ", text, terminal.width);
    };
    std::string text = paragraph(
        "", "  ", ink("What if: ", Ink::heading, terminal.color) + suppositions(), terminal.width);
    text += line(fmt::format(
        "Frustration {:.6g} instead of {:.6g}{}.", in_units(then.found.value),
        in_units(what_if_.now.value),
        then.found.proven() ? ", proven to be the least"
                            : fmt::format(", at least {:.6g}", in_units(then.found.lower_bound))));
    const std::vector<uint32_t> movers = moved();
    text +=
        movers.empty()
            ? line("Nobody changes camps.")
            : line(fmt::format("{} would be in the other camp: {}.", movers.size(), list(movers)));
    for (const auto& [triads, what] :
         {std::pair(&new_, "New tension"), std::pair(&gone_, "Tension gone")}) {
      for (size_t i = 0; i < std::min<size_t>(triads->size(), 5); ++i)
        text +=
            line(fmt::format("{}: {}.", what, list({(*triads)[i].begin(), (*triads)[i].end()})));
      if (triads->size() > 5) text += line(fmt::format("... and {} more.", triads->size() - 5));
    }
    return text;
  }

  std::string turned_text(const CampMove& move) const {
    std::string text;
    for (size_t i = 0; i < std::min<size_t>(move.turned.size(), 4); ++i) {
      const SignedEdge& tie = edge(move.turned[i]);
      text += fmt::format("{}{} and {} {}", i > 0 ? "; " : "", what_if_.names[tie.a],
                          what_if_.names[tie.b], tie.weight > 0 ? "fell out" : "made up");
    }
    if (move.turned.size() > 4) text += fmt::format("; and {} more", move.turned.size() - 4);
    return text;
  }

  std::string pivotal_text(Terminal terminal) const {
    std::string text = ink("Whose move costs least", Ink::heading, terminal.color) + "\n";
    for (const CampMove& move : what_if_.pivotal) {
      std::string line = fmt::format("{}: {:.6g}", what_if_.names[move.actor], in_units(move.cost));
      if (move.cost_at_least < move.cost)
        line += fmt::format(" (at least {:.6g})", in_units(move.cost_at_least));
      if (move.cost == 0) line += ", so that it may stand in either";
      if (!move.along.empty())
        line +=
            fmt::format(", taking along {}; alone {:.6g}", list(move.along), in_units(move.alone));
      if (!move.turned.empty()) line += ". It would move if " + turned_text(move);
      text += paragraph("  • ", "    ", line + ".", terminal.width);
    }
    return text;
  }

  const WhatIf& what_if_;
  std::vector<Triple> new_, gone_;
};

}  // namespace

WhatIf what_if_about(const System& system) {
  constexpr double kUnits = 1e6;  // as measure_balance has them
  constexpr double kGreatest = 1e4;
  WhatIf what_if;
  what_if.network.unit = 1 / kUnits;
  what_if.network.graph.actors = static_cast<uint32_t>(system.network.actors.size());
  for (uint32_t i = 0; i < system.network.actors.size(); ++i) {
    what_if.network.actors.push_back(system.network.actors[i].node);
    what_if.names.push_back(display_name(system, i));
    what_if.now.side.push_back(system.balance.camp[i] == 1 ? -1 : 1);
  }
  for (const Tie& tie : system.network.ties) {
    if (tie.sign() == 0 || tie.first == tie.second) continue;
    const int64_t size =
        std::max<int64_t>(1, std::llround(std::min(tie.strength(), kGreatest) * kUnits));
    what_if.network.graph.edges.push_back({tie.first, tie.second, tie.sign() * size});
    const bool together = what_if.now.side[tie.first] == what_if.now.side[tie.second];
    if (together != (tie.sign() > 0)) what_if.now.value += size;
  }
  what_if.now.lower_bound =
      system.balance.proven
          ? what_if.now.value
          : std::min<int64_t>(what_if.now.value, std::llround(system.balance.lower_bound * kUnits));
  return what_if;
}

std::string what_if_view(const WhatIf& what_if, Format format, Terminal terminal) {
  const WhatIfView view(what_if);
  if (format == Format::table) return view.text(terminal);
  return view.json().dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
