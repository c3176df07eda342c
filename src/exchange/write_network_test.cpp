// The network's files as graph programs read them.
#include <gtest/gtest.h>

#include <cmath>
#include <pugixml.hpp>
#include <set>

#include "exchange/holdings_fixture.h"
#include "exchange/markup.h"
#include "exchange/network_parts.h"

namespace entente {
namespace {

pugi::xml_document parsed(const std::string& text) {
  pugi::xml_document document;
  const auto result = document.load_string(text.c_str());
  EXPECT_TRUE(result) << result.description();
  return document;
}

TEST(Gexf, HasNoWeightThatGephiRefuses) {
  const HeldEvents held = held_system();
  const auto document = parsed(export_as(ExportFormat::gexf, held.holdings()));
  size_t edges = 0;
  std::set<std::string> ids;
  for (const auto& found : document.select_nodes("//edge")) {
    const auto edge = found.node();
    EXPECT_GT(edge.attribute("weight").as_double(), 0);
    EXPECT_TRUE(ids.insert(edge.attribute("id").value()).second);
    const std::string kind = edge.attribute("kind").value();
    const auto sign = edge.select_node("attvalues/attvalue[@for='sign']").node();
    EXPECT_EQ(sign.attribute("value").as_int(), kind == "friend" ? 1 : -1);
    ++edges;
  }
  EXPECT_EQ(edges, 6u);  // CHN-USA has both kinds, RUS-GBR one
  EXPECT_STREQ(document.child("gexf").attribute("version").value(), "1.3");
}

TEST(Gexf, PlacesColoursAndSizesEveryNode) {
  const HeldEvents held = held_system();
  const auto document = parsed(export_as(ExportFormat::gexf, held.holdings()));
  std::set<std::pair<double, double>> places;
  for (const auto& found : document.select_nodes("//node")) {
    const auto node = found.node();
    const auto position = node.child("viz:position");
    places.emplace(position.attribute("x").as_double(), position.attribute("y").as_double());
    EXPECT_TRUE(node.child("viz:color").attribute("r"));
    EXPECT_GT(node.child("viz:size").attribute("value").as_double(), 0);
  }
  EXPECT_EQ(places.size(), 4u);
}

TEST(Gexf, SpellsAreTheMonthsWithEvents) {
  const HeldEvents held = held_system();
  const auto document = parsed(export_as(ExportFormat::gexf, held.holdings()));
  EXPECT_STREQ(document.select_node("//graph").node().attribute("mode").value(), "dynamic");
  const auto hostile = document.select_node("//edge[@source='RUS'][@target='USA']").node();
  const auto first = hostile.child("spells").first_child();
  EXPECT_STREQ(first.attribute("start").value(), "2021-05-01");
  EXPECT_STREQ(first.attribute("end").value(), "2021-05-31");
  EXPECT_STREQ(first.next_sibling().attribute("start").value(), "2021-08-01");
  const auto friendly = document.select_node("//edge[@source='GBR'][@target='USA']").node();
  EXPECT_STREQ(friendly.child("spells").first_child().attribute("end").value(), "2021-06-30");
  const auto undated = document.select_node("//edge[@source='GBR'][@target='RUS']").node();
  EXPECT_FALSE(undated.child("spells"));
}

TEST(Network, TheSameHoldingsGiveTheSameBytes) {
  for (const ExportFormat format :
       {ExportFormat::gexf, ExportFormat::graphml, ExportFormat::json, ExportFormat::nodes,
        ExportFormat::edges, ExportFormat::camps, ExportFormat::csv, ExportFormat::jsonl}) {
    EXPECT_EQ(export_as(format, held_system().holdings()),
              export_as(format, held_system().holdings()));
  }
}

TEST(Network, EdgesOfATieAreSplitByKindAndDirection) {
  const HeldEvents held = held_system();
  for (const NetworkEdge& edge : network_parts(held.holdings()).edges) {
    EXPECT_NEAR(edge.a_to_b + edge.b_to_a, edge.sum, 1e-9);
    EXPECT_GT(edge.sum, 0);
  }
}

TEST(Network, WithDecayTheDirectionsStillAddUp) {
  HeldEvents held = held_system();
  held.network = build_network(held.tallies, {.half_life_months = 2});
  held.balance = measure_balance(held.network);
  for (const NetworkEdge& edge : network_parts(held.holdings()).edges)
    EXPECT_NEAR(edge.a_to_b + edge.b_to_a, edge.sum, 1e-9);
}

TEST(Layout, KeepsTheCampsApartAndAllWithinReach) {
  const HeldEvents held = held_system();
  double left = 0, right = 0;
  for (const NetworkNode& node : network_parts(held.holdings()).nodes) {
    EXPECT_TRUE(std::isfinite(node.x) && std::isfinite(node.y));
    EXPECT_LT(std::hypot(node.x, node.y), 5000);
    (node.camp == 1 ? left : right) += node.x;
  }
  EXPECT_LT(left, right);
}

TEST(GephiTables, HaveTheNamesThatGephiKnows) {
  const HeldEvents held = held_system();
  const std::string nodes = export_as(ExportFormat::nodes, held.holdings());
  const std::string edges = export_as(ExportFormat::edges, held.holdings());
  EXPECT_TRUE(nodes.starts_with("Id,Label,")) << nodes;
  EXPECT_TRUE(edges.starts_with("Id,Source,Target,Type,Weight,")) << edges;
  EXPECT_NE(edges.find(",RUS,USA,Undirected,"), std::string::npos);
}

TEST(Markup, EscapesAndReplacesWhatXmlForbids) {
  EXPECT_EQ(xml_text("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
  EXPECT_EQ(xml_text("x\x01y\xff\xc0\x80z\xed\xa0\x80"), "x?y???z???");
  EXPECT_EQ(xml_text("\xe5\xbc\xa0\xf0\x9f\x95\x8a"), "\xe5\xbc\xa0\xf0\x9f\x95\x8a");
}

TEST(Positions, NameActorIssueStandAndEvents) {
  Event refuses = held_event("e7", "UZB", "USA", EventType::reject, {2021, 5, 3});
  refuses.issue = "military bases";
  refuses.stand = Stand::against;
  const HeldEvents held({held_article()}, {refuses});
  const std::string table = export_as(ExportFormat::positions, held.holdings());
  EXPECT_NE(table.find("UZB,Uzbekistan,military bases,against,2021-05-03,2021-05-03,1,e7\r\n"),
            std::string::npos)
      << table;
}

TEST(Memberships, NameOrganisationsOfTheNetworkOnly) {
  const HeldEvents held({held_article()},
                        {held_event("1", "NATO", "RUS", EventType::accuse, {2021, 5, 3})});
  const std::string table = export_as(ExportFormat::memberships, held.holdings());
  EXPECT_NE(table.find("NATO,NATO,FRA,France,2021-05-01"), std::string::npos) << table;
  EXPECT_EQ(table.find("CSTO"), std::string::npos);
}

}  // namespace
}  // namespace entente
