// Three forms of an event: PLOVER objects that Entente wrote, which hold all of it; the format of
// `entente events` (docs/events_format.md); and PLOVER objects of others. Tested in
// round_trip_test.cpp and import_test.cpp.
#include "exchange/read_json.h"

#include <nlohmann/json.hpp>

#include "exchange/edge_events.h"
#include "exchange/event_columns.h"

namespace entente {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number() || found->is_boolean()) return found->dump();
  if (found->is_array() && !found->empty() && found->front().is_string())
    return found->front().get<std::string>();
  return "";
}

const Json& part_of(const Json& object, const char* name) {
  static const Json none;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? none : *found;
}

CodedRow rejected(std::string reason) {
  CodedRow row;
  row.rejected = std::move(reason);
  return row;
}

// As Entente exports it.
CodedRow own_event(const Json& json) {
  CodedRow coded;
  Event event;
  Article article;
  const Json& fields = json["entente"];
  for (const EventColumn& column : event_columns()) {
    if (!column.set) continue;
    const std::string name(column.name);
    const std::string text = name == "id"         ? text_of(json, "id")
                             : name == "sentence" ? text_of(json, "text")
                                                  : text_of(fields, name.c_str());
    const bool needed = name != "mutual" || !text.empty();
    if (needed && fields.contains(name) && !column.set(text, event, article))
      return rejected("its " + name + " is '" + text.substr(0, 40) + "', which cannot be read");
    if (name == "id" || name == "sentence") column.set(text, event, article);
  }
  if (event.id.empty() || event.document.empty()) return rejected("it has no id or no document");
  article.id = event.document;
  coded.articles.push_back(std::move(article));
  coded.events.push_back(std::move(event));
  return coded;
}

Range range_of(const Json& json) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() ||
      !json[1].is_number_unsigned())
    return {};
  return {json[0].get<uint32_t>(), json[1].get<uint32_t>()};
}

Participant participant_of(const Json& json, const Json& range) {
  Participant participant;
  participant.actor = {text_of(json, "code"), text_of(json, "country"), text_of(json, "sector"),
                       text_of(json, "name"), text_of(json, "node")};
  participant.text = text_of(json, "text");
  participant.range = range_of(range);
  return participant;
}

template <typename Enum>
Enum word_of(const std::string& text, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_string(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  return last;
}

// As `entente events --format jsonl` prints it.
CodedRow listed_event(const Json& json) {
  CodedRow coded;
  Event event;
  const auto type = event_type_from(text_of(json, "type"));
  const auto status = event_status_from(text_of(json, "status"));
  if (!type || !status) return rejected("it has no type of PLOVER or no status");
  event.id = text_of(json, "id");
  event.document = text_of(json, "document");
  if (event.id.empty() || event.document.empty()) return rejected("it has no id or no document");
  const Json& evidence = part_of(json, "evidence");
  event.source = participant_of(part_of(json, "source"), part_of(evidence, "source"));
  event.target = participant_of(part_of(json, "target"), part_of(evidence, "target"));
  if (event.source.actor.node.empty() || event.target.actor.node.empty())
    return rejected("it has no node of source or target");
  event.type = *type;
  event.status = *status;
  event.mode = text_of(json, "mode");
  event.mutual = text_of(json, "mutual") == "true";
  event.sentence = text_of(json, "sentence");
  event.sentence_range = range_of(part_of(json, "sentence_range"));
  event.deed = range_of(part_of(evidence, "deed"));
  event.issue = text_of(json, "issue");
  event.rule = text_of(json, "rule");
  const Json& confidence = part_of(json, "confidence");
  if (confidence.is_number()) event.confidence = confidence.get<double>();
  const Json& date = part_of(json, "date");
  event.date.range.from = parse_iso_date(text_of(date, "from")).value_or(Date{});
  event.date.range.to = parse_iso_date(text_of(date, "to")).value_or(Date{});
  event.date.range.precision = word_of(text_of(date, "precision"), DatePrecision::unknown);
  event.date.basis = word_of(text_of(date, "basis"), DateBasis::none);
  const Json& speakers = part_of(json, "said_by");
  const Json& ranges = part_of(evidence, "said_by");
  for (size_t i = 0; speakers.is_array() && i < speakers.size(); ++i) {
    if (!speakers[i].is_string()) continue;
    event.said_by.push_back(
        {speakers[i].get<std::string>(),
         range_of(ranges.is_array() && i < ranges.size() ? ranges[i] : Json())});
  }
  const Json& elsewhere = part_of(json, "coded_elsewhere");
  event.elsewhere = {text_of(elsewhere, "coder"), text_of(elsewhere, "id"),
                     text_of(elsewhere, "code")};
  coded.articles.push_back(foreign_article(
      event.document, event.said_by.empty() ? "" : event.said_by.front().name, "", std::nullopt));
  coded.events.push_back(std::move(event));
  return coded;
}

Actor plover_actor(const Json& entities, CodedActors& actors, std::string& text) {
  const Json& entity = entities.is_array() ? entities.front() : entities;
  text = text_of(entity, "entity_text");
  std::string name = text_of(entity, "identifier_text");
  if (name.empty()) name = text;
  const std::string code = text_of(entity, "code");
  return actors.named(name.empty() ? code : name, code, text_of(entity, "sector"));
}

// As others write PLOVER.
CodedRow plover_event(const Json& json, CodedActors& actors) {
  const auto type = event_type_from(text_of(json, "event"));
  if (!type) return rejected("its event is no type of PLOVER");
  const std::string day = text_of(json, "date"), id = text_of(json, "id");
  const auto from = read_day(day);
  if (!from && !day.empty()) return rejected("'" + day.substr(0, 40) + "' is no date");
  if (id.empty()) return rejected("it has no id");
  const Json& source = part_of(json, "actor");
  const Json& target = part_of(json, "recipient");
  CodedRow coded;
  if (source.empty() || target.empty()) {
    coded.left_out = kNoSecondActor;
    return coded;
  }
  const std::string mode = text_of(json, "mode");
  const CodedDeed deed{"", type, is_mode_of(*type, mode) ? mode : ""};
  const Json& cited = part_of(json, "cite_info");
  const std::string url = text_of(cited, "url");
  std::string coder = text_of(json, "coder");
  if (coder.empty()) coder = "PLOVER";
  std::string source_text, target_text;
  const Actor a = plover_actor(source, actors, source_text);
  const Actor b = plover_actor(target, actors, target_text);
  coded.events.push_back(
      foreign_event({coder, id, text_of(json, "event") + (mode.empty() ? "" : " " + mode), &deed,
                     from.value_or(Date{}), read_day(text_of(json, "enddate")).value_or(Date{}),
                     DatePrecision::day, 0.8},
                    a, b, "plover:" + (url.empty() ? id : url)));
  Event& event = coded.events.back();
  set_texts(event, source_text, target_text);
  event.sentence = text_of(json, "text");
  const std::string outlet = text_of(cited, "publication");
  if (!outlet.empty()) event.said_by.push_back({outlet, {}});
  coded.articles.push_back(foreign_article(event.document, outlet, url, from));
  coded.articles.back().title = text_of(cited, "title");
  return coded;
}

CodedRow event_of(const Json& json, CodedActors& actors) {
  if (!json.is_object()) return rejected("it is no JSON object");
  if (part_of(json, "entente").is_object()) return own_event(json);
  if (part_of(json, "source").is_object() && json.contains("type")) return listed_event(json);
  if (json.contains("event") && json.contains("actor")) return plover_event(json, actors);
  return rejected("it is no event of PLOVER or of Entente (event, actor, recipient)");
}

// A network that Entente wrote.

bool is_network(const Json& json) {
  return json.is_object() && part_of(json, "nodes").is_array() && part_of(json, "links").is_array();
}

CodedRow link_of(const Json& link, CodedActors& actors) {
  CodedRow coded;
  const std::string a = text_of(link, "source"), b = text_of(link, "target");
  const bool friendly = text_of(link, "kind") == "friend";
  if (a.empty() || b.empty()) return rejected("a link has no source or no target");
  Date first, last;
  const Json& spells = part_of(link, "spells");
  if (spells.is_array() && !spells.empty() && spells.front().is_array() &&
      spells.back().size() == 2 && spells.front()[0].is_string() && spells.back()[1].is_string()) {
    first = read_day(spells.front()[0].get<std::string>()).value_or(Date{});
    last = read_day(spells.back()[1].get<std::string>()).value_or(Date{});
  }
  for (const bool forth : {true, false}) {
    const Json& sum = part_of(link, forth ? "a_to_b" : "b_to_a");
    StatedTie tie{actors.node(forth ? a : b),
                  actors.node(forth ? b : a),
                  (sum.is_number() ? sum.get<double>() : -1) * (friendly ? 1 : -1),
                  first,
                  last,
                  "",
                  "Entente network",
                  friendly ? "friend" : "enemy"};
    tie.id = tie.source.node + ">" + tie.target.node + ":" + tie.code;
    if (!sum.is_number() || sum.get<double>() < 0 || !add_stated_tie(tie, coded))
      return rejected("a link between " + a + " and " + b + " has no sums a_to_b and b_to_a");
  }
  return coded;
}

Row row_of(std::string_view whole, size_t line, size_t offset) {
  Row row;
  row.line = line;
  row.offset = offset;
  row.whole = whole;
  return row;
}

void import_lines(std::string_view bytes, CodedActors& actors, const ImportOptions& options,
                  RowSink& sink) {
  size_t line = 1;
  for (size_t at = 0; at < bytes.size(); ++line) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view text = bytes.substr(at, end - at);
    const Row row = row_of(text, line, at);
    at = end + 1;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (text.size() > options.row_bytes_max) {
      sink.reject(row, "the line is too long to be an event");
      continue;
    }
    const Json json = Json::parse(to_text(text), nullptr, false);
    if (json.is_discarded()) {
      sink.reject(row, "it is no complete JSON object");
    } else {
      sink.add(row, event_of(json, actors));
    }
  }
}

}  // namespace

Result<ImportSummary> import_json(std::string_view bytes, const WorldBook& book,
                                  const ImportOptions& options, RowSink& sink) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  CodedActors actors(book);
  const std::string_view first_line = bytes.substr(0, bytes.find('\n'));
  const size_t begin = bytes.find_first_not_of(" \t\r\n");
  const bool lines = bytes[begin] == '{' && Json::accept(first_line);
  const Json whole = lines ? Json() : Json::parse(bytes, nullptr, false);
  sink.summary.format = "json";
  const Json network = lines ? Json::parse(first_line) : whole;
  if (is_network(network)) {
    for (const Json& link : network["links"]) sink.add(row_of("", 1, 0), link_of(link, actors));
  } else if (whole.is_array()) {
    for (const Json& event : whole) sink.add(row_of("", 1, 0), event_of(event, actors));
  } else if (bytes[begin] == '[') {
    return Error{"is a JSON array that is not complete"};
  } else {
    import_lines(bytes, actors, options, sink);
  }
  return sink.finish();
}

}  // namespace entente
