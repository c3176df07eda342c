// The rules of ARCHITECTURE.md that a machine can check, on every file of the working tree. The
// scanners have tests of their own beside them, with code that must fail.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "layers.h"
#include "links.h"
#include "repository.h"
#include "style.h"

namespace entente {
namespace {

const std::filesystem::path kRoot = ENTENTE_ROOT;

const std::vector<std::string>& files() {
  static const std::vector<std::string> all = repository_files(kRoot);
  return all;
}

bool in(std::string_view path, std::string_view folder) { return path.starts_with(folder); }

void expect_none(const Violations& violations) {
  std::string message;
  for (const Violation& violation : violations) {
    message += "\n  " + violation.path;
    if (violation.line > 0) message += ":" + std::to_string(violation.line);
    message += ": " + violation.remedy;
  }
  EXPECT_TRUE(violations.empty()) << violations.size() << " violations:" << message;
}

// Runs `scan(path, content)` on the files that `wanted(path)` picks; at least one must be there.
template <typename Wanted, typename Scan>
void expect_clean(Wanted wanted, Scan scan) {
  Violations all;
  size_t scanned = 0;
  for (const std::string& path : files()) {
    if (!wanted(path)) continue;
    ++scanned;
    for (Violation& violation : scan(path, content_of(kRoot, path)))
      all.push_back(std::move(violation));
  }
  EXPECT_GT(scanned, 0u) << "no file to check: is " << kRoot << " the repository?";
  expect_none(all);
}

TEST(Architecture, StagesIncludeOnlyStagesToTheirLeft) {
  expect_clean([](const auto& path) { return in(path, "src/") && is_cpp(path); }, layer_violations);
}

TEST(Architecture, LibrariesStayInsideTheirFences) { expect_clean(is_cpp, fence_violations); }

TEST(Architecture, FilesAndLinesAreShort) { expect_clean(is_code, size_violations); }

TEST(Architecture, FunctionsAreShort) { expect_clean(is_cpp, function_violations); }

TEST(Architecture, NamesSayWhatTheyHold) {
  expect_clean([](const auto&) { return true; },
               [](const auto& path, const auto&) { return name_violations(path); });
}

TEST(Architecture, EveryFileSaysWhatItDoes) {
  const auto wanted = [](std::string_view path) {
    return in(path, "src/") && is_cpp(path) && !path.ends_with("_test.cpp");
  };
  expect_clean(wanted, head_violations);
}

TEST(Architecture, NoFileNamesPathsOfOneMachine) {
  const auto scan = [](const std::string& path, const std::string& content) {
    return is_text(content) ? machine_path_violations(path, content) : Violations{};
  };
  expect_clean([](const auto&) { return true; }, scan);
}

std::vector<std::string> root_folders() {
  std::set<std::string> folders;
  for (const std::string& path : files())
    if (path.find('/') != std::string::npos) folders.insert(path.substr(0, path.find('/')));
  return {folders.begin(), folders.end()};
}

TEST(Architecture, PagesReferToFilesThatExist) {
  const std::vector<std::string> folders = root_folders();
  const auto scan = [&](const std::string& path, const std::string& content) {
    Violations dead;
    for (const FileReference& reference : file_references(path, content, folders)) {
      const bool inside = !in(reference.path, "..");
      if (inside && std::filesystem::exists(kRoot / reference.path)) continue;
      dead.push_back({path, reference.line,
                      inside ? "refers to " + reference.path + ", which does not exist; correct it"
                             : "refers to " + reference.path + " outside of the repository"});
    }
    return dead;
  };
  expect_clean([](std::string_view path) { return path.ends_with(".md"); }, scan);
}

}  // namespace
}  // namespace entente
