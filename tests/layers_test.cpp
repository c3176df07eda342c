#include "layers.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

size_t layers(std::string_view path, std::string_view code) {
  return layer_violations(path, code).size();
}
size_t fences(std::string_view path, std::string_view code) {
  return fence_violations(path, code).size();
}

TEST(Layers, AStageUsesItsFolderBaseAndPublicHeadersToItsLeft) {
  EXPECT_EQ(layers("src/ties/tally.cpp", "#include \"ties/weight.h\"\n"), 0u);
  EXPECT_EQ(layers("src/ties/tally.cpp", "#include \"base/date.h\"\n"), 0u);
  EXPECT_EQ(layers("src/ties/tally.cpp", "#include \"events/events.h\"\n"), 0u);
  EXPECT_EQ(layers("src/cli/main.cpp", "#include \"store/store.h\"\n"), 0u);
  EXPECT_EQ(layers("src/store/open.cpp", "#include \"ties/ties.h\"\n"), 0u);
  EXPECT_EQ(layers("src/views/report/page.cpp", "#include \"views/table.h\"\n"), 0u);
}

TEST(Layers, RefusesStagesToTheRight) {
  const auto violations =
      layer_violations("src/events/x.cpp", "#include \"base/date.h\"\n#include \"ties/ties.h\"\n");
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations[0].path, "src/events/x.cpp");
  EXPECT_EQ(violations[0].line, 2u);
  EXPECT_EQ(layers("src/base/date.h", "#include \"articles/articles.h\"\n"), 1u);
  EXPECT_EQ(layers("src/views/x.cpp", "#include \"store/store.h\"\n"), 1u);
  EXPECT_EQ(layers("src/store/x.cpp", "#include \"views/views.h\"\n"), 1u);
  EXPECT_EQ(layers("src/store/x.cpp", "#include \"balance/balance.h\"\n"), 1u);
  EXPECT_EQ(layers("src/store/x.cpp", "#include \"cli/arguments.h\"\n"), 1u);
  EXPECT_EQ(layers("src/server/x.cpp", "#include \"views/views.h\"\n"), 0u);
  EXPECT_EQ(layers("src/views/x.cpp", "#include \"server/server.h\"\n"), 1u);
}

TEST(Layers, RefusesPrivateHeadersOfOthersAlsoInTests) {
  EXPECT_EQ(layers("src/ties/x.cpp", "#include \"events/syntax.h\"\n"), 1u);
  EXPECT_EQ(layers("src/balance/x_test.cpp", "#include \"ties/made_up_event.h\"\n"), 1u);
  EXPECT_EQ(layers("src/cli/main.cpp", "#include \"views/table.h\"\n"), 1u);
}

TEST(Layers, RefusesWhatIsNoStage) {
  EXPECT_EQ(layers("src/ties/x.cpp", "#include \"tally.h\"\n"), 1u);
  EXPECT_EQ(layers("src/ties/x.cpp", "#include \"nlohmann/json.hpp\"\n"), 1u);
  EXPECT_EQ(layers("src/mystery/x.cpp", ""), 1u);
  EXPECT_EQ(layers("src/loose.cpp", ""), 1u);
}

TEST(Fences, LibrariesStayInTheirFolders) {
  EXPECT_EQ(fences("src/articles/json.cpp", "#include <nlohmann/json.hpp>\n"), 0u);
  EXPECT_EQ(fences("src/events/json.cpp", "#include <nlohmann/json.hpp>\n"), 1u);
  EXPECT_EQ(fences("src/cli/json.cpp", "#include <nlohmann/json.hpp>\n"), 1u);
  EXPECT_EQ(fences("src/cli/arguments.cpp", "#include <CLI/CLI.hpp>\n"), 0u);
  EXPECT_EQ(fences("src/store/x.cpp", "#include <CLI/CLI.hpp>\n"), 1u);
  EXPECT_EQ(fences("src/store/x.cpp", "#include <sqlite3.h>\n"), 0u);
  EXPECT_EQ(fences("src/views/x.cpp", "#include <sqlite3.h>\n"), 1u);
  EXPECT_EQ(fences("src/views/x.cpp", "#include \"sqlite3.h\"\n"), 1u);
  EXPECT_EQ(fences("src/server/http.cpp", "#include <httplib.h>\n"), 0u);
  EXPECT_EQ(fences("src/server/http.h", "#include <httplib.h>\n"), 1u);
  EXPECT_EQ(fences("src/cli/serve_command.cpp", "#include <httplib.h>\n"), 1u);
}

TEST(Fences, LibrariesStayOutOfHeaders) {
  EXPECT_EQ(fences("src/articles/json.h", "#include <nlohmann/json.hpp>\n"), 1u);
  EXPECT_EQ(fences("src/store/store.h", "#include <sqlite3.h>\n"), 1u);
  EXPECT_EQ(fences("src/views/table.h", "#include <fmt/format.h>\n"), 1u);
  EXPECT_EQ(fences("src/views/table.cpp", "#include <fmt/format.h>\n"), 0u);
}

TEST(Fences, TestAndBenchmarkLibrariesStayInTestsAndBenchmarks) {
  EXPECT_EQ(fences("src/ties/x_test.cpp", "#include <gtest/gtest.h>\n"), 0u);
  EXPECT_EQ(fences("tests/x_test.cpp", "#include <gtest/gtest.h>\n"), 0u);
  EXPECT_EQ(fences("src/ties/x.cpp", "#include <gtest/gtest.h>\n"), 1u);
  EXPECT_EQ(fences("src/ties/x_bench.cpp", "#include <benchmark/benchmark.h>\n"), 0u);
  EXPECT_EQ(fences("src/ties/x_test.cpp", "#include <benchmark/benchmark.h>\n"), 1u);
}

TEST(Fences, AnUnknownLibraryIsRefused) {
  EXPECT_EQ(fences("src/ties/x.cpp", "#include <boost/graph.hpp>\n"), 1u);
  EXPECT_EQ(fences("src/ties/x.cpp", "#include <zlib.h>\n"), 1u);
  EXPECT_EQ(fences("src/ties/x.cpp", "#include <vector>\n#include <sys/stat.h>\n"), 0u);
}

}  // namespace
}  // namespace entente
