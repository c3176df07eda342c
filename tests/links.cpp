// Regular expressions over lines are enough for Markdown as we write it; reference-style links
// ("[text][key]") are left out. Tested in links_test.cpp.
#include "links.h"

#include <algorithm>
#include <filesystem>
#include <regex>

#include "code_text.h"

namespace entente {

namespace {

std::string normal(const std::filesystem::path& path) {
  std::string text = path.lexically_normal().generic_string();
  if (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

std::vector<std::string> matches(const std::string& line, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator at(line.begin(), line.end(), pattern), end; at != end; ++at)
    found.push_back((*at)[1].str());
  return found;
}

bool leads_elsewhere(const std::string& target) {
  static const std::regex scheme("[A-Za-z][A-Za-z0-9+.-]*:.*");
  return target.empty() || target[0] == '#' || std::regex_match(target, scheme);
}

// Path of a link, without its "#place"; "" where it leads elsewhere.
std::string link_path(std::string_view page, const std::string& target) {
  if (leads_elsewhere(target)) return "";
  const std::string file = target.substr(0, target.find('#'));
  return normal(std::filesystem::path(page).parent_path() / file);
}

std::string code_path(const std::string& code, const std::vector<std::string>& folders) {
  static const std::regex plain("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+/?");
  if (!std::regex_match(code, plain)) return "";
  const std::string folder = code.substr(0, code.find('/'));
  return std::ranges::find(folders, folder) == folders.end() ? "" : normal(code);
}

}  // namespace

std::vector<FileReference> file_references(std::string_view page, std::string_view markdown,
                                           const std::vector<std::string>& folders) {
  static const std::regex link(R"(\]\(\s*<?([^)\s>]*)>?[^)]*\))");
  static const std::regex code("`([^`]+)`");
  std::vector<FileReference> references;
  const auto add = [&](size_t line, std::string path) {
    if (!path.empty()) references.push_back({line, std::move(path)});
  };
  const auto lines = lines_of(markdown);
  bool block = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string line(lines[i]);
    const size_t first = line.find_first_not_of(' ');
    if (first != std::string::npos && line.compare(first, 3, "```") == 0) block = !block;
    if (block) continue;
    for (const std::string& path : matches(line, code)) add(i + 1, code_path(path, folders));
    const std::string prose = std::regex_replace(line, code, "");
    for (const std::string& target : matches(prose, link)) add(i + 1, link_path(page, target));
  }
  return references;
}

}  // namespace entente
