// Articles and events: one row each.
// Tested in rows_test.cpp.
#include <fmt/format.h>

#include "views/event_json.h"
#include "views/evidence.h"
#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

Value iso(const std::optional<Date>& date) { return date ? Value(to_string(*date)) : Value(); }

std::string articles_table(const std::vector<Article>& articles, Terminal terminal) {
  Table table;
  table.columns = {{"published"},
                   {"outlet", false, true},
                   {"title", false, true},
                   {"bytes", true, false, 2},
                   {"id", false, false, 1}};
  for (const Article& article : articles) {
    table.rows.push_back({{article.published ? to_string(*article.published) : "", Ink::faint},
                          {one_line(article.outlet)},
                          {one_line(article.title), Ink::strong},
                          {std::to_string(article.text.size())},
                          {one_line(article.id), Ink::faint}});
  }
  return write_table(table, terminal);
}

std::string deed_text(const Event& event) {
  const int event_sign = sign(event.type, event.mode);
  std::string text = event_sign < 0 ? "- " : event_sign > 0 ? "+ " : "  ";
  text += to_string(event.type);
  if (!event.mode.empty()) text += " " + one_line(event.mode);
  if (event.status != EventStatus::happened)
    text.append(" (").append(to_string(event.status)) += ')';
  return text;
}

// The sentence, or as much as fits on a line with the deed in it.
std::string sentence_line(const Event& event, int columns) {
  if (event.sentence.empty() && event.elsewhere)
    return elide(evidence_parts(event).front().text, columns);
  const std::string sentence = one_line(event.sentence);
  const std::string deed = one_line(slice(event.sentence, event.deed));
  const size_t at = deed.empty() ? std::string::npos : sentence.find(deed);
  if (at == std::string::npos) return elide(sentence, columns);
  const Range focus{static_cast<uint32_t>(at), static_cast<uint32_t>(at + deed.size())};
  return elide_around(sentence, focus, columns);
}

// Two lines an event: the facts in columns, and under them the sentence.
std::string events_table(const std::vector<Event>& events, Terminal terminal) {
  Table table;
  table.columns = {{"date"}, {"source", false, true}, {"target", false, true}, {"deed"}};
  for (const Event& event : events) {
    const int event_sign = sign(event.type, event.mode);
    const Ink colour = event_sign > 0 ? Ink::friendly : event_sign < 0 ? Ink::hostile : Ink::plain;
    const bool dated = is_valid(event.date.range.from);
    table.rows.push_back({{dated ? to_string(event.date.range.from) : "undated"},
                          {one_line(event.source.actor.name), Ink::strong},
                          {one_line(event.target.actor.name), Ink::strong},
                          {deed_text(event), colour}});
  }
  const std::string facts = write_table(table, terminal);
  std::string text;
  constexpr size_t kHeaderLines = 2;
  const std::string indent(12, ' ');
  const int columns = std::max(terminal.width, 40) - 12;
  for (size_t line = 0, at = 0; at < facts.size(); ++line) {
    const size_t end = facts.find('\n', at) + 1;
    text += facts.substr(at, end - at);
    at = end;
    if (line < kHeaderLines) continue;
    const std::string sentence = sentence_line(events[line - kHeaderLines], columns);
    text += indent + ink(sentence, Ink::faint, terminal.color) + '\n';
  }
  return text;
}

}  // namespace

std::string articles_view(const std::vector<Article>& articles, Format format, Terminal terminal) {
  if (format == Format::table) return articles_table(articles, terminal);
  const bool flat = format == Format::csv || format == Format::tsv;
  Records records;
  records.fields = {"id", "title", "outlet", "author", "published", "url", flat ? "bytes" : "text"};
  for (const Article& article : articles) {
    records.rows.push_back(
        {article.id, article.title, article.outlet, article.author, iso(article.published),
         article.url,
         flat ? Value(static_cast<int64_t>(article.text.size())) : Value(article.text)});
  }
  return write_records(records, format);
}

std::string events_view(const std::vector<Event>& events, Format format, Terminal terminal) {
  switch (format) {
    case Format::table: return events_table(events, terminal);
    case Format::json: return event_json_array(events);
    case Format::csv:
    case Format::tsv: return write_records(event_records(events), format);
    case Format::jsonl: break;
  }
  std::string lines;
  for (const Event& event : events) lines += event_json(event) + '\n';
  return lines;
}

}  // namespace entente
