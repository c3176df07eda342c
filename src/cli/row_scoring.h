// How well the relation of given pairs fits labelled rows (sentence, source, target, quad, root).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/scoring.h"
#include "events/events.h"

namespace entente {

struct LabelledRow {
  std::string sentence, source, target;
  std::string quad;  // "1"-"4"
  std::string root;  // a PLOVER type, or YIELD for CONCEDE and RETREAT
};

struct LabelledRows {
  std::vector<LabelledRow> rows;
  std::vector<Problem> problems;
};

// Whether the header line of `tsv` has the columns of labelled rows.
bool is_labelled_table(std::string_view tsv);
LabelledRows read_labelled_rows(std::string_view tsv, std::string_view origin);

// Hits by class; "none" stands for rows without an answer, which no class of gold has.
struct RowScore {
  std::map<std::string, Hits> binary, quad, root;
  size_t rows = 0, unanswered = 0;
};

// The type as these rows name it: CONCEDE and RETREAT are one class, YIELD, of quad 2.
std::string row_root(EventType type);
std::string row_quad(EventType type);

void add(RowScore& score, const LabelledRow& row, const std::optional<Relating>& found);
double macro_f1(const std::map<std::string, Hits>& classes);  // over the classes that gold has
std::string score_text(const RowScore& score);

}  // namespace entente
