#include "code_text.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(CodeText, LinesHaveNoBreaksAndNoEmptyEnd) {
  EXPECT_EQ(lines_of("a\n\nb\n"), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(lines_of("a"), (std::vector<std::string_view>{"a"}));
  EXPECT_TRUE(lines_of("").empty());
}

TEST(CodeText, BlanksCommentsAndLiteralsButKeepsPlaces) {
  const auto blanked = [](std::string_view code) { return without_comments_and_literals(code); };
  EXPECT_EQ(blanked("a; // { b"), "a;       ");
  EXPECT_EQ(blanked("a /* {\n{ */ b"), "a     \n     b");
  EXPECT_EQ(blanked("f(\"{\\\"{\") {"), "f(\"    \") {");
  EXPECT_EQ(blanked("c == '{' || c == '\\''"), "c == ' ' || c == '  '");
  EXPECT_EQ(blanked("1'000'000; {"), "1'000'000; {");
  EXPECT_EQ(blanked("\"// no comment\"; {"), "\"             \"; {");
  EXPECT_EQ(blanked("R\"x(}\n\"}\" )x\"; {"), "R\"   \n      \"; {");
}

TEST(CodeText, EndsOnBrokenCode) {
  for (const char* code : {"\"", "'", "/*", "R\"", "R\"(", "\"\\", "//", "R\"x(\n)\""})
    EXPECT_EQ(without_comments_and_literals(code).size(), std::string_view(code).size()) << code;
}

TEST(CodeText, FindsIncludes) {
  const auto includes = includes_of(
      "// #include \"commented.h\"\n"
      "#include <vector>  // for \"x\"\n"
      "  #  include \"base/date.h\"\n"
      "const char* text = \"#include <no>\";\n"
      "/* #include <neither> */\n"
      "#include\n");
  ASSERT_EQ(includes.size(), 2u);
  EXPECT_EQ(includes[0].path, "vector");
  EXPECT_FALSE(includes[0].quoted);
  EXPECT_EQ(includes[0].line, 2u);
  EXPECT_EQ(includes[1].path, "base/date.h");
  EXPECT_TRUE(includes[1].quoted);
  EXPECT_EQ(includes[1].line, 3u);
}

}  // namespace
}  // namespace entente
