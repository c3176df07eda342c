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
  const ActorCount* count = nullptr;
};

// "name 12, capital 3": the most common first.
std::string ways_text(const ActorCount& count) {
  std::vector<std::pair<size_t, Resolution>> ways;
  for (size_t i = 0; i < count.ways.size(); ++i) {
    if (count.ways[i] > 0) ways.push_back({count.ways[i], static_cast<Resolution>(i)});
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text;
  for (const auto& [number, way] : ways) {
    if (!text.empty()) text += ", ";
    std::string word(to_string(way));
    std::replace(word.begin(), word.end(), '_', ' ');
    text += word + " " + std::to_string(number);
  }
  return text;
}

std::vector<ActorRow> actor_rows(const System& system, const ActorCounts& counts) {
  std::map<std::string, ActorRow> by_node;
  for (const auto& [node, count] : counts) {
    if (count.actor.known()) by_node[node].count = &count;
  }
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
    if (const auto found = counts.find(node); found != counts.end()) row.count = &found->second;
    rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ActorRow& a, const ActorRow& b) {
    return std::pair(a.acted + a.targeted, a.count ? a.count->mentions : 0) >
           std::pair(b.acted + b.targeted, b.count ? b.count->mentions : 0);
  });
  return rows;
}

Value whole(size_t number) { return Value(static_cast<int64_t>(number)); }

std::string sign_text(int value) { return value > 0 ? "+" : value < 0 ? "-" : ""; }

}  // namespace

std::string actors_view(const System& system, const ActorCounts& counts, Format format,
                        Terminal terminal) {
  const std::vector<ActorRow> rows = actor_rows(system, counts);
  if (format == Format::table) {
    Table table;
    table.columns = {{"actor", false, true},
                     {"code"},
                     {"acts", true},
                     {"is acted on", true},
                     {"camp", true},
                     {"mentions", true, false, 1},
                     {"recognised by", false, true, 2}};
    for (const ActorRow& row : rows) {
      table.rows.push_back({{one_line(node_name(system.book, row.node)), Ink::strong},
                            {one_line(row.node), Ink::faint},
                            {std::to_string(row.acted)},
                            {std::to_string(row.targeted)},
                            {row.camp < 0 ? "" : std::to_string(row.camp + 1)},
                            {row.count ? std::to_string(row.count->mentions) : ""},
                            {row.count ? ways_text(*row.count) : "", Ink::faint}});
    }
    return write_table(table, terminal);
  }
  Records records;
  records.fields = {"code", "name", "acts", "acted_on", "camp", "mentions", "documents", "ways"};
  for (const ActorRow& row : rows) {
    records.rows.push_back({row.node, node_name(system.book, row.node), row.acted, row.targeted,
                            row.camp < 0 ? Value() : Value(int64_t{row.camp} + 1),
                            row.count ? whole(row.count->mentions) : Value(),
                            row.count ? whole(row.count->documents) : Value(),
                            row.count ? Value(ways_text(*row.count)) : Value()});
  }
  return write_records(records, format);
}

std::string unknown_actors_view(const ActorCounts& counts, Format format, Terminal terminal) {
  std::vector<const ActorCount*> rows;
  for (const auto& [code, count] : counts) {
    if (!count.actor.known()) rows.push_back(&count);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ActorCount* a, const ActorCount* b) {
    return a->mentions > b->mentions;
  });
  Records records;
  records.fields = {"code", "name", "type", "country", "mentions", "documents", "ways", "example"};
  Table table;
  table.columns = {{"actor", false, true},
                   {"type"},
                   {"mentions", true},
                   {"documents", true},
                   {"first sentence", false, true, 1}};
  for (const ActorCount* row : rows) {
    const Actor& actor = row->actor;
    std::string type = row->person ? "person" : "";
    if (!actor.sector.empty()) type += (type.empty() ? "" : ", ") + actor.sector;
    records.rows.push_back({actor.code, actor.name, type, actor.country, whole(row->mentions),
                            whole(row->documents), ways_text(*row), row->example});
    table.rows.push_back({{one_line(actor.name), Ink::strong},
                          {type},
                          {std::to_string(row->mentions)},
                          {std::to_string(row->documents)},
                          {one_line(row->example), Ink::faint}});
  }
  return format == Format::table ? write_table(table, terminal) : write_records(records, format);
}

std::string relations_view(const std::vector<Relating>& relations, Format format,
                           Terminal terminal) {
  Records records;
  records.fields = {"row",    "type", "mode",       "quad",     "sign",
                    "status", "rule", "confidence", "sentiment"};
  Table table;
  table.columns = {{"row", true},        {"type"}, {"mode"}, {"sign"}, {"status"}, {"sentiment"},
                   {"rule", false, true}};
  for (size_t i = 0; i < relations.size(); ++i) {
    const Relating& one = relations[i];
    const auto row = static_cast<int64_t>(i + 1);
    if (one.confidence <= 0) {
      records.rows.push_back(
          {row, Value(), Value(), Value(), Value(), Value(), Value(), 0.0, Value()});
      table.rows.push_back(
          {{std::to_string(row)}, {"none", Ink::faint}, {""}, {""}, {""}, {""}, {""}});
      continue;
    }
    const int event_sign = sign(one.type, one.mode);
    records.rows.push_back(
        {row, std::string(to_string(one.type)), one.mode, int64_t{quad(one.type)},
         int64_t{event_sign}, std::string(to_string(one.status)), one.rule, rounded(one.confidence),
         one.sentiment ? Value(std::string(to_string(*one.sentiment))) : Value()});
    table.rows.push_back({{std::to_string(row)},
                          {std::string(to_string(one.type)), Ink::strong},
                          {one.mode},
                          {sign_text(event_sign)},
                          {std::string(to_string(one.status))},
                          {one.sentiment ? std::string(to_string(*one.sentiment)) : ""},
                          {one.rule, Ink::faint}});
  }
  return format == Format::table ? write_table(table, terminal) : write_records(records, format);
}

}  // namespace entente
