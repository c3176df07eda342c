// Tested in style_test.cpp.
#include "style.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "code_text.h"
#include "function_sizes.h"

namespace entente {

namespace {

constexpr size_t kLinesMax = 500;
constexpr size_t kColumnsMax = 100;
constexpr size_t kBodyLinesMax = 60;

size_t columns(std::string_view line) {
  return static_cast<size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

constexpr std::string_view kEmptyWords[] = {"util",    "utils",  "utility", "utilities", "common",
                                            "commons", "helper", "helpers", "manager",   "managers",
                                            "core",    "misc",   "stuff"};

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)))
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else
      words.emplace_back();
  }
  return words;
}

// README.md, LICENSE, CMakeLists.txt and dot files are written as everywhere.
bool named_by_custom(std::string_view name) {
  static const std::regex capitals("[A-Z]+(\\.md)?");
  return name == "CMakeLists.txt" || name == "package-lock.json" || name.starts_with(".") ||
         std::regex_match(name.begin(), name.end(), capitals);
}

std::string name_remedy(std::string_view name) {
  static const std::regex snake("[a-z0-9]+(_[a-z0-9]+)*(\\.[a-z0-9]+(_[a-z0-9]+)*)*");
  for (const std::string& word : words_of(name)) {
    if (std::ranges::find(kEmptyWords, word) != std::end(kEmptyWords))
      return "\"" + word + "\" names nothing; name the file after what it holds";
  }
  if (named_by_custom(name) || std::regex_match(name.begin(), name.end(), snake)) return "";
  return "\"" + std::string(name) + "\" is not lower_snake_case; rename it";
}

// A path begins here unless this is the middle of a word, a relative path or a URL.
bool begins_path(std::string_view line, size_t at) {
  if (at == 0) return true;
  const char before = line[at - 1];
  return !std::isalnum(static_cast<unsigned char>(before)) &&
         std::string_view("_.-~)}>/").find(before) == std::string_view::npos;
}

bool names_machine(std::string_view line) {
  // In two pieces each, so that this file passes its own test.
  for (const std::string_view root : {"/wo"
                                      "rk/",
                                      "/ho"
                                      "me/",
                                      "/ro"
                                      "ot/"}) {
    for (size_t at = line.find(root); at != std::string_view::npos; at = line.find(root, at + 1)) {
      if (begins_path(line, at)) return true;
    }
  }
  return false;
}

}  // namespace

Violations size_violations(std::string_view path, std::string_view code) {
  Violations violations;
  const std::string file(path);
  const auto lines = lines_of(code);
  if (lines.size() > kLinesMax) {
    violations.push_back({file, 0,
                          "has " + std::to_string(lines.size()) + " lines, at most " +
                              std::to_string(kLinesMax) + " are allowed; split it"});
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    if (columns(lines[i]) <= kColumnsMax) continue;
    violations.push_back(
        {file, i + 1,
         "is " + std::to_string(columns(lines[i])) + " columns wide; break it at 100"});
  }
  return violations;
}

Violations function_violations(std::string_view path, std::string_view code) {
  Violations violations;
  const std::string file(path);
  const FunctionSizes sizes = function_sizes(code);
  if (!sizes.balanced)
    violations.push_back({file, 0, "has braces that do not match for the scanner; run ./dev fmt"});
  for (const FunctionSize& function : sizes.functions) {
    if (function.lines <= kBodyLinesMax) continue;
    violations.push_back({file, function.line,
                          "the body of " + function.head + " has " +
                              std::to_string(function.lines) +
                              " lines; split it into steps of at most 60"});
  }
  return violations;
}

Violations name_violations(std::string_view path) {
  Violations violations;
  std::string_view rest = path;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('/'), rest.size());
    const std::string remedy = name_remedy(rest.substr(0, end));
    if (!remedy.empty()) violations.push_back({std::string(path), 0, remedy});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return violations;
}

Violations head_violations(std::string_view path, std::string_view code) {
  const auto lines = lines_of(code);
  if (!lines.empty() && lines[0].starts_with("// ") && lines[0].size() >= 15) return {};
  return {{std::string(path), 1, "begins without a comment; say there what the file does"}};
}

Violations machine_path_violations(std::string_view path, std::string_view text) {
  Violations violations;
  const auto lines = lines_of(text);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!names_machine(lines[i])) continue;
    violations.push_back({std::string(path), i + 1,
                          "names an absolute path of one machine; write it relative to the "
                          "repository"});
  }
  return violations;
}

}  // namespace entente
