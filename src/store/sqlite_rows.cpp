// Tested in store_test.cpp (round trips of generated events).
#include "store/sqlite_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace entente {

namespace {

constexpr std::string_view kArticleColumns =
    "id, title, outlet, author, url, published, text, origin";

constexpr std::string_view kEventColumns =
    "document, id, sentence_index, sentence_begin, sentence_end, sentence, "
    "source_code, source_country, source_sector, source_name, source_node, source_text, "
    "source_begin, source_end, "
    "target_code, target_country, target_sector, target_name, target_node, target_text, "
    "target_begin, target_end, "
    "type, mode, status, mutual, date_from, date_to, date_precision, date_basis, "
    "issue, deed_begin, deed_end, rule, confidence, topic, stand, claimed, place_name, "
    "place_country, place_begin, place_end, coder, coder_id, coder_code";

std::string insert(std::string_view table, const std::string& columns) {
  std::string marks = "?";
  for (auto i = std::ranges::count(columns, ','); i > 0; --i) marks += ", ?";
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, columns, marks);
}

// Binding.

void bind_date(Statement& statement, Date date) {
  if (date == Date{}) {
    statement.bind_null();
  } else {
    statement.bind_copy(to_string(date));
  }
}

void bind_range(Statement& statement, Range range) {
  statement.bind(int64_t{range.begin}).bind(int64_t{range.end});
}

void bind_participant(Statement& statement, const Participant& participant) {
  const Actor& actor = participant.actor;
  for (const std::string* text :
       {&actor.code, &actor.country, &actor.sector, &actor.name, &actor.node, &participant.text})
    statement.bind(std::string_view(*text));
  bind_range(statement, participant.range);
}

// Reading.

uint32_t read_number(Statement& row) { return static_cast<uint32_t>(row.number()); }

Range read_range(Statement& row) {
  const uint32_t begin = read_number(row);
  return {begin, read_number(row)};
}

Participant read_participant(Statement& row) {
  Participant participant;
  Actor& actor = participant.actor;
  for (std::string* text :
       {&actor.code, &actor.country, &actor.sector, &actor.name, &actor.node, &participant.text})
    *text = row.text();
  participant.range = read_range(row);
  return participant;
}

// The value up to `last` that is called `name`.
template <typename Enum>
std::optional<Enum> enum_from(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return std::nullopt;
}

// False, and `value` as it was, where there is none.
template <typename Enum>
bool take(std::optional<Enum> read, Enum& value) {
  if (read) value = *read;
  return read.has_value();
}

}  // namespace

// Not parse_iso_date: what was put comes back, valid or not.
Date read_date(Statement& row) {
  const std::string text = row.text();
  const char* at = text.data();
  const char* const end = at + text.size();
  int parts[3] = {0, 0, 0};
  for (int& part : parts) {
    at = std::from_chars(at, end, part).ptr;
    if (at < end) ++at;  // '-'
  }
  return {static_cast<int16_t>(parts[0]), static_cast<uint8_t>(parts[1]),
          static_cast<uint8_t>(parts[2])};
}

std::string insert_article_sql() { return insert("articles", std::string(kArticleColumns)); }
std::string select_articles_sql() {
  return "SELECT articles.id, articles.title, outlet, author, url, published, articles.text, "
         "origin "
         "FROM articles";
}
std::string insert_event_sql() {
  return insert("events", fmt::format("{}, month, weight", kEventColumns));
}
std::string insert_speaker_sql() {
  return insert("speakers", "event, position, name, name_begin, name_end");
}
std::string select_events_sql() { return fmt::format("SELECT key, {} FROM events", kEventColumns); }

void bind_article(Statement& statement, const Article& article) {
  for (const std::string* text :
       {&article.id, &article.title, &article.outlet, &article.author, &article.url})
    statement.bind(std::string_view(*text));
  if (article.published) {
    statement.bind_copy(to_string(*article.published));
  } else {
    statement.bind_null();
  }
  statement.bind(std::string_view(article.text)).bind(std::string_view(article.origin));
}

Article read_article(Statement& row) {
  Article article;
  for (std::string* text :
       {&article.id, &article.title, &article.outlet, &article.author, &article.url})
    *text = row.text();
  if (row.is_null()) {
    row.skip();
  } else {
    article.published = read_date(row);
  }
  article.text = row.text();
  article.origin = row.text();
  return article;
}

void bind_event(Statement& statement, const Event& event, double weight) {
  statement.bind(std::string_view(event.document)).bind(std::string_view(event.id));
  statement.bind(int64_t{event.sentence_index});
  bind_range(statement, event.sentence_range);
  statement.bind(std::string_view(event.sentence));
  bind_participant(statement, event.source);
  bind_participant(statement, event.target);
  statement.bind(to_string(event.type)).bind(std::string_view(event.mode));
  statement.bind(to_string(event.status)).bind(int64_t{event.mutual});
  bind_date(statement, event.date.range.from);
  bind_date(statement, event.date.range.to);
  statement.bind(to_string(event.date.range.precision)).bind(to_string(event.date.basis));
  statement.bind(std::string_view(event.issue));
  bind_range(statement, event.deed);
  statement.bind(std::string_view(event.rule)).bind(event.confidence);
  statement.bind(std::string_view(event.topic)).bind(to_string(event.stand));
  statement.bind(int64_t{event.claimed}).bind(std::string_view(event.place.name));
  statement.bind(std::string_view(event.place.country));
  bind_range(statement, event.place.range);
  for (const std::string* text :
       {&event.elsewhere.coder, &event.elsewhere.id, &event.elsewhere.code})
    statement.bind(std::string_view(*text));
  bind_date(statement, event_month(event));
  statement.bind(weight);
}

EventRow read_event(Statement& row) {
  EventRow read;
  Event& event = read.event;
  read.key = row.number();
  event.document = row.text();
  event.id = row.text();
  event.sentence_index = read_number(row);
  event.sentence_range = read_range(row);
  event.sentence = row.text();
  event.source = read_participant(row);
  event.target = read_participant(row);
  read.known &= take(event_type_from(row.text()), event.type);
  event.mode = row.text();
  read.known &= take(event_status_from(row.text()), event.status);
  event.mutual = row.number() != 0;
  event.date.range.from = read_date(row);
  event.date.range.to = read_date(row);
  read.known &= take(enum_from(row.text(), DatePrecision::unknown), event.date.range.precision);
  read.known &= take(enum_from(row.text(), DateBasis::none), event.date.basis);
  event.issue = row.text();
  event.deed = read_range(row);
  event.rule = row.text();
  event.confidence = row.real();
  event.topic = row.text();
  read.known &= take(stand_from(row.text()), event.stand);
  event.claimed = row.number() != 0;
  event.place.name = row.text();
  event.place.country = row.text();
  event.place.range = read_range(row);
  for (std::string* text : {&event.elsewhere.coder, &event.elsewhere.id, &event.elsewhere.code})
    *text = row.text();
  return read;
}

}  // namespace entente
