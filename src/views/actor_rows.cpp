// Actors and relations of given pairs: one row each. Tested in actor_rows_test.cpp.
#include <algorithm>
#include <map>

#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

struct ActorRow {
  std::string node;
  int64_t acted = 0;
  int64_t targeted = 0;
  int camp = -1;
};

std::vector<ActorRow> actor_rows(const System& system) {
  std::map<std::string, ActorRow> by_node;
  for (const Event& event : system.events) {
    ++by_node[event.source.actor.node].acted;
    ++by_node[event.target.actor.node].targeted;
  }
  for (size_t i = 0; i < system.network.actors.size(); ++i) {
    const auto found = by_node.find(system.network.actors[i].node);
    if (found != by_node.end()) found->second.camp = system.balance.camp[i];
  }
  std::vector<ActorRow> rows;
  for (auto& [node, row] : by_node) {
    row.node = node;
    rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ActorRow& a, const ActorRow& b) {
    return a.acted + a.targeted > b.acted + b.targeted;
  });
  return rows;
}

std::string sign_text(int value) { return value > 0 ? "+" : value < 0 ? "-" : ""; }

}  // namespace

std::string actors_view(const System& system, Format format, Terminal terminal) {
  const std::vector<ActorRow> rows = actor_rows(system);
  if (format == Format::table) {
    Table table;
    table.columns = {
        {"actor", false, true}, {"code"}, {"acts", true}, {"is acted on", true}, {"camp", true}};
    for (const ActorRow& row : rows) {
      table.rows.push_back({{one_line(node_name(system.book, row.node)), Ink::strong},
                            {one_line(row.node), Ink::faint},
                            {std::to_string(row.acted)},
                            {std::to_string(row.targeted)},
                            {row.camp < 0 ? "" : std::to_string(row.camp + 1)}});
    }
    return write_table(table, terminal);
  }
  Records records;
  records.fields = {"code", "name", "acts", "acted_on", "camp"};
  for (const ActorRow& row : rows) {
    records.rows.push_back({row.node, node_name(system.book, row.node), row.acted, row.targeted,
                            row.camp < 0 ? Value() : Value(int64_t{row.camp} + 1)});
  }
  return write_records(records, format);
}

std::string relations_view(const std::vector<Relating>& relations, Format format,
                           Terminal terminal) {
  Records records;
  records.fields = {"row", "type", "mode", "quad", "sign", "status", "rule", "confidence"};
  Table table;
  table.columns = {{"row", true}, {"type"}, {"mode"}, {"sign"}, {"status"}, {"rule", false, true}};
  for (size_t i = 0; i < relations.size(); ++i) {
    const Relating& one = relations[i];
    const auto row = static_cast<int64_t>(i + 1);
    if (one.confidence <= 0) {
      records.rows.push_back({row, Value(), Value(), Value(), Value(), Value(), Value(), 0.0});
      table.rows.push_back({{std::to_string(row)}, {"none", Ink::faint}, {""}, {""}, {""}, {""}});
      continue;
    }
    const int event_sign = sign(one.type, one.mode);
    records.rows.push_back({row, std::string(to_string(one.type)), one.mode,
                            int64_t{quad(one.type)}, int64_t{event_sign},
                            std::string(to_string(one.status)), one.rule, rounded(one.confidence)});
    table.rows.push_back({{std::to_string(row)},
                          {std::string(to_string(one.type)), Ink::strong},
                          {one.mode},
                          {sign_text(event_sign)},
                          {std::string(to_string(one.status))},
                          {one.rule, Ink::faint}});
  }
  return format == Format::table ? write_table(table, terminal) : write_records(records, format);
}

}  // namespace entente
