// Tested by dossier_test.cpp.
#include "cli/dossier.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include "base/ascii.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

std::optional<int> sign_of(std::string_view word) {
  if (word == "friendly") return 1;
  if (word == "hostile") return -1;
  if (word == "mixed") return 0;
  return std::nullopt;
}

// Takes one line's columns; what is wrong with them, or "".
std::string take_line(Expected& expected, const std::vector<std::string_view>& columns) {
  if (columns[0] == "tie") {
    const auto sign = columns.size() >= 4 ? sign_of(columns[3]) : std::nullopt;
    if (!sign) return "write tie, two nodes and friendly, hostile or mixed, tabs in between";
    ExpectedTie tie{std::string(columns[1]), std::string(columns[2]), *sign,
                    columns.size() > 4 ? std::string(columns[4]) : ""};
    if (tie.a > tie.b) std::swap(tie.a, tie.b);
    const bool again =
        std::any_of(expected.ties.begin(), expected.ties.end(),
                    [&](const ExpectedTie& other) { return other.a == tie.a && other.b == tie.b; });
    if (again) return fmt::format("the tie of {} and {} stands here twice", tie.a, tie.b);
    expected.ties.push_back(std::move(tie));
  } else if (columns[0] == "camp") {
    if (columns.size() < 3) return "write camp, a name and nodes with ';' in between";
    ExpectedCamp camp{std::string(columns[1]), {}};
    for (const std::string_view node : split(columns[2], ';')) camp.nodes.emplace_back(node);
    expected.camps.push_back(std::move(camp));
  } else if (columns[0] == "contested") {
    if (columns.size() < 2) return "write contested and a node";
    expected.contested.emplace_back(columns[1]);
  } else {
    return fmt::format("'{}' is none of tie, camp, contested", columns[0].substr(0, 40));
  }
  return "";
}

bool is_dossier(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / kExpectedFile, ignored);
}

}  // namespace

Expected read_expected(std::string_view tsv, std::string_view origin) {
  Expected expected;
  size_t number = 1;
  for (const std::string_view line : split(tsv, '\n')) {
    const std::string place = fmt::format("{}:{}", origin, number++);
    if (line.empty() || line[0] == '#') continue;
    std::string fault = take_line(expected, split(line, '\t'));
    if (!fault.empty()) expected.problems.push_back({place, std::move(fault)});
  }
  std::sort(expected.ties.begin(), expected.ties.end(),
            [](const ExpectedTie& left, const ExpectedTie& right) {
              return std::tie(left.a, left.b) < std::tie(right.a, right.b);
            });
  return expected;
}

std::vector<std::string> dossiers_in(const std::string& path) {
  if (is_dossier(path)) return {path};
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    if (is_dossier(at->path())) found.push_back(at->path().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace entente
