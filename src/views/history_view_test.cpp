#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/views.h"

namespace entente {
namespace {

// Three networks: b leaves a for c and d.
History made_up() {
  const SignedGraph before{4, {{0, 1, 2}, {0, 2, -2}, {1, 2, -2}, {2, 3, 2}}};
  const SignedGraph after{4, {{0, 1, -2}, {0, 2, -2}, {1, 2, 2}, {2, 3, 2}}};
  return measure_history({"a", "b", "c", "d"},
                         {{"before", before, 1}, {"nothing", {4, {}}, 1}, {"after", after, 1}});
}

const std::vector<std::string> kNames = {"Alba", "Borea", "Cyra", "Dell"};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(HistoryView, TellsWhoMovedWhen) {
  const std::string text = history_view(made_up(), kNames, Format::table, {false, 100});
  EXPECT_TRUE(holds(text, "• Borea moved from camp 2 (before) to camp 1 in after.") ||
              holds(text, "• Borea moved from camp 1 (before) to camp 2 in after."))
      << text;
  EXPECT_TRUE(holds(text, "Alba and Borea fell out in after.")) << text;
  EXPECT_TRUE(holds(text, "Borea and Cyra made up in after.")) << text;
  EXPECT_TRUE(holds(text, "unknown")) << text;  // the network without ties
  EXPECT_TRUE(holds(text, "100 %")) << text;
}

TEST(HistoryView, JsonHoldsWindowsMovesAndTurns) {
  const auto json = nlohmann::json::parse(history_view(made_up(), kNames, Format::json, {}));
  ASSERT_EQ(json["windows"].size(), 3u);
  EXPECT_EQ(json["windows"][0]["actors"].size(), 4u);
  EXPECT_EQ(json["windows"][0]["balance"], 1);
  EXPECT_TRUE(json["windows"][1]["actors"].empty());
  ASSERT_EQ(json["moves"].size(), 1u);
  EXPECT_EQ(json["moves"][0]["node"], "b");
  EXPECT_EQ(json["moves"][0]["now"], "after");
  EXPECT_EQ(json["moves"][0]["certain"], true);
  EXPECT_EQ(json["turns"].size(), 2u);
  EXPECT_EQ(json["fewest_moves"], true);
}

TEST(HistoryView, RowsAreOneForEachActorThatHasACamp) {
  const std::string rows = history_view(made_up(), kNames, Format::csv, {});
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 9);
  EXPECT_TRUE(holds(rows, "window,from,to,node,name,camp,standing,support,moved")) << rows;
  EXPECT_TRUE(holds(rows, "after,,,b,Borea,")) << rows;
}

TEST(HistoryView, ChangesAreSentences) {
  History history = made_up();
  history.changes = {{ChangeOf::tone, 0, 0, {2020, 5, 1}, 1.5, -2, 0.003},
                     {ChangeOf::tie, 0, 1, {2020, 5, 15}, 7, -6.5, 0.0001}};
  const std::string text = history_view(history, kNames, Format::table, {false, 100});
  EXPECT_TRUE(
      holds(text, "2020-05-01: all deeds became more hostile, from +1.5 to -2.0 (p 0.003)."))
      << text;
  EXPECT_TRUE(holds(text, "2020-05-15: Alba and Borea, deeds from +7.0 to -6.5")) << text;
}

TEST(HistoryView, OfNothingSaysSo) {
  EXPECT_TRUE(holds(history_view(History{}, {}, Format::table, {}), "nothing to tell"));
}

}  // namespace
}  // namespace entente
