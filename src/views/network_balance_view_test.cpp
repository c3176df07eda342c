#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "views/views.h"

namespace entente {
namespace {

SignedNetwork small_network() {
  SignedNetwork network;
  network.actors = {"A", "B", "C", "D", "alone"};
  network.graph = {5, {{0, 1, 50}, {0, 2, -100}, {1, 2, 25}, {2, 3, 100}}};
  network.unit = 0.01;
  network.rows = 6;
  network.odd.push_back({"self_ties", "were left out", 2, "ties.csv:3"});
  return network;
}

NetworkBalance solved(const SignedNetwork& network) {
  return {minimum_frustration(network.graph), {}, count_triads(network.graph), 0.5};
}

TEST(NetworkBalanceView, JsonHoldsTheWholeAnswer) {
  const SignedNetwork network = small_network();
  const auto json =
      nlohmann::json::parse(network_balance_view(network, solved(network), Format::json));
  EXPECT_EQ(json["frustration"], 0.25);
  EXPECT_EQ(json["lower_bound"], 0.25);
  EXPECT_EQ(json["proven"], true);
  EXPECT_EQ(json["gap"], 0);
  ASSERT_EQ(json["camps"].size(), 2u);
  EXPECT_EQ(json["camps"][0]["actors"].size() + json["camps"][1]["actors"].size(), 4u);
  EXPECT_EQ(json["unplaced"], nlohmann::json({"alone"}));
  EXPECT_EQ(json["components"], 1);
  EXPECT_EQ(json["ties"], 4);
  EXPECT_EQ(json["total_weight"], 2.75);
  EXPECT_EQ(json["triads"]["++-"], 1);
  EXPECT_EQ(json["frustrated_ties"], 1);
  EXPECT_EQ(json["frustrated"][0], nlohmann::json({{"a", "B"}, {"b", "C"}, {"weight", 0.25}}));
  EXPECT_EQ(json["odd_rows"][0]["kind"], "self_ties");
  EXPECT_EQ(json["odd_rows"][0]["count"], 2);
  EXPECT_EQ(json["odd_rows"][0]["first"], "ties.csv:3");
}

TEST(NetworkBalanceView, TextSaysWhetherItIsProven) {
  const SignedNetwork network = small_network();
  NetworkBalance balance = solved(network);
  EXPECT_NE(network_balance_view(network, balance, Format::table).find("proven"),
            std::string::npos);
  EXPECT_NE(network_balance_view(network, balance, Format::table)
                .find("Balance needs 1 tie turned: B + C\n"),
            std::string::npos);
  balance.two.lower_bound = 20;
  EXPECT_NE(network_balance_view(network, balance, Format::table).find("at least 0.2"),
            std::string::npos);
}

// B has a friend and an enemy's enemy of the same weight to lose: it may stand in either camp.
TEST(NetworkBalanceView, SaysWhoMayStandInEitherCampAndWhatChanceWouldDo) {
  SignedNetwork network;
  network.actors = {"A", "B", "C"};
  network.graph = {3, {{0, 1, 1}, {0, 2, -5}, {1, 2, 1}}};
  NetworkBalance balance = solved(network);
  balance.standing = find_standing(network.graph, balance.two);
  balance.chance = compare_with_chance(network.graph, {.samples = 3});
  const auto json = nlohmann::json::parse(network_balance_view(network, balance, Format::json));
  EXPECT_EQ(json["undecided"], nlohmann::json::array({"B"}));
  EXPECT_EQ(json["open"], nlohmann::json::array());
  EXPECT_EQ(json["chance"]["signs_dealt_out"]["samples"], 3);
  EXPECT_EQ(json["chance"]["signs_dealt_out"]["frustration"]["observed"], 1);
  const std::string text = network_balance_view(network, balance, Format::table);
  EXPECT_NE(text.find("same frustration: 1 actors: B\n"), std::string::npos) << text;
  EXPECT_NE(text.find("By chance "), std::string::npos) << text;
}

TEST(NetworkBalanceView, OfMoreCampsThanTwo) {
  SignedNetwork network;
  network.actors = {"A", "B", "C"};
  network.graph = {3, {{0, 1, -1}, {0, 2, -1}, {1, 2, -1}}};
  NetworkBalance balance = solved(network);
  balance.weak = minimum_disagreement(network.graph);
  const auto json = nlohmann::json::parse(network_balance_view(network, balance, Format::json));
  EXPECT_EQ(json["frustration"], 0);
  EXPECT_EQ(json["balance"], "weak");
  EXPECT_EQ(json["camps"].size(), 3u);
}

TEST(NetworkBalanceView, OfAnEmptyNetwork) {
  const SignedNetwork network;
  const auto json =
      nlohmann::json::parse(network_balance_view(network, solved(network), Format::json));
  EXPECT_EQ(json["frustration"], 0);
  EXPECT_EQ(json["proven"], true);
  EXPECT_TRUE(json["camps"].empty());
}

}  // namespace
}  // namespace entente
