// Words and mentions of documents: one row each.
// Tested in document_rows_test.cpp.
#include <fmt/format.h>

#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

std::string actor_text(const Actor& actor) {
  return one_line(actor.known() ? actor.code + " " + actor.name : actor.name);
}

std::string mentions_table(const Document& document, const std::vector<Mention>& mentions,
                           Terminal terminal) {
  Table table;
  table.columns = {{"sentence", true},
                   {"mention", false, true},
                   {"actor", false, true},
                   {"resolved by", false, false, 2},
                   {"use", false, false, 1}};
  for (const Mention& mention : mentions) {
    std::string actors;
    for (const Actor& actor : mention.actors) {
      if (!actors.empty()) actors += ", ";
      actors += actor_text(actor);
    }
    const std::string_view use = mention.outlet     ? "outlet"
                                 : mention.place    ? "place"
                                 : mention.modifier ? "modifier"
                                                    : "";
    table.rows.push_back({{std::to_string(mention.sentence + 1), Ink::faint},
                          {one_line(slice(document.text, mention.range)), Ink::strong},
                          {actors},
                          {std::string(to_string(mention.how))},
                          {std::string(use)}});
  }
  return write_table(table, terminal);
}

void add_mentions(Records& records, const Document& document, const std::vector<Mention>& mentions,
                  std::string_view document_id) {
  for (const Mention& mention : mentions) {
    for (const Actor& actor : mention.actors) {
      records.rows.push_back(
          {std::string(document_id), int64_t{mention.sentence}, int64_t{mention.range.begin},
           int64_t{mention.range.end}, std::string(slice(document.text, mention.range)), actor.code,
           actor.country, actor.sector, actor.name, actor.node, std::string(to_string(mention.how)),
           mention.place, mention.outlet, mention.modifier, rounded(mention.confidence)});
    }
  }
}

// Ids count from 1 within the sentence and heads are ids, 0 at the root, as in CoNLL-U.
void add_words(Records& records, const Document& document, std::string_view document_id) {
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    for (uint32_t at = sentence.token_begin; at < sentence.token_end; ++at) {
      const Token& token = document.tokens[at];
      const int64_t head =
          token.head == kNoToken ? 0 : int64_t{token.head} - int64_t{sentence.token_begin} + 1;
      records.rows.push_back({std::string(document_id), static_cast<int64_t>(i),
                              int64_t{at - sentence.token_begin + 1},
                              std::string(form(document, token)), token.lemma,
                              std::string(to_string(token.upos)), token.xpos, head,
                              std::string(to_string(token.relation)), int64_t{token.range.begin},
                              int64_t{token.range.end}});
    }
  }
}

}  // namespace

std::string words_view(const std::vector<ReadDocument>& documents, Format format) {
  std::string text;
  Records records;
  records.fields = {"document", "sentence", "id",       "form",  "lemma", "upos",
                    "xpos",     "head",     "relation", "begin", "end"};
  for (const ReadDocument& read : documents) {
    if (format == Format::table) {
      text += to_conllu(read.document, read.id);
    } else {
      add_words(records, read.document, read.id);
    }
  }
  return format == Format::table ? text : write_records(records, format);
}

std::string mentions_view(const std::vector<ReadDocument>& documents, Format format,
                          Terminal terminal) {
  std::string text;
  Records records;
  records.fields = {"document", "sentence", "begin",  "end",      "text",
                    "code",     "country",  "sector", "name",     "node",
                    "how",      "place",    "outlet", "modifier", "confidence"};
  for (const ReadDocument& read : documents) {
    if (format != Format::table) {
      add_mentions(records, read.document, read.mentions, read.id);
      continue;
    }
    if (!text.empty()) text += '\n';
    if (documents.size() > 1) text += one_line(read.id) + '\n';
    text += mentions_table(read.document, read.mentions, terminal);
  }
  return format == Format::table ? text : write_records(records, format);
}

}  // namespace entente
