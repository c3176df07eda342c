#include "function_sizes.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

// "head" with `lines` statements in its body.
std::string function(const std::string& head, size_t lines) {
  std::string code = head + " {\n";
  for (size_t i = 0; i < lines; ++i) code += "  step();\n";
  return code + "}\n";
}

std::vector<size_t> sizes(std::string_view code) {
  const FunctionSizes found = function_sizes(code);
  EXPECT_TRUE(found.balanced) << code;
  std::vector<size_t> lines;
  for (const FunctionSize& function : found.functions) lines.push_back(function.lines);
  return lines;
}

using Lines = std::vector<size_t>;

TEST(FunctionSizes, CountsTheLinesBetweenTheBraces) {
  EXPECT_EQ(sizes(function("void f()", 0)), (Lines{0}));
  EXPECT_EQ(sizes(function("void f()", 61)), (Lines{61}));
  EXPECT_EQ(sizes("int f() { return 1; }\n"), (Lines{0}));
  EXPECT_EQ(sizes(function("void f()", 2) + function("int g(int a = 3)", 4)), (Lines{2, 4}));
}

TEST(FunctionSizes, NamesHeadAndLine) {
  const auto found = function_sizes("int a;\n\nvoid f(int x,\n       int y) {\n}\n");
  ASSERT_EQ(found.functions.size(), 1u);
  EXPECT_EQ(found.functions[0].head, "void f(int x, int y)");
  EXPECT_EQ(found.functions[0].line, 4u);
}

TEST(FunctionSizes, FindsEveryKindOfFunction) {
  for (const char* head :
       {"bool A::operator==(const A& b) const", "A& operator=(const A&)", "auto f() -> int",
        "template <typename T = int>\nT f(std::vector<T> a) noexcept", "A::A(int a) : a_(a), b_{2}",
        "TEST(Suite, Name)", "static const char* f(const struct stat& s)",
        "enable_if_t<(a < b), int> f()", "void f(char c = '{', std::string s = \"{\")",
        "std::map<int, int> f(std::map<int, int> m = {})", "operator bool() const",
        "explicit operator bool() const override", "A f(A a = A{1})"}) {
    EXPECT_EQ(sizes(function(head, 7)), (Lines{7})) << head;
    EXPECT_EQ(sizes("namespace n {\nclass C : public D<int> {\n public:\n" + function(head, 7) +
                    "};\n}\n"),
              (Lines{7}))
        << head;
  }
}

TEST(FunctionSizes, LambdasAndLoopsBelongToTheFunctionAroundThem) {
  EXPECT_EQ(sizes("void f() {\n  const auto g = [&] {\n    h();\n  };\n  for (;;) {\n  }\n}\n"),
            (Lines{5}));
}

TEST(FunctionSizes, TablesEnumsAndClassesAreNoFunctions) {
  EXPECT_EQ(sizes("constexpr Row kRows[] = {\n" + std::string(90, '\n') + "};\n"), (Lines{}));
  EXPECT_EQ(sizes("const std::map<int, int> m = {{1, 2},\n{3, 4}};\n"), (Lines{}));
  EXPECT_EQ(sizes("enum class E : uint8_t {\n" + std::string(90, '\n') + "};\n"), (Lines{}));
  EXPECT_EQ(
      sizes("struct S {\n int a{1};\n std::array<int, 2> b{};\n" + std::string(90, '\n') + "};\n"),
      (Lines{}));
  EXPECT_EQ(sizes("extern \"C\" {\nextern const char a[];\n}\n"), (Lines{}));
  EXPECT_EQ(
      sizes("struct S {\n" + function("void f()", 3) + "int a;\n};\n" + function("void g()", 4)),
      (Lines{3, 4}));
}

TEST(FunctionSizes, MacrosCommentsAndLiteralsDoNotConfuseIt) {
  EXPECT_EQ(sizes("#define OPEN(x) \\\n  if (x) {\nvoid f() {\n  // }\n  g(\"}\");\n}\n"),
            (Lines{2}));
}

TEST(FunctionSizes, SaysWhenBracesDoNotMatch) {
  EXPECT_FALSE(function_sizes("void f() {\n  if (x) {\n}\n").balanced);
  EXPECT_FALSE(function_sizes("}\n").balanced);
  EXPECT_FALSE(function_sizes("namespace n {\n").balanced);
}

}  // namespace
}  // namespace entente
