// Why a name or a mention has its actor, for a person and for a program. Tested in
// name_rows_test.cpp.
#include <fmt/format.h>

#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

std::string day_text(Date date) { return is_valid(date) ? to_string(date) : ""; }

std::string span_text(const Meaning& meaning) {
  if (!is_valid(meaning.from) && !is_valid(meaning.to)) return "";
  return day_text(meaning.from) + " - " + day_text(meaning.to);
}

std::string what_text(const Meaning& meaning) {
  std::string text = meaning.form == "name" ? meaning.kind : meaning.form + " of a " + meaning.kind;
  if (!meaning.office.empty()) text += ", " + meaning.office;
  return text;
}

std::string meanings_table(const NameMeanings& meanings, Terminal terminal,
                           std::string_view indent) {
  Table table;
  table.columns = {{""},
                   {"code"},
                   {"actor", false, true},
                   {"as", false, true},
                   {"time"},
                   {"row", false, false, 1},
                   {"source", false, true, 2}};
  bool first = true;
  for (const Meaning& meaning : meanings.meanings) {
    const bool nobody = meaning.kind == "phrase";
    const Ink shade = first ? Ink::strong : meaning.holds ? Ink::plain : Ink::faint;
    table.rows.push_back({{first ? "»" : " "},
                          {nobody ? "-" : one_line(meaning.actor.code), shade},
                          {nobody ? "nobody" : one_line(meaning.actor.name), shade},
                          {one_line(what_text(meaning)), shade},
                          {span_text(meaning), shade},
                          {one_line(meaning.row), Ink::faint},
                          {one_line(meaning.note), Ink::faint}});
    first = false;
  }
  return write_table(table, terminal, indent);
}

std::string nodes_text(const Mention& mention, const WorldBook& book) {
  std::string text;
  for (const Actor& actor : mention.actors) {
    if (!text.empty()) text += ", ";
    text += node_name(book, actor.node);
    if (actor.code != actor.node) text += " (" + actor.code + ")";
  }
  return one_line(text);
}

std::string listed(const std::vector<std::string>& nodes, const WorldBook& book) {
  std::string text;
  for (const std::string& node : nodes) {
    if (!text.empty()) text += ", ";
    text += node_name(book, node);
  }
  return one_line(text);
}

std::string mention_text(const ExplainedMention& one, const WorldBook& book, Terminal terminal) {
  const Mention& mention = one.mention;
  const Document& document = one.document;
  const std::string words = one_line(slice(document.text, mention.range));
  std::string text =
      fmt::format("\"{}\" is {}, confidence {:.2f}: {}\n", ink(words, Ink::strong, terminal.color),
                  nodes_text(mention, book), mention.confidence, one_line(one.reason.why));
  text += paragraph("  ", "  ",
                    one_line(slice(document.text, document.sentences[mention.sentence].range)),
                    terminal.width);
  const auto& meanings = one.reason.name.meanings;
  if (meanings.size() > 1 || (meanings.size() == 1 && meanings[0].actor != mention.actors[0])) {
    text += "  The words alone: " + one_line(one.reason.name.why) + "\n";
    text += meanings_table(one.reason.name, terminal, "    ");
  }
  if (!one.reason.rivals.empty()) {
    text += paragraph("  Also named near it: ", "    ", listed(one.reason.rivals, book),
                      terminal.width);
  }
  return text;
}

}  // namespace

std::string meanings_view(std::string_view name, const NameMeanings& meanings,
                          const WorldBook& book, Format format, Terminal terminal) {
  if (format == Format::table) {
    const Meaning& first = meanings.meanings.front();
    const bool nobody = first.kind == "phrase";
    std::string text = fmt::format(
        "{} is {}: {}.\n", ink(one_line(name), Ink::strong, terminal.color),
        nobody ? "nobody" : one_line(node_name(book, first.actor.node)), one_line(meanings.why));
    return text + meanings_table(meanings, terminal, "");
  }
  Records records;
  records.fields = {"name", "code", "node",  "actor",  "kind", "form",   "office",
                    "from", "to",   "holds", "chosen", "row",  "source", "why"};
  bool first = true;
  for (const Meaning& one : meanings.meanings) {
    records.rows.push_back({std::string(name), one.actor.code, one.actor.node, one.actor.name,
                            one.kind, one.form, one.office, day_text(one.from), day_text(one.to),
                            one.holds, first, one.row, one.note,
                            first ? Value(meanings.why) : Value()});
    first = false;
  }
  return write_records(records, format);
}

std::string mention_reasons_view(const std::vector<ExplainedMention>& mentions,
                                 const WorldBook& book, Format format, Terminal terminal) {
  std::string text;
  Records records;
  records.fields = {"document", "sentence",   "text",       "codes",  "nodes",    "how",
                    "place",    "confidence", "antecedent", "rivals", "meanings", "why"};
  for (const ExplainedMention& one : mentions) {
    if (format == Format::table) {
      if (!text.empty()) text += '\n';
      text += mention_text(one, book, terminal);
      continue;
    }
    const Mention& mention = one.mention;
    std::vector<std::string> codes, nodes, meanings;
    for (const Actor& actor : mention.actors) {
      codes.push_back(actor.code);
      nodes.push_back(actor.node);
    }
    for (const Meaning& meaning : one.reason.name.meanings) meanings.push_back(meaning.actor.code);
    const Mention* back = one.antecedent;
    records.rows.push_back(
        {std::string(one.document_id), static_cast<int64_t>(mention.sentence),
         std::string(slice(one.document.text, mention.range)), codes, nodes,
         std::string(to_string(mention.how)), mention.place, rounded(mention.confidence),
         back ? Value(std::string(slice(one.document.text, back->range))) : Value(),
         one.reason.rivals, meanings, one.reason.why});
  }
  return format == Format::table ? text : write_records(records, format);
}

}  // namespace entente
