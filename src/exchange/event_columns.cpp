// Names as in docs/events_format.md. Lists are joined with "; ", with a backslash before what would
// be read as a separator. Tested in round_trip_test.cpp.
#include "exchange/event_columns.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "exchange/delimited_text.h"

namespace entente {

namespace {

using Text = std::string_view;

template <typename Number>
bool set_number(Text text, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool set_text(Text text, std::string& value) {
  value = text;
  return true;
}

std::string day_text(Date date) { return date == Date{} ? "" : to_string(date); }

bool set_day(Text text, Date& date) {
  date = Date{};
  if (text.empty()) return true;
  const auto read = parse_iso_date(text);
  if (read) date = *read;
  return read.has_value();
}

template <typename Enum>
bool set_word(Text text, Enum& value, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Enum>(i)) != text) continue;
    value = static_cast<Enum>(i);
    return true;
  }
  return false;
}

std::string range_text(Range range) {
  return range.empty() ? "" : fmt::format("{}-{}", range.begin, range.end);
}

bool set_range(Text text, Range& range) {
  range = {};
  if (text.empty()) return true;
  const size_t dash = text.find('-');
  return dash != Text::npos && set_number(text.substr(0, dash), range.begin) &&
         set_number(text.substr(dash + 1), range.end);
}

std::string speaker_names(const Event& event) {
  std::string joined;
  for (const Speaker& speaker : event.said_by) {
    if (&speaker != &event.said_by.front()) joined += "; ";
    for (const char c : speaker.name) {
      if (c == ';' || c == '\\') joined += '\\';
      joined += c;
    }
  }
  // One speaker without a name is not nobody.
  return joined.empty() && !event.said_by.empty() ? "\\" : joined;
}

bool set_speaker_names(Text text, Event& event) {
  event.said_by.clear();
  if (text.empty()) return true;
  event.said_by.emplace_back();
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      if (++i < text.size()) event.said_by.back().name += text[i];
    } else if (text[i] == ';' && i + 1 < text.size() && text[i + 1] == ' ') {
      event.said_by.emplace_back();
      ++i;
    } else {
      event.said_by.back().name += text[i];
    }
  }
  return true;
}

std::string speaker_ranges(const Event& event) {
  std::string joined;
  for (const Speaker& speaker : event.said_by) {
    if (&speaker != &event.said_by.front()) joined += ';';
    joined += range_text(speaker.range);
  }
  return joined;
}

// Stands behind the names in the table, so these are known.
bool set_speaker_ranges(Text text, Event& event) {
  for (Speaker& speaker : event.said_by) {
    const size_t end = text.find(';');
    if (!set_range(text.substr(0, end), speaker.range)) return false;
    text = end == Text::npos ? Text() : text.substr(end + 1);
  }
  return true;
}

std::string confidence_text(const Event& event) {
  return std::isnan(event.confidence) ? "nan" : number_text(event.confidence);
}

bool set_confidence(Text text, Event& event) {
  if (text != "nan") return set_number(text, event.confidence);
  event.confidence = std::numeric_limits<double>::quiet_NaN();
  return true;
}

bool set_type(Text text, Event& event) {
  const auto type = event_type_from(text);
  if (type) event.type = *type;
  return type.has_value();
}

bool set_status(Text text, Event& event) {
  const auto status = event_status_from(text);
  if (status) event.status = *status;
  return status.has_value();
}

bool set_published(Text text, Article& article) {
  article.published.reset();
  if (text.empty()) return true;
  article.published = parse_iso_date(text);
  return article.published.has_value();
}

#define TEXT_COLUMN(name, member)                             \
  {                                                           \
    name,                                                     \
        [](const Event& e, const Article& a) -> std::string { \
          static_cast<void>(e), static_cast<void>(a);         \
          return member;                                      \
        },                                                    \
        [](Text text, Event& e, Article& a) {                 \
          static_cast<void>(e), static_cast<void>(a);         \
          return set_text(text, member);                      \
        }                                                     \
  }
// `made` gives the text of event `e`, `taken` reads `text` into it.
#define EVENT_COLUMN(name, made, taken)                                       \
  {                                                                           \
    name, [](const Event& e, const Article&) -> std::string { return made; }, \
        [](Text text, Event& e, Article&) { return taken; }                   \
  }
#define DERIVED_COLUMN(name, made)                                                    \
  {                                                                                   \
    name, [](const Event& e, const Article&) -> std::string { return made; }, nullptr \
  }

constexpr EventColumn kColumns[] = {
    TEXT_COLUMN("id", e.id),
    TEXT_COLUMN("document", e.document),
    EVENT_COLUMN("date_from", day_text(e.date.range.from), set_day(text, e.date.range.from)),
    EVENT_COLUMN("date_to", day_text(e.date.range.to), set_day(text, e.date.range.to)),
    EVENT_COLUMN("date_precision", std::string(to_string(e.date.range.precision)),
                 set_word(text, e.date.range.precision, DatePrecision::unknown)),
    EVENT_COLUMN("date_basis", std::string(to_string(e.date.basis)),
                 set_word(text, e.date.basis, DateBasis::none)),
    TEXT_COLUMN("source_code", e.source.actor.code),
    TEXT_COLUMN("source_country", e.source.actor.country),
    TEXT_COLUMN("source_sector", e.source.actor.sector),
    TEXT_COLUMN("source_name", e.source.actor.name),
    TEXT_COLUMN("source_text", e.source.text),
    TEXT_COLUMN("source_node", e.source.actor.node),
    TEXT_COLUMN("target_code", e.target.actor.code),
    TEXT_COLUMN("target_country", e.target.actor.country),
    TEXT_COLUMN("target_sector", e.target.actor.sector),
    TEXT_COLUMN("target_name", e.target.actor.name),
    TEXT_COLUMN("target_text", e.target.text),
    TEXT_COLUMN("target_node", e.target.actor.node),
    EVENT_COLUMN("type", std::string(to_string(e.type)), set_type(text, e)),
    TEXT_COLUMN("mode", e.mode),
    DERIVED_COLUMN("quad", std::to_string(quad(e.type))),
    DERIVED_COLUMN("intensity", number_text(intensity(e.type, e.mode))),
    DERIVED_COLUMN("sign", std::to_string(sign(e.type, e.mode))),
    EVENT_COLUMN("status", std::string(to_string(e.status)), set_status(text, e)),
    EVENT_COLUMN("mutual", e.mutual ? "true" : "false",
                 (e.mutual = text == "true", e.mutual || text == "false")),
    EVENT_COLUMN("said_by", speaker_names(e), set_speaker_names(text, e)),
    TEXT_COLUMN("issue", e.issue),
    TEXT_COLUMN("rule", e.rule),
    EVENT_COLUMN("confidence", confidence_text(e), set_confidence(text, e)),
    TEXT_COLUMN("sentence", e.sentence),
    EVENT_COLUMN("sentence_index", std::to_string(e.sentence_index),
                 set_number(text, e.sentence_index)),
    EVENT_COLUMN("sentence_range", range_text(e.sentence_range), set_range(text, e.sentence_range)),
    EVENT_COLUMN("source_range", range_text(e.source.range), set_range(text, e.source.range)),
    EVENT_COLUMN("deed_range", range_text(e.deed), set_range(text, e.deed)),
    EVENT_COLUMN("target_range", range_text(e.target.range), set_range(text, e.target.range)),
    EVENT_COLUMN("said_by_ranges", speaker_ranges(e), set_speaker_ranges(text, e)),
    TEXT_COLUMN("topic", e.topic),
    EVENT_COLUMN("stand", std::string(to_string(e.stand)), set_word(text, e.stand, Stand::mixed)),
    EVENT_COLUMN("claimed", e.claimed ? "true" : "false",
                 (e.claimed = text == "true", e.claimed || text == "false")),
    TEXT_COLUMN("place", e.place.name),
    TEXT_COLUMN("place_country", e.place.country),
    EVENT_COLUMN("place_range", range_text(e.place.range), set_range(text, e.place.range)),
    TEXT_COLUMN("coder", e.elsewhere.coder),
    TEXT_COLUMN("coder_id", e.elsewhere.id),
    TEXT_COLUMN("coder_code", e.elsewhere.code),
    TEXT_COLUMN("article_title", a.title),
    TEXT_COLUMN("article_outlet", a.outlet),
    TEXT_COLUMN("article_author", a.author),
    TEXT_COLUMN("article_url", a.url),
    {"article_published",
     [](const Event&, const Article& a) { return a.published ? to_string(*a.published) : ""; },
     [](Text text, Event&, Article& a) { return set_published(text, a); }},
    TEXT_COLUMN("article_origin", a.origin),
};

}  // namespace

std::span<const EventColumn> event_columns() { return kColumns; }

}  // namespace entente
