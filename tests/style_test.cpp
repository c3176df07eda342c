#include "style.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

std::string lines(size_t count, const std::string& line = "int a;") {
  std::string code;
  for (size_t i = 0; i < count; ++i) code += line + "\n";
  return code;
}

TEST(Sizes, AFileHasAtMost500Lines) {
  EXPECT_TRUE(size_violations("src/ties/x.cpp", lines(500)).empty());
  EXPECT_EQ(size_violations("src/ties/x.cpp", lines(501)).size(), 1u);
}

TEST(Sizes, ALineHasAtMost100Columns) {
  EXPECT_TRUE(size_violations("x.cpp", "//" + std::string(98, 'x') + "\n").empty());
  const auto violations = size_violations("x.cpp", "\n//" + std::string(99, 'x') + "\n");
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations[0].line, 2u);
}

TEST(Sizes, ColumnsAreCharactersAndNotBytes) {
  std::string line = "// ";
  for (int i = 0; i < 97; ++i) line += "\u00e9";
  EXPECT_TRUE(size_violations("x.cpp", line).empty());
  EXPECT_EQ(size_violations("x.cpp", line + "\u00e9").size(), 1u);
}

TEST(Sizes, AFunctionBodyHasAtMost60Lines) {
  EXPECT_TRUE(function_violations("x.cpp", "void f() {\n" + lines(60) + "}\n").empty());
  const auto violations = function_violations("x.cpp", "\nvoid f() {\n" + lines(61) + "}\n");
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations[0].line, 2u);
  EXPECT_NE(violations[0].remedy.find("void f()"), std::string::npos);
}

TEST(Sizes, UnmatchedBracesAreReported) {
  EXPECT_EQ(function_violations("x.cpp", "void f() {\n").size(), 1u);
}

TEST(Names, WordsThatNameNothingAreRefused) {
  for (const char* path :
       {"src/base/util.h", "src/ties/string_utils.cpp", "src/common/x.cpp", "tests/helper.h",
        "src/cli/run_manager.cpp", "src/core/x.h", "docs/misc.md", "src/ties/tie-helpers.cpp",
        "data/common.txt", "src/ties/utility_x.h"})
    EXPECT_FALSE(name_violations(path).empty()) << path;
  for (const char* path : {"src/ties/score.cpp", "docs/commonwealth.md", "src/ties/corecursion.h"})
    EXPECT_TRUE(name_violations(path).empty()) << path;
}

TEST(Names, AreLowerSnakeCase) {
  for (const char* path :
       {"src/ties/tally.cpp", "data/deeds/00_classes.txt", "README.md", "docs/CMakeLists.txt",
        ".clang-format", "LICENSE", "dev", "examples/gulf_2017/ties.golden.txt"})
    EXPECT_TRUE(name_violations(path).empty()) << path;
  for (const char* path : {"src/Ties/tally.cpp", "src/ties/tallyTest.cpp", "src/ties/a-b.cpp",
                           "src/ties/a b.cpp", "src/ties/_a.cpp", "src/ties/a__b.cpp", "Docs/a.md"})
    EXPECT_EQ(name_violations(path).size(), 1u) << path;
}

TEST(Heads, TheFirstLineIsAComment) {
  EXPECT_TRUE(head_violations("x.cpp", "// Sums of events.\n#include <map>\n").empty());
  EXPECT_EQ(head_violations("x.cpp", "#include <map>\n// Sums of events.\n").size(), 1u);
  EXPECT_EQ(head_violations("x.cpp", "\n// Sums of events.\n").size(), 1u);
  EXPECT_EQ(head_violations("x.cpp", "// x\n").size(), 1u);
  EXPECT_EQ(head_violations("x.cpp", "").size(), 1u);
}

// Written in two pieces, so that this file passes the check on itself.
const std::string kWork = std::string("/wo") + "rk/";
const std::string kHome = std::string("/ho") + "me/";
const std::string kRoot = std::string("/ro") + "ot/";

TEST(MachinePaths, AreFoundWhereverAPathCanBegin) {
  for (const std::string& text :
       {kWork + "main", "see " + kHome + "anna/notes", "\"" + kRoot + "x\"", "(" + kWork + ")",
        "path=" + kHome + "x", "`" + kWork + "x`", "file:" + kWork, "a\tb\t" + kRoot + "c"})
    EXPECT_EQ(machine_path_violations("docs/a.md", text).size(), 1u) << text;
  EXPECT_EQ(machine_path_violations("docs/a.md", "a\nb " + kWork + "\n").at(0).line, 2u);
}

TEST(MachinePaths, UrlsAndRelativePathsAreNone) {
  for (const std::string& text : {"https://example.org" + kHome + "page", "src" + kWork + "x",
                                  "~" + kWork, ".." + kHome, std::string("at home/work/root"),
                                  "$HOME" + kWork, std::string("/working/ /homes/ /roots/")})
    EXPECT_TRUE(machine_path_violations("docs/a.md", text).empty()) << text;
}

}  // namespace
}  // namespace entente
