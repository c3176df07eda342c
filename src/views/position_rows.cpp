// Positions and attributions: one row each. Tested in position_rows_test.cpp.
#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

Value iso(Date date) { return is_valid(date) ? Value(to_string(date)) : Value(); }

Value range_value(Range range, bool end) {
  return range.empty() ? Value() : Value(int64_t{end ? range.end : range.begin});
}

Ink ink_of(Stand stand) {
  switch (stand) {
    case Stand::for_: return Ink::friendly;
    case Stand::against: return Ink::hostile;
    case Stand::mixed:
    case Stand::conditional: return Ink::mixed;
    case Stand::none: break;
  }
  return Ink::plain;
}

// A row for each position, and under it each of its sentences.
std::string positions_table(const std::vector<Position>& positions,
                            const std::vector<Event>& events, const WorldBook& book,
                            Terminal terminal) {
  std::string text, issue;
  const int columns = std::max(terminal.width, 40);
  for (const Position& position : positions) {
    if (position.issue != issue) {
      issue = position.issue;
      text +=
          (text.empty() ? "" : "\n") + ink(one_line(issue), Ink::heading, terminal.color) + '\n';
    }
    const std::string stand(to_string(position.stand));
    text += "  " + ink(one_line(node_name(book, position.node)), Ink::strong, terminal.color) +
            "  " + ink(stand, ink_of(position.stand), terminal.color) + '\n';
    std::string last;
    for (const size_t i : position.events) {
      const Event& event = events[i];
      if (event.sentence == last) continue;  // several deeds of one sentence
      last = event.sentence;
      const bool dated = is_valid(event.date.range.from);
      const std::string day = dated ? to_string(event.date.range.from) : "undated";
      const bool differs = event.stand != position.stand;
      const std::string mark = differs ? " (" + std::string(to_string(event.stand)) + ") " : " ";
      text += paragraph("      " + day + mark, "        ", one_line(event.sentence), columns);
    }
  }
  return text;
}

std::vector<std::string> sentences_of(const Position& position, const std::vector<Event>& events) {
  std::vector<std::string> sentences;
  for (const size_t i : position.events) {
    const std::string& sentence = events[i].sentence;
    if (sentences.empty() || sentences.back() != sentence) sentences.push_back(sentence);
  }
  return sentences;
}

std::vector<std::string> ids_of(const Position& position, const std::vector<Event>& events) {
  std::vector<std::string> ids;
  for (const size_t i : position.events) ids.push_back(events[i].id);
  return ids;
}

std::string attributions_table(const std::vector<SaidWhat>& rows, Terminal terminal) {
  Table table;
  table.columns = {{"source", false, true}, {"cue"}, {"content", false, true}};
  for (const SaidWhat& row : rows) {
    table.rows.push_back({{row.source.empty() ? "(unnamed)" : one_line(row.source), Ink::strong},
                          {one_line(row.cue)},
                          {one_line(row.content), Ink::faint}});
  }
  return write_table(table, terminal);
}

}  // namespace

std::string positions_view(const std::vector<Position>& positions, const std::vector<Event>& events,
                           const WorldBook& book, Format format, Terminal terminal) {
  if (format == Format::table) return positions_table(positions, events, book, terminal);
  Records records;
  records.fields = {"issue", "node", "name", "stand", "from", "to", "events", "sentences"};
  for (const Position& position : positions) {
    records.rows.push_back({position.issue, position.node, node_name(book, position.node),
                            std::string(to_string(position.stand)), iso(position.from),
                            iso(position.to), ids_of(position, events),
                            sentences_of(position, events)});
  }
  return write_records(records, format);
}

std::string attributions_view(const std::vector<SaidWhat>& rows, Format format, Terminal terminal) {
  if (format == Format::table) return attributions_table(rows, terminal);
  Records records;
  records.fields = {"document", "kind",          "source",     "cue",
                    "content",  "source_begin",  "source_end", "cue_begin",
                    "cue_end",  "content_begin", "content_end"};
  for (const SaidWhat& row : rows) {
    const Attribution& one = row.attribution;
    records.rows.push_back({row.document, std::string(to_string(one.kind)), row.source, row.cue,
                            row.content, range_value(one.source, false),
                            range_value(one.source, true), range_value(one.cue, false),
                            range_value(one.cue, true), range_value(one.content, false),
                            range_value(one.content, true)});
  }
  return write_records(records, format);
}

}  // namespace entente
