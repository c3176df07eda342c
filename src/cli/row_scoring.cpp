// Scores relate on rows like those of the PLV set (Hu et al., "Leveraging Codebook Knowledge with
// NLI and ChatGPT for Zero-Shot Political Relation Classification", ACL 2024). The set's scheme
// joins CONCEDE and RETREAT; that is mapped here and not in the coder. Tested by
// row_scoring_test.cpp.
#include "cli/row_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kColumns = {"sentence", "source", "target", "quad",
                                                      "root"};

std::optional<std::array<size_t, 5>> columns_of(std::string_view header) {
  std::array<size_t, 5> at{};
  const auto names = split(header, '\t');
  for (size_t i = 0; i < kColumns.size(); ++i) {
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
      return lower(name) == kColumns[i];
    });
    if (found == names.end()) return std::nullopt;
    at[i] = static_cast<size_t>(found - names.begin());
  }
  return at;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

void count(std::map<std::string, Hits>& classes, const std::string& gold,
           const std::string& found) {
  ++classes[gold].gold;
  ++classes[found].found;
  classes[gold].right += gold == found;
}

std::string binary_of(std::string_view quad) {
  return quad == "1" || quad == "2" ? "cooperation" : "conflict";
}

std::string table_of(std::string_view title, const std::map<std::string, Hits>& classes) {
  std::string text = fmt::format("{:<14} {:>5} {:>6} {:>6}   {:>6} {:>6} {:>6}\n", title, "gold",
                                 "found", "right", "P", "R", "F1");
  for (const auto& [name, hits] : classes) {
    text += fmt::format("{:<14} {:>5} {:>6} {:>6}   {:>6.1f} {:>6.1f} {:>6.1f}\n", name, hits.gold,
                        hits.found, hits.right, 100 * hits.precision(), 100 * hits.recall(),
                        100 * hits.f1());
  }
  return text + fmt::format("{:<14} {:>43.1f}\n\n", "macro-F1", 100 * macro_f1(classes));
}

}  // namespace

bool is_labelled_table(std::string_view tsv) { return columns_of(first_line(tsv)).has_value(); }

LabelledRows read_labelled_rows(std::string_view tsv, std::string_view origin) {
  LabelledRows result;
  const auto columns = columns_of(first_line(tsv));
  if (!columns) {
    result.problems.push_back({fmt::format("{}:1", origin),
                               "the header lacks one of sentence, source, target, quad, root"});
    return result;
  }
  size_t number = 2;
  for (size_t at = first_line(tsv).size() + 1; at < tsv.size(); ++number) {
    const size_t end = std::min(tsv.find('\n', at), tsv.size());
    const std::string_view line = tsv.substr(at, end - at);
    at = end + 1;
    if (trim(line).empty()) continue;
    const auto cells = split(line, '\t');
    const size_t needed = *std::max_element(columns->begin(), columns->end()) + 1;
    if (cells.size() < needed) {
      result.problems.push_back({fmt::format("{}:{}", origin, number),
                                 fmt::format("the row has {} cells, {} are needed; it was left out",
                                             cells.size(), needed)});
      continue;
    }
    const auto cell = [&](size_t i) { return std::string(cells[(*columns)[i]]); };
    result.rows.push_back({cell(0), cell(1), cell(2), cell(3), cell(4)});
  }
  return result;
}

std::string row_root(EventType type) {
  if (type == EventType::concede || type == EventType::retreat) return "YIELD";
  return std::string(to_string(type));
}

std::string row_quad(EventType type) {
  return row_root(type) == "YIELD" ? "2" : std::to_string(quad(type));
}

void add(RowScore& score, const LabelledRow& row, const std::optional<Relating>& found) {
  ++score.rows;
  score.unanswered += !found;
  const std::string found_quad = found ? row_quad(found->type) : "none";
  count(score.root, row.root, found ? row_root(found->type) : "none");
  count(score.quad, row.quad, found_quad);
  count(score.binary, binary_of(row.quad), found ? binary_of(found_quad) : "none");
}

double macro_f1(const std::map<std::string, Hits>& classes) {
  double sum = 0, count_of_classes = 0;
  for (const auto& [name, hits] : classes) {
    if (hits.gold == 0) continue;
    sum += hits.f1();
    ++count_of_classes;
  }
  return count_of_classes == 0 ? 0 : sum / count_of_classes;
}

std::string score_text(const RowScore& score) {
  return table_of("binary", score.binary) + table_of("quad", score.quad) +
         table_of("root", score.root) +
         fmt::format("rows {}, without an answer {}\n", score.rows, score.unanswered);
}

}  // namespace entente
