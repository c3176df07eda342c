// Events as JSON objects and as flat rows. The names of the fields are a contract with other
// programs: add, never rename. Tested in event_json_test.cpp.
#include "views/event_json.h"

#include <nlohmann/json.hpp>

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(Range range) { return Json::array({range.begin, range.end}); }

Json to_json(const Participant& participant) {
  const Actor& actor = participant.actor;
  return {{"code", actor.code}, {"country", actor.country}, {"sector", actor.sector},
          {"name", actor.name}, {"text", participant.text}, {"node", actor.node}};
}

bool is_dated(const EventDate& date) {
  return date.basis != DateBasis::none && is_valid(date.range.from) && is_valid(date.range.to);
}

Json to_json(const EventDate& date) {
  Json from, to;
  if (is_dated(date)) {
    from = to_string(date.range.from);
    to = to_string(date.range.to);
  }
  return {{"from", from},
          {"to", to},
          {"precision", to_string(date.range.precision)},
          {"basis", to_string(date.basis)}};
}

Json to_json(const EventPlace& place) {
  if (place.name.empty()) return nullptr;
  return {{"name", place.name}, {"country", place.country}, {"range", to_json(place.range)}};
}

Json evidence(const Event& event) {
  Json said_by = Json::array();
  for (const Speaker& speaker : event.said_by) {
    said_by.push_back(speaker.range.empty() ? Json() : to_json(speaker.range));
  }
  return {{"source", to_json(event.source.range)},
          {"deed", to_json(event.deed)},
          {"target", to_json(event.target.range)},
          {"said_by", said_by}};
}

std::vector<std::string> speakers(const Event& event) {
  std::vector<std::string> names;
  for (const Speaker& speaker : event.said_by) names.push_back(speaker.name);
  return names;
}

Json to_json(const CodedElsewhere& elsewhere) {
  return {{"coder", elsewhere.coder}, {"id", elsewhere.id}, {"code", elsewhere.code}};
}

Json to_json(const Event& event) {
  Json json = {{"id", event.id},
               {"document", event.document},
               {"sentence", event.sentence},
               {"source", to_json(event.source)},
               {"target", to_json(event.target)},
               {"type", to_string(event.type)},
               {"mode", event.mode},
               {"quad", quad(event.type)},
               {"intensity", intensity(event.type, event.mode)},
               {"sign", sign(event.type, event.mode)},
               {"status", to_string(event.status)},
               {"mutual", event.mutual},
               {"said_by", speakers(event)},
               {"date", to_json(event.date)},
               {"issue", event.issue},
               {"evidence", evidence(event)},
               {"sentence_range", to_json(event.sentence_range)},
               {"rule", event.rule},
               {"confidence", rounded(event.confidence)},
               {"topic", event.topic},
               {"stand", to_string(event.stand)},
               {"claimed", event.claimed},
               {"place", to_json(event.place)}};
  if (event.elsewhere) json["coded_elsewhere"] = to_json(event.elsewhere);
  return json;
}

Value day(const EventDate& date, Date value) {
  return is_dated(date) ? Value(to_string(value)) : Value();
}

std::vector<Value> flat_row(const Event& event) {
  const Actor& source = event.source.actor;
  const Actor& target = event.target.actor;
  auto text = [](std::string_view value) { return Value(std::string(value)); };
  return {event.id,
          event.document,
          day(event.date, event.date.range.from),
          day(event.date, event.date.range.to),
          text(to_string(event.date.range.precision)),
          text(to_string(event.date.basis)),
          source.code,
          source.country,
          source.sector,
          source.name,
          event.source.text,
          target.code,
          target.country,
          target.sector,
          target.name,
          event.target.text,
          text(to_string(event.type)),
          event.mode,
          int64_t{quad(event.type)},
          intensity(event.type, event.mode),
          int64_t{sign(event.type, event.mode)},
          text(to_string(event.status)),
          event.mutual,
          speakers(event),
          event.issue,
          event.rule,
          rounded(event.confidence),
          int64_t{event.sentence_range.begin},
          int64_t{event.sentence_range.end},
          event.sentence};
}

constexpr auto kReplace = Json::error_handler_t::replace;

}  // namespace

std::string judged_event_json(const Event& event, bool accepted) {
  Json object = to_json(event);
  object["verdict"] = accepted ? "accepted" : "rejected";
  return object.dump(-1, ' ', false, kReplace);
}

std::string event_json(const Event& event) { return to_json(event).dump(-1, ' ', false, kReplace); }

std::string event_json_array(const std::vector<Event>& events) {
  Json array = Json::array();
  for (const Event& event : events) array.push_back(to_json(event));
  return array.dump(2, ' ', false, kReplace) + '\n';
}

Records event_records(const std::vector<Event>& events) {
  Records records;
  records.fields = {
      "id",          "document",    "date_from",      "date_to",       "date_precision",
      "date_basis",  "source_code", "source_country", "source_sector", "source_name",
      "source_text", "target_code", "target_country", "target_sector", "target_name",
      "target_text", "type",        "mode",           "quad",          "intensity",
      "sign",        "status",      "mutual",         "said_by",       "issue",
      "rule",        "confidence",  "sentence_begin", "sentence_end",  "sentence"};
  for (const Event& event : events) records.rows.push_back(flat_row(event));
  return records;
}

}  // namespace entente
