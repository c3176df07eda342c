// A pair explained.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "views/display.h"
#include "views/sample_system.h"

namespace entente {
namespace {

using Json = nlohmann::json;

TEST(ExplainView, Table) {
  const Sample sample = small_sample();
  EXPECT_EQ(explain_view(sample.system(), "UZB", "USA", Format::table, {false, 80}),
            fmt::format(
                "Uzbekistan ─── United States: friends, strength {:.1f}, 4 events, 2021-06 –\n"
                "  2021-07\n"
                "  Uzbekistan → United States     -2.0\n"
                "  United States → Uzbekistan    +10.0\n"
                "\n"
                "  Friends of Uzbekistan, enemies of the United States: Russia\n"
                "\n"
                "  1  Uzbekistan → United States · REJECT assist -1.5 · 2021-06-30\n"
                "     Uzbekistan will not host American troops on its soil, the Foreign Ministry\n"
                "     in Tashkent said on Wednesday, citing the military doctrine that rules out\n"
                "     foreign bases.\n"
                "     Steppe Courier › Uzbek Foreign Ministry · rule not host · confidence 0.90\n"
                "\n"
                "  2  United States → Uzbekistan · CONSULT visit +4.0 · 2021-07-01\n"
                "     Secretary of State Antony Blinken received Uzbek Foreign Minister Abdulaziz\n"
                "     Kamilov in Washington on Thursday and called the partnership strategic.\n"
                "     Steppe Courier · rule received · confidence 0.95\n",
                sample.network.ties[3].strength()));
}

TEST(ExplainView, ColourMarksTheEvidence) {
  const Sample sample = small_sample();
  const std::string text = explain_view(sample.system(), "USA", "UZB", Format::table, {true, 80});
  EXPECT_NE(text.find("\x1b[1;33mnot\x1b[0m \x1b[1;33mhost\x1b[0m"), std::string::npos);
}

TEST(ExplainView, ImpliedTieOfAPairThatNobodyReported) {
  const Sample sample = small_sample();
  EXPECT_EQ(explain_view(sample.system(), "RUS", "CHN", Format::table, {false, 80}),
            "No tie between Russia and China.\n"
            "\n"
            "  Common friends: Uzbekistan\n"
            "  Implied: China and Russia are likely friends (92 %): both are friends of\n"
            "    Uzbekistan.\n");
}

TEST(ExplainView, UnknownNodesAndAnActorWithItself) {
  const Sample sample = small_sample();
  EXPECT_EQ(explain_view(sample.system(), "?Nobody", "RUS", Format::table, {}),
            "No tie between Nobody and Russia.\n");
  EXPECT_EQ(explain_view(sample.system(), "RUS", "RUS", Format::table, {}),
            "No tie between Russia and Russia.\n");
}

TEST(ExplainView, Json) {
  const Sample sample = small_sample();
  const Json pair = Json::parse(explain_view(sample.system(), "UZB", "USA", Format::json, {}));
  EXPECT_EQ(pair["tie"]["a_to_b"], -2.0);
  EXPECT_EQ(pair["tie"]["b_to_a"], 10.0);
  EXPECT_EQ(pair["shared"]["friends_of_a"], Json::array({"RUS"}));
  EXPECT_TRUE(pair["implied"].is_null());
  EXPECT_EQ(pair["events"].size(), 2u);
  EXPECT_EQ(pair["events"][0]["type"], "REJECT");
  const Json none = Json::parse(explain_view(sample.system(), "X", "Y", Format::json, {}));
  EXPECT_TRUE(none["tie"].is_null());
}

TEST(ExplainView, OtherFormatsListTheEvents) {
  const Sample sample = small_sample();
  const std::string lines = explain_view(sample.system(), "UZB", "USA", Format::jsonl, {});
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  const std::string tsv = explain_view(sample.system(), "UZB", "USA", Format::tsv, {});
  EXPECT_TRUE(tsv.starts_with("id\tdocument\t"));
}

TEST(ExplainView, FitsTheTerminal) {
  const Sample sample = large_sample();
  for (int width : {40, 60, 80}) {
    std::istringstream lines(
        explain_view(sample.system(), "RUS", "USA", Format::table, {true, width}));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(display_width(line), width) << line;
  }
}

}  // namespace
}  // namespace entente
