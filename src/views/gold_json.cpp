// Reads events back from lines of gold: of an event's fields those that a judge compares. Tested in
// gold_json_test.cpp.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "views/event_json.h"
#include "views/views.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// "UZB", or an object with "node" or "code": "" where there is neither.
std::string node_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (!found->is_object()) return "";
  const std::string node = text_of(*found, "node");
  return node.empty() ? text_of(*found, "code") : node;
}

Error missing(std::string_view field, std::string_view example) {
  return Error{fmt::format("the field \"{}\" is missing or no text; write {}", field, example)};
}

Error unknown(std::string_view field, std::string_view value, std::string_view known) {
  return Error{fmt::format("\"{}\" is no {}; write {}", value, field, known)};
}

std::optional<Date> published(const Json& object) {
  if (const std::string day = text_of(object, "published"); !day.empty())
    return parse_iso_date(day);
  const auto date = object.find("date");
  if (date == object.end() || !date->is_object()) return std::nullopt;
  return text_of(*date, "basis") == "publication" ? parse_iso_date(text_of(*date, "from"))
                                                  : std::nullopt;
}

void take_speakers(const Json& object, Event& event) {
  const auto names = object.find("said_by");
  if (names == object.end() || !names->is_array()) return;
  for (const Json& name : *names) {
    if (name.is_string()) event.said_by.push_back({name.get<std::string>(), {}});
  }
}

// "" or what is wrong.
Result<GoldLine> read_event(const Json& object, GoldLine line) {
  Event& event = line.event;
  event.source.actor.node = node_at(object, "source");
  event.target.actor.node = node_at(object, "target");
  if (event.source.actor.node.empty()) return missing("source", "\"source\": \"UZB\"");
  if (event.target.actor.node.empty()) return missing("target", "\"target\": \"USA\"");
  const std::string type = text_of(object, "type");
  const auto known_type = event_type_from(type);
  if (!known_type) return unknown("PLOVER type", type, "one such as ACCUSE, or null for no event");
  event.type = *known_type;
  event.mode = text_of(object, "mode");
  if (!event.mode.empty() && !is_mode_of(event.type, event.mode)) {
    return unknown("mode of " + type, event.mode, "one of PLOVER's, or leave it out");
  }
  const std::string status = text_of(object, "status");
  const auto known_status = event_status_from(status.empty() ? "happened" : status);
  if (!known_status) {
    return unknown("status", status, "happened, denied, planned, demanded or hypothetical");
  }
  event.status = *known_status;
  const auto mutual = object.find("mutual");
  event.mutual = mutual != object.end() && mutual->is_boolean() && mutual->get<bool>();
  event.issue = text_of(object, "issue");
  take_speakers(object, event);
  return line;
}

}  // namespace

Result<GoldLine> read_gold_json(std::string_view text) {
  const Json object = Json::parse(text, nullptr, false);
  if (object.is_discarded() || !object.is_object()) {
    return Error{"no JSON object; write one event a line"};
  }
  GoldLine line;
  line.event.id = text_of(object, "id");
  line.event.document = text_of(object, "document");
  line.event.sentence = text_of(object, "sentence");
  if (line.event.sentence.empty()) {
    return missing("sentence", "\"sentence\": \"Russia warned Georgia.\"");
  }
  line.published = published(object);
  const std::string verdict = text_of(object, "verdict");
  if (!verdict.empty() && verdict != "accepted" && verdict != "rejected") {
    return unknown("verdict", verdict, "accepted or rejected, or leave it out");
  }
  line.accepted = verdict != "rejected";
  const auto type = object.find("type");
  line.none = type == object.end() || type->is_null();
  if (line.none) return line;
  return read_event(object, std::move(line));
}

}  // namespace entente
