// entente_pair_rows: gold files -> the rows that tools/deeds/train.py learns from.
//   entente_pair_rows GOLD.txt... ROWS.tsv... > rows
// One row a pair of mentions, tab-separated: file, number of the sentence, given (0 or 1), label
// (a PLOVER type, YIELD, none; "skip" where another pair of mentions says it better), words, keys.
// Rows with the label "lost" stand for gold events whose actors were not found.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

#include "cli/gold.h"
#include "cli/input.h"
#include "cli/phrases.h"
#include "cli/reading.h"
#include "cli/row_scoring.h"

namespace entente {
namespace {

bool has(const std::vector<std::string>& nodes, const std::string& node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

bool links(const PairRow& row, const GoldEvent& event) {
  return (has(row.sources, event.source) && has(row.targets, event.target)) ||
         (event.mutual && has(row.sources, event.target) && has(row.targets, event.source));
}

void print_row(const std::string& file, size_t number, bool given, std::string_view label,
               const PairRow& row) {
  fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", file, number, given ? 1 : 0, label,
             fmt::join(row.words, ","), fmt::join(row.keys, " "));
}

// The label of each row: of several that link an event's actors the nearest has its type.
std::vector<std::string> labels_of(const std::vector<PairRow>& rows, const GoldSentence& gold) {
  std::vector<std::string> labels(rows.size(), "none");
  for (const GoldEvent& event : gold.events) {
    std::map<bool, size_t> nearest;  // by direction
    for (size_t i = 0; i < rows.size(); ++i) {
      if (!links(rows[i], event)) continue;
      if (labels[i] == "none") labels[i] = "skip";
      const bool forward = has(rows[i].sources, event.source);
      const auto best = nearest.find(forward);
      if (best == nearest.end() || rows[i].distance < rows[best->second].distance) {
        nearest[forward] = i;
      }
    }
    if (nearest.empty()) labels.push_back("lost");
    for (const auto& [forward, i] : nearest) {
      if (labels[i] == "skip") labels[i] = to_string(event.type);
    }
  }
  return labels;
}

void print_gold(const std::string& file, const GoldSet& set, const Knowledge& knowledge) {
  for (size_t n = 0; n < set.sentences.size(); ++n) {
    const GoldSentence& gold = set.sentences[n];
    const Document document = make_document(gold.text, knowledge.model);
    MentionOptions options;
    options.published = gold.published;
    const auto mentions = find_mentions(document, knowledge.book, options);
    const std::vector<PairRow> rows = pair_rows(document, mentions, knowledge.lexicon);
    const std::vector<std::string> labels = labels_of(rows, gold);
    for (size_t i = 0; i < labels.size(); ++i) {
      print_row(file, n, false, labels[i], i < rows.size() ? rows[i] : PairRow());
    }
  }
}

void print_table(const std::string& file, const LabelledRows& set, const Knowledge& knowledge) {
  for (size_t n = 0; n < set.rows.size(); ++n) {
    const LabelledRow& row = set.rows[n];
    const PhrasePair pair = locate_phrases(row.sentence, row.source, row.target);
    const Document document = make_document(row.sentence, knowledge.model);
    const auto found = pair_row(document, pair.source, pair.target, knowledge.lexicon);
    print_row(file, n, true, found ? row.root : "lost", found.value_or(PairRow()));
  }
}

int run(int count, char** values) {
  const Knowledge knowledge;
  std::vector<Problem> problems;
  for (int i = 1; i < count; ++i) {
    const auto bytes = read_file(values[i], problems);
    if (!bytes) continue;
    const std::string name = std::filesystem::path(values[i]).stem().string();
    if (is_labelled_table(*bytes)) {
      print_table(name, read_labelled_rows(*bytes, values[i]), knowledge);
    } else {
      print_gold(name, read_gold(*bytes, values[i]), knowledge);
    }
  }
  for (const Problem& problem : problems) print_problem(problem);
  return problems.empty() ? 0 : 2;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) { return entente::run(count, values); }
