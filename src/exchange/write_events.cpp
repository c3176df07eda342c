// PLOVER's names of fields after its manual (draft 2024-02-04, chapter 5), POLECAT's columns after
// the header of its weekly files. Tested in round_trip_test.cpp.
#include "exchange/write_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "exchange/delimited_text.h"
#include "exchange/event_columns.h"
#include "exchange/polecat_columns.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;
constexpr auto kReplace = Json::error_handler_t::replace;

bool is_dated(const Event& event) { return event_month(event) != Date{}; }

Json entity(const Participant& participant) {
  const Actor& actor = participant.actor;
  Json json = {{"code", actor.country.empty() ? actor.code : actor.country}};
  if (!actor.sector.empty()) json["sector"] = actor.sector;
  json["entity_text"] = participant.text;
  json["identifier_text"] = actor.name;
  return json;
}

// What has no place in PLOVER's fields; "sentence" and "id" have.
Json own_fields(const Event& event, const Article& article) {
  Json json;
  for (const EventColumn& column : event_columns()) {
    if (!column.set || column.name == "sentence" || column.name == "id") continue;
    std::string text = column.get(event, article);
    if (!text.empty()) json[column.name] = std::move(text);
  }
  return json;
}

Json plover(const Event& event, const Article& article) {
  Json json = {{"id", event.id}};
  if (is_dated(event)) {
    json["date"] = to_string(event.date.range.from);
    if (event.date.range.to != event.date.range.from)
      json["enddate"] = to_string(event.date.range.to);
  } else {
    json["date"] = nullptr;
  }
  json["actor"] = Json::array({entity(event.source)});
  json["recipient"] = Json::array({entity(event.target)});
  json["event"] = Json::array({to_string(event.type)});
  json["mode"] = event.mode.empty() ? Json::array() : Json::array({event.mode});
  json["context"] = event.issue.empty() ? Json::array() : Json::array({event.issue});
  json["quad_code"] = quad(event.type);
  json["event_scale"] = intensity(event.type, event.mode);
  json["text"] = event.sentence;
  json["text_info"] = {{"sequence", event.sentence_index},
                       {"start", event.sentence_range.begin},
                       {"end", event.sentence_range.end}};
  json["cite_info"] = {{"citation", article.title},
                       {"url", article.url},
                       {"publication", article.outlet},
                       {"codebook", "PLOVER 2.0"}};
  json["coder"] = event.elsewhere ? event.elsewhere.coder : "Entente";
  json["entente"] = own_fields(event, article);
  return json;
}

std::string or_none(std::string text) { return text.empty() ? "None" : text; }

// Actor Name, Country, COW, Primary Sector, Sectors, Title, Name Raw, Wikipedia ID.
void add_polecat_actor(std::vector<std::string>& row, const Participant& participant,
                       const WorldBook& book) {
  const Actor& actor = participant.actor;
  const std::string sector = or_none(actor.sector);
  row.insert(row.end(), {or_none(actor.name), or_none(actor.country),
                         or_none(state_code(book, actor.country, StateCodes::cow)), sector, sector,
                         "None", or_none(participant.text), "None"});
}

std::vector<std::string> polecat_row(const Event& event, const Article& article,
                                     const WorldBook& book) {
  std::vector<std::string> row = {event.document + "/" + event.id,
                                  is_dated(event) ? to_string(event.date.range.from) : "None",
                                  std::string(to_string(event.type)),
                                  or_none(event.mode),
                                  number_text(intensity(event.type, event.mode)),
                                  std::to_string(quad(event.type)),
                                  or_none(event.issue)};
  add_polecat_actor(row, event.source, book);
  add_polecat_actor(row, event.target, book);
  row.insert(row.end(), 10, "None");  // where it happened
  row.push_back(or_none(article.outlet));
  row.push_back(article.published ? to_string(*article.published) : "None");
  row.insert(row.end(), 3, "None");  // who and what else the story names
  row.push_back("en");
  row.push_back("Entente");
  return row;
}

}  // namespace

const Article& article_of(const Holdings& holdings, const Event& event, Article& none) {
  const auto found = std::ranges::lower_bound(holdings.articles, event.document, {}, &Article::id);
  if (found != holdings.articles.end() && found->id == event.document) return *found;
  none.id = event.document;
  return none;
}

bool exports_events(ExportFormat format) {
  return format == ExportFormat::csv || format == ExportFormat::jsonl ||
         format == ExportFormat::polecat;
}

std::string export_head(ExportFormat format) {
  if (format == ExportFormat::jsonl) return "";
  if (format == ExportFormat::polecat)
    return tab_line({kPolecatColumns.begin(), kPolecatColumns.end()});
  std::vector<std::string> fields;
  for (const EventColumn& column : event_columns()) fields.emplace_back(column.name);
  return csv_line(fields);
}

std::string export_event(ExportFormat format, const Event& event, const Article& article,
                         const WorldBook& book) {
  if (format == ExportFormat::jsonl)
    return plover(event, article).dump(-1, ' ', false, kReplace) + '\n';
  if (format == ExportFormat::polecat) return tab_line(polecat_row(event, article, book));
  std::vector<std::string> fields;
  for (const EventColumn& column : event_columns()) fields.push_back(column.get(event, article));
  return csv_line(fields);
}

std::string write_events(ExportFormat format, const Holdings& holdings) {
  std::string text = export_head(format);
  for (const Event& event : holdings.events) {
    Article none;
    text += export_event(format, event, article_of(holdings, event, none), holdings.book);
  }
  return text;
}

std::string positions_csv(const Holdings& holdings) {
  std::string text =
      csv_line({"node", "name", "issue", "stand", "from", "to", "events", "event_ids"});
  const auto day = [](Date date) { return date == Date{} ? "" : to_string(date); };
  for (const Position& position : find_positions(holdings.events)) {
    std::string ids;
    for (const size_t event : position.events)
      ids += (ids.empty() ? "" : "; ") + holdings.events[event].id;
    text += csv_line({position.node, node_name(holdings.book, position.node), position.issue,
                      std::string(to_string(position.stand)), day(position.from), day(position.to),
                      std::to_string(position.events.size()), ids});
  }
  return text;
}

}  // namespace entente
