// Ties, camps and the summary. Strengths are the ties stage's; the texts around them are exact.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "views/display.h"
#include "views/sample_system.h"

namespace entente {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kCamps =
    "Camps\n"
    "  Camp 1  United States\n"
    "  Camp 2  Russia, Uzbekistan?, China\n"
    "  88 % of the strength of all ties fits these camps. No other split fits better. Actors "
    "marked ?\n"
    "  could stand in either camp.\n";
constexpr std::string_view kTensions =
    "\nTensions\n"
    "  • Uzbekistan is a friend of the United States, the enemy of Uzbekistan's friend Russia.\n";
constexpr std::string_view kContested =
    "\nContested\n"
    "  • Uzbekistan is courted by both camps: by Russia and China from its own and by the United "
    "States\n"
    "    from the other.\n";

TEST(CampsView, Table) {
  const Sample sample = small_sample();
  EXPECT_EQ(camps_view(sample.system(), Format::table, {false, 98}),
            fmt::format(
                "{}{}{}\n"
                "Nobody reported it, but\n"
                "  • China and Russia are likely friends (92 %): both are friends of Uzbekistan.\n"
                "  • China and the United States are likely enemies (62 %).\n",
                kCamps, kTensions, kContested));
}

TEST(CampsView, Json) {
  const Sample sample = small_sample();
  const Json camps = Json::parse(camps_view(sample.system(), Format::json, {}));
  EXPECT_EQ(camps["camps"][0]["camp"], 1);
  EXPECT_EQ(camps["camps"][0]["actors"][0]["node"], "USA");
  EXPECT_EQ(camps["camps"][1]["actors"].size(), 3u);
  EXPECT_EQ(camps["camps"][1]["actors"][1]["certain"], false);
  EXPECT_EQ(camps["tensions"][0]["actors"], Json::array({"UZB", "USA", "RUS"}));
  EXPECT_EQ(camps["tensions"][0]["kind"], "torn_friend");
  EXPECT_EQ(camps["contested"][0]["courted_by_both"], true);
  EXPECT_EQ(camps["implied"][0]["through"], Json::array({"UZB"}));
  EXPECT_EQ(camps["frustration"], 2.0);
}

TEST(CampsView, RowsAreActors) {
  const Sample sample = small_sample();
  EXPECT_EQ(camps_view(sample.system(), Format::csv, {}),
            "camp,node,name,weight,certain,courted_by_both,cost_of_move\r\n"
            "1,USA,United States,24,true,false,\r\n"
            "2,RUS,Russia,20,true,false,\r\n"
            "2,UZB,Uzbekistan,12,false,true,1.5\r\n"
            "2,CHN,China,4,true,false,\r\n");
}

TEST(TiesView, TableIsSortedByStrength) {
  const Sample sample = small_sample();
  auto strength = [&](size_t tie) { return sample.network.ties[tie].strength(); };
  EXPECT_EQ(ties_view(sample.system(), Format::table, {false, 62}),
            fmt::format("actor               actor          relation  strength  events\n"
                        "─────────────────────────────────────────────────────────────\n"
                        "Russia         ╌╌╌  United States  enemies   {:8.1f}       5\n"
                        "Russia         ───  Uzbekistan     friends   {:8.1f}       3\n"
                        "United States  ───  Uzbekistan     friends   {:8.1f}       4\n"
                        "China          ───  Uzbekistan     friends   {:8.1f}       2\n",
                        strength(1), strength(2), strength(3), strength(0)));
}

TEST(TiesView, JsonLines) {
  const Sample sample = small_sample();
  std::istringstream lines(ties_view(sample.system(), Format::jsonl, {}));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const Json tie = Json::parse(line);
  EXPECT_EQ(tie["a"], "RUS");
  EXPECT_EQ(tie["b_name"], "United States");
  EXPECT_EQ(tie["relation"], "enemies");
  EXPECT_EQ(tie["a_to_b"], -20.0);
  EXPECT_EQ(tie["b_to_a"], -10.0);
  EXPECT_EQ(tie["from"], "2021-06");
  EXPECT_EQ(tie["frustrated"], false);
  size_t count = 1;
  while (std::getline(lines, line)) ++count;
  EXPECT_EQ(count, 4u);
}

TEST(SummaryView, SaysWhatTheReadingFound) {
  const Sample sample = small_sample();
  const std::string summary = summary_view(sample.system(), {false, 98});
  EXPECT_TRUE(summary.starts_with(
      "2 articles from 2 outlets, 2021-07-02 to 2021-07-19: 4 actors, 3 events, 4 ties\n\n"));
  for (std::string_view section : {kCamps, kTensions, kContested}) {
    EXPECT_NE(summary.find(section), std::string::npos) << section;
  }
  EXPECT_NE(summary.find("\nStrongest ties\n"), std::string::npos);
}

TEST(SummaryView, OfNothing) {
  const Sample none;
  EXPECT_EQ(summary_view(none.system(), {false, 100}),
            "0 articles: 0 actors, 0 events, 0 ties\n"
            "No ties: the text names no deed of one known actor toward another.\n");
  EXPECT_EQ(ties_view(none.system(), Format::table, {}), "");
  EXPECT_EQ(ties_view(none.system(), Format::json, {}), "[]\n");
  EXPECT_EQ(camps_view(none.system(), Format::table, {}), "");
}

TEST(SystemViews, FitTheTerminalAndRepeat) {
  const Sample sample = large_sample();
  for (int width : {40, 60, 80, 120}) {
    const Terminal terminal{true, width};
    const std::string text = summary_view(sample.system(), terminal) +
                             camps_view(sample.system(), Format::table, terminal) +
                             ties_view(sample.system(), Format::table, terminal);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(display_width(line), width) << line;
  }
  const Sample again = large_sample();
  EXPECT_EQ(summary_view(sample.system(), {}), summary_view(again.system(), {}));
}

}  // namespace
}  // namespace entente
