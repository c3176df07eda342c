#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/views.h"

namespace entente {
namespace {

// Two camps of two, and E, whom friendship with A holds.
WhatIf made_up() {
  WhatIf what_if;
  what_if.network.actors = {"a", "b", "c", "d", "e"};
  what_if.names = {"Alba", "Borea", "Cyra", "Dell", "Esk"};
  what_if.network.unit = 0.5;
  what_if.network.graph = {5, {{0, 1, 6}, {0, 2, -6}, {0, 4, 4}, {1, 3, -6}, {2, 3, 6}, {3, 4, 2}}};
  what_if.now = minimum_frustration(what_if.network.graph);
  return what_if;
}

TEST(WhatIfView, TellsWhatFollows) {
  WhatIf what_if = made_up();
  what_if.supposition = {{{0, 4, -2}, {0, 3, 0}}, {}};
  what_if.then = suppose(what_if.network.graph, what_if.now, what_if.supposition);
  const auto json = nlohmann::json::parse(what_if_view(what_if, Format::json, {}))["what_if"];
  EXPECT_EQ(json["frustration_before"], 1);
  EXPECT_EQ(json["frustration"], 0);
  EXPECT_EQ(json["proven"], true);
  EXPECT_EQ(json["moves"], nlohmann::json::array({"e"}));
  EXPECT_EQ(json["ties"][0]["weight"], -1);
  const std::string text = what_if_view(what_if, Format::table, {false, 100});
  EXPECT_NE(text.find("Alba and Esk enemies (1); no tie between Alba and Dell"), std::string::npos)
      << text;
  EXPECT_NE(text.find("Frustration 0 instead of 1, proven to be the least."), std::string::npos)
      << text;
  EXPECT_NE(text.find("1 would be in the other camp: Esk."), std::string::npos) << text;
}

TEST(WhatIfView, NamesNewTensionsAndThoseGone) {
  WhatIf what_if = made_up();
  what_if.supposition = {{{0, 3, -4}}, {}};
  what_if.then = suppose(what_if.network.graph, what_if.now, what_if.supposition);
  const auto json = nlohmann::json::parse(what_if_view(what_if, Format::json, {}))["what_if"];
  EXPECT_EQ(json["tensions_new"], nlohmann::json::parse(R"([["a","d","e"]])"));
  EXPECT_TRUE(json["tensions_resolved"].empty());
  EXPECT_NE(what_if_view(what_if, Format::table, {}).find("New tension: Alba, Dell, Esk."),
            std::string::npos);
}

TEST(WhatIfView, TellsWhoseMoveCostsLeast) {
  WhatIf what_if = made_up();
  what_if.pivotal = {cost_of_moving(what_if.network.graph, what_if.now, 4)};
  const auto json = nlohmann::json::parse(what_if_view(what_if, Format::json, {}));
  EXPECT_EQ(json["pivotal"][0]["actor"], "e");
  EXPECT_EQ(json["pivotal"][0]["cost"], 1);
  EXPECT_EQ(json["pivotal"][0]["turned"][0]["b"], "e");
  const std::string text = what_if_view(what_if, Format::table, {false, 100});
  EXPECT_NE(text.find("Esk: 1. It would move if Alba and Esk fell out."), std::string::npos)
      << text;
}

}  // namespace
}  // namespace entente
