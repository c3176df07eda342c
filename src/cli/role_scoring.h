// Source and target spans against rows that mark who acts and on whom: one word a line with its tag
// (B-S I-S source, B-T I-T target, B-R I-R either), an empty line between sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "cli/reading.h"

namespace entente {

struct RoleSpan {
  char role = 'S';  // S, T or R
  Range range;      // in RoleSentence::text
};

struct RoleSentence {
  std::string text;  // the words with single blanks
  std::vector<RoleSpan> spans;
};

struct RoleRows {
  std::vector<RoleSentence> sentences;
  std::vector<Problem> problems;
};

bool is_role_table(std::string_view bytes);
RoleRows read_role_rows(std::string_view bytes, std::string_view file);

// By overlap: a found span is right if it shares a word with a span of its role that no other
// found span has taken.
struct RoleScore {
  struct Part {
    size_t gold = 0, found = 0, right = 0;
    double f1() const;
  };
  size_t sentences = 0;
  Part source, target;
};
void add(RoleScore& score, const RoleSentence& gold, const std::vector<RoleSpan>& found);
std::string score_text(const RoleScore& score);
// A line with the marked and the found spans where they differ, else "".
std::string role_misses_text(const RoleSentence& gold, const std::vector<RoleSpan>& found);

// The spans that `find_roles` gives, of the first sentence with both roles.
std::vector<RoleSpan> roles_of(const RoleSentence& gold, const Knowledge& knowledge);

}  // namespace entente
