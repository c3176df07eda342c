// What a search found: one row an article. Tested in found_rows_test.cpp.
#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

std::string day(const Article& article) {
  return article.published ? to_string(*article.published) : "";
}

// Two lines each: where it stands, and under it the sentence.
std::string found_text(const std::vector<FoundSentence>& found, Terminal terminal) {
  std::string text;
  for (const FoundSentence& one : found) {
    std::string where = day(one.article);
    for (const std::string* part : {&one.article.outlet, &one.article.title})
      if (!part->empty()) where += (where.empty() ? "" : " \u00b7 ") + one_line(*part);
    if (where.empty()) where = one_line(one.article.id);
    text += ink(elide(where, terminal.width), Ink::strong, terminal.color) + '\n';
    text += paragraph("  ", "  ", one_line(one.sentence), std::max(terminal.width, 40)) + '\n';
  }
  return text;
}

}  // namespace

std::string found_view(const std::vector<FoundSentence>& found, Format format, Terminal terminal) {
  if (format == Format::table) return found_text(found, terminal);
  Records records;
  records.fields = {"document", "published", "outlet", "title", "url", "sentence"};
  for (const FoundSentence& one : found) {
    records.rows.push_back({one.article.id, day(one.article), one.article.outlet, one.article.title,
                            one.article.url, std::string(one.sentence)});
  }
  return write_records(records, format);
}

}  // namespace entente
