// Both formats are plain tables; rows that do not follow them are named and left out. Tested in
// class_scoring_test.cpp.
#include "cli/class_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace entente {

namespace {

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

template <typename Take>
void for_each_line(std::string_view text, Take take) {
  size_t number = 1;
  for (size_t at = 0; at < text.size(); ++number) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!trim(line).empty()) take(number, line);
    at = end + 1;
  }
}

std::optional<size_t> label_of(std::string_view cell) {
  const std::string_view text = trim(cell);
  if (text.size() != 1 || text[0] < '0' || text[0] > '4') return std::nullopt;
  return static_cast<size_t>(text[0] - '0');
}

std::optional<size_t> column(std::string_view header, std::string_view name) {
  const auto names = split(header, '\t');
  for (size_t i = 0; i < names.size(); ++i) {
    if (lower(trim(names[i])) == name) return i;
  }
  return std::nullopt;
}

// The sentence without its brackets and what they held, in their order.
std::vector<Range> take_brackets(std::string_view marked, std::string& plain) {
  std::vector<Range> ranges;
  bool open = false;
  uint32_t begin = 0;
  for (const char c : marked) {
    const auto at = static_cast<uint32_t>(plain.size());
    if (c == '[' && !open) {
      open = true;
      begin = at;
    } else if (c == ']' && open) {
      ranges.push_back({begin, at});
      open = false;
    } else {
      plain += c;
    }
  }
  return ranges;
}

// The two bracketed ranges that hold the two cells; the cells may stand in either order.
bool assign(const std::vector<Range>& ranges, const std::vector<std::string_view>& cells,
            DirectedRow& row) {
  for (size_t i = 0; i < ranges.size(); ++i) {
    for (size_t j = 0; j < ranges.size(); ++j) {
      const bool fits = i != j && trim(slice(row.sentence, ranges[i])) == cells[1] &&
                        trim(slice(row.sentence, ranges[j])) == cells[2];
      if (!fits) continue;
      row.first = ranges[i];
      row.second = ranges[j];
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_classed_table(std::string_view tsv) {
  const std::string_view header = first_line(tsv);
  return column(header, "sentence") && column(header, "quad") && !column(header, "source");
}

ClassedSentences read_classed_sentences(std::string_view tsv, std::string_view origin) {
  ClassedSentences result;
  const std::string_view header = first_line(tsv);
  const auto text = column(header, "sentence"), quad = column(header, "quad");
  for_each_line(tsv, [&](size_t number, std::string_view line) {
    if (number == 1) return;
    const auto cells = split(line, '\t');
    const bool whole = text && quad && std::max(*text, *quad) < cells.size();
    const auto label = whole ? label_of(cells[*quad]) : std::nullopt;
    if (label) {
      result.rows.push_back({std::string(cells[*text]), *label});
    } else {
      result.problems.push_back({fmt::format("{}:{}", origin, number),
                                 "the row needs a sentence and a quad class from 0 to 4; it was "
                                 "left out"});
    }
  });
  return result;
}

bool is_directed_table(std::string_view tsv) {
  const auto cells = split(first_line(tsv), '\t');
  const bool four = cells.size() == 4 && label_of(cells[3]);
  return four && cells[0].find('[') != std::string_view::npos;
}

DirectedRows read_directed_rows(std::string_view tsv, std::string_view origin) {
  DirectedRows result;
  for_each_line(tsv, [&](size_t number, std::string_view line) {
    const auto cells = split(line, '\t');
    const auto label = cells.size() == 4 ? label_of(cells[3]) : std::nullopt;
    DirectedRow row;
    if (label) {
      row.label = *label;
      if (assign(take_brackets(cells[0], row.sentence), cells, row)) {
        result.rows.push_back(std::move(row));
        return;
      }
    }
    result.problems.push_back({fmt::format("{}:{}", origin, number),
                               "the row needs a sentence with both entities in [brackets], the "
                               "two entities and a label from 0 to 4; it was left out"});
  });
  return result;
}

void add(ClassScore& score, size_t label, size_t found) { ++score.counts[label][found]; }

namespace {

Hits hits_of(const ClassScore& score, size_t label) {
  Hits hits;
  hits.right = score.counts[label][label];
  for (size_t i = 0; i < kClasses; ++i) {
    hits.gold += score.counts[label][i];
    hits.found += score.counts[i][label];
  }
  return hits;
}

}  // namespace

double macro_f1(const ClassScore& score) {
  double sum = 0, classes = 0;
  for (size_t label = 0; label < kClasses; ++label) {
    const Hits hits = hits_of(score, label);
    if (hits.gold == 0) continue;
    sum += hits.f1();
    ++classes;
  }
  return classes == 0 ? 0 : sum / classes;
}

std::string score_text(const ClassScore& score,
                       const std::array<std::string_view, kClasses>& names) {
  std::string text = fmt::format("{:<30} {:>5} {:>6} {:>6}   {:>6} {:>6} {:>6}\n", "class", "gold",
                                 "found", "right", "P", "R", "F1");
  for (size_t label = 0; label < kClasses; ++label) {
    const Hits hits = hits_of(score, label);
    text += fmt::format("{:<30} {:>5} {:>6} {:>6}   {:>6.1f} {:>6.1f} {:>6.1f}\n", names[label],
                        hits.gold, hits.found, hits.right, 100 * hits.precision(),
                        100 * hits.recall(), 100 * hits.f1());
  }
  const Hits none = hits_of(score, 0);
  text += fmt::format("{:<30} {:>43.1f}\n", "macro-F1", 100 * macro_f1(score));
  text += fmt::format("{:<30} {:>43.1f}\n", fmt::format("of '{}' given another class", names[0]),
                      none.gold == 0 ? 0.0 : 100 - 100 * none.recall());
  return text;
}

size_t class_of(EventType type) {
  return type == EventType::sanction ? 3 : static_cast<size_t>(quad(type));
}

size_t class_of(const std::vector<Event>& events) {
  const auto better = [](const Event& a, const Event& b) {
    const bool a_done = a.status == EventStatus::happened,
               b_done = b.status == EventStatus::happened;
    return a_done != b_done ? b_done : a.confidence < b.confidence;
  };
  const auto best = std::max_element(events.begin(), events.end(), better);
  return best == events.end() ? 0 : class_of(best->type);
}

size_t direction_of(const std::optional<Relating>& forward, const std::optional<Relating>& back) {
  constexpr double kLinks = 0.5;  // below it the deed only stands near
  const double ahead = forward ? forward->confidence : 0, behind = back ? back->confidence : 0;
  if (std::max(ahead, behind) < kLinks) return 0;
  const bool first_acts = ahead >= behind;
  const Relating& surer = first_acts ? *forward : *back;
  const int side = sign(surer.type, surer.mode);
  if (side == 0) return 0;
  return (side > 0 ? 1u : 3u) + (first_acts ? 0u : 1u);
}

}  // namespace entente
