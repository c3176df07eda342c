// What a careful reader finds in the articles of a folder: its file expected.tsv
// (examples/README.md tells the format).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace entente {

inline constexpr std::string_view kExpectedFile = "expected.tsv";

struct ExpectedTie {
  std::string a, b;  // nodes, a < b
  int sign = 0;      // 1 friendly, -1 hostile, 0 mixed: either is right
  std::string why;
};

struct ExpectedCamp {
  std::string name;
  std::vector<std::string> nodes;
};

struct Expected {
  std::vector<ExpectedTie> ties;  // sorted by a, b
  std::vector<ExpectedCamp> camps;
  std::vector<std::string> contested;  // nodes
  std::vector<Problem> problems;       // lines that follow no rule of the format; they are left out
};

Expected read_expected(std::string_view tsv, std::string_view origin);

// `path` itself if it is a folder with an expected.tsv, else those of its subfolders that are, in
// the order of their names.
std::vector<std::string> dossiers_in(const std::string& path);

}  // namespace entente
