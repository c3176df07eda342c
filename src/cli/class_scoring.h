// How well sentences are classed (sentence, quad) and how well the direction of sentiment between
// two given entities is told (sentence with [brackets], one, other, label).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/range.h"
#include "cli/scoring.h"
#include "events/events.h"

namespace entente {

// A sentence and its class: 0 where it tells no event, else the CAMEO quad class, for which
// SANCTION is verbal conflict.
struct ClassedSentence {
  std::string sentence;
  size_t label = 0;  // 0-4
};
struct ClassedSentences {
  std::vector<ClassedSentence> rows;
  std::vector<Problem> problems;
};
// Whether the header has the columns sentence and quad, and none for a source.
bool is_classed_table(std::string_view tsv);
ClassedSentences read_classed_sentences(std::string_view tsv, std::string_view origin);

// 0 neutral, 1 the first is positive towards the second, 2 the second towards the first, 3 the
// first is negative, 4 the second is (Park et al., Findings of ACL 2021).
struct DirectedRow {
  std::string sentence;  // without the brackets
  Range first, second;   // in it
  size_t label = 0;      // 0-4
};
struct DirectedRows {
  std::vector<DirectedRow> rows;
  std::vector<Problem> problems;
};
// Whether the first line has four cells, brackets in the first and a label in the last.
bool is_directed_table(std::string_view tsv);
DirectedRows read_directed_rows(std::string_view tsv, std::string_view origin);

inline constexpr size_t kClasses = 5;
struct ClassScore {
  std::array<std::array<size_t, kClasses>, kClasses> counts{};  // [label][found]
};
void add(ClassScore& score, size_t label, size_t found);
double macro_f1(const ClassScore& score);  // over the classes that occur among the labels
// `names` of the classes; the share of false alarms is that of label 0 given another class.
std::string score_text(const ClassScore& score,
                       const std::array<std::string_view, kClasses>& names);

// The class of the surest event, those that happened first; 0 where there is none.
size_t class_of(const std::vector<Event>& events);
// The quad class as such rows have it.
size_t class_of(EventType type);
// The label that what the first does to the second and the second to the first amount to: the sign
// of the surer deed that links them; 0 where none does.
size_t direction_of(const std::optional<Relating>& forward, const std::optional<Relating>& back);

}  // namespace entente
