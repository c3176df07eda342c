// What Entente writes it reads back without loss.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "exchange/event_columns.h"
#include "exchange/holdings_fixture.h"

namespace entente {
namespace {

// Every column, so that whatever the table of columns holds is compared.
std::vector<std::string> all_of(const Event& event, const Article& article) {
  std::vector<std::string> values;
  for (const EventColumn& column : event_columns()) values.push_back(column.get(event, article));
  return values;
}

Event odd_event() {
  Event odd = held_event("odd", "USA", "?Zo\xc3\xab \xe5\xbc\xa0", EventType::coerce,
                         {1956, 10, 29}, "no such mode");
  odd.date.range.to = {1956, 11, 7};
  odd.date.range.precision = DatePrecision::week;
  odd.date.basis = DateBasis::relative;
  odd.source.actor = {"USA MIL", "USA", "MIL", " blank at both ends ", "USA"};
  odd.source.text = "\"quoted\", with a comma\nand a line";
  odd.source.range = {0, 7};
  odd.target.range = {9, 4000000000};
  odd.deed = {3, 5};
  odd.sentence = "tab\there; semicolon \\ backslash \xf0\x9f\x95\x8a";
  odd.sentence_index = 4294967295;
  odd.sentence_range = {10, 20};
  odd.status = EventStatus::hypothetical;
  odd.mutual = true;
  odd.said_by = {{"Gazette; and \\more", {}}, {"", {1, 2}}, {"minister", {3, 9}}};
  odd.issue = "military bases";
  odd.confidence = 0.1 + 0.2;
  odd.topic = "transit fee";
  odd.stand = Stand::against;
  odd.claimed = true;
  odd.place = {"Port Said", "EGY", {4, 8}};
  odd.elsewhere = {"ICEWS", "32889836", "040"};
  return odd;
}

HeldEvents odd_events() {
  Event unsure = held_event("unsure", "FRA", "DEU", EventType::aid, {});
  unsure.confidence = std::numeric_limits<double>::quiet_NaN();
  unsure.said_by = {{"", {}}};
  Article none;
  none.id = "story-0";
  return {{held_article(), none},
          {odd_event(), unsure, held_event("3", "USA", "GBR", EventType::support, {2021, 5, 3})}};
}

class Events : public testing::TestWithParam<ExportFormat> {};
INSTANTIATE_TEST_SUITE_P(Formats, Events, testing::Values(ExportFormat::csv, ExportFormat::jsonl),
                         [](const auto& test) { return std::string(to_string(test.param)); });

TEST_P(Events, ComeBackExactly) {
  const HeldEvents held = odd_events();
  const std::string file = export_as(GetParam(), held.holdings());
  const Imported back = import_text(file);
  EXPECT_EQ(back.error, "");
  for (const RejectedRow& row : back.rejected) ADD_FAILURE() << row.reason;
  ASSERT_EQ(back.events.size(), held.events.size());
  for (size_t i = 0; i < held.events.size(); ++i) {
    EXPECT_EQ(all_of(back.events[i], back.articles[i]), all_of(held.events[i], held_article()));
    EXPECT_EQ(back.articles[i].id, "story-1");
  }
  EXPECT_EQ(export_as(GetParam(), back.held().holdings()), file);
}

TEST(EventColumns, HoldEveryMemberOfAnEvent) {
  // Does not compile when Event has another number of members: then give it a column, and count
  // here what the columns hold.
  const auto& [id, document, index, sentence_range, sentence, source, target, type, mode, status,
               mutual, said_by, date, issue, deed, rule, confidence, topic, stand, claimed, place,
               elsewhere] = odd_event();
  static_cast<void>(std::tie(id, document, index, sentence_range, sentence, source, target, type,
                             mode, status, mutual, said_by, date, issue, deed, rule, confidence,
                             topic, stand, claimed, place, elsewhere));
  EXPECT_GE(event_columns().size(), 51u);
}

TEST(Polecat, KeepsWhatItsColumnsHold) {
  const HeldEvents held = held_system();
  const Imported back = import_text(export_as(ExportFormat::polecat, held.holdings()));
  ASSERT_EQ(back.summary.format, "polecat");
  ASSERT_EQ(back.events.size(), 7u);  // the undated one has no place there
  ASSERT_EQ(back.rejected.size(), 1u);
  for (size_t i = 0; i < 7; ++i) {
    const Event& there = held.events[i];
    const Event& here = back.events[i];
    EXPECT_EQ(here.type, there.type);
    EXPECT_EQ(here.mode, there.mode);
    EXPECT_EQ(here.date.range.from, there.date.range.from);
    EXPECT_EQ(here.source.actor.node, there.source.actor.node);
    EXPECT_EQ(here.target.actor.node, there.target.actor.node);
    EXPECT_EQ(here.said_by.at(0).name, "Gazette");
    EXPECT_EQ(here.elsewhere.coder, "POLECAT");
  }
}

class Networks : public testing::TestWithParam<ExportFormat> {};
INSTANTIATE_TEST_SUITE_P(Formats, Networks,
                         testing::Values(ExportFormat::gexf, ExportFormat::graphml,
                                         ExportFormat::json, ExportFormat::edges),
                         [](const auto& test) { return std::string(to_string(test.param)); });

TEST_P(Networks, ComeBackWithTheSameTies) {
  const HeldEvents held = held_system();
  const Imported read = import_text(export_as(GetParam(), held.holdings()));
  EXPECT_EQ(read.error, "");
  EXPECT_TRUE(read.rejected.empty());
  const HeldEvents back = read.held();
  ASSERT_EQ(back.network.actors.size(), held.network.actors.size());
  ASSERT_EQ(back.network.ties.size(), held.network.ties.size());
  for (size_t i = 0; i < held.network.ties.size(); ++i) {
    const Tie& there = held.network.ties[i];
    const Tie& here = back.network.ties[i];
    EXPECT_EQ(back.network.actors[here.first].node, held.network.actors[there.first].node);
    EXPECT_EQ(back.network.actors[here.second].node, held.network.actors[there.second].node);
    EXPECT_NEAR(here.friendly, there.friendly, 1e-9);
    EXPECT_NEAR(here.hostile, there.hostile, 1e-9);
    EXPECT_NEAR(here.first_to_second, there.first_to_second, 1e-9);
    EXPECT_EQ(here.from, there.from);
    EXPECT_EQ(here.to, there.to);
  }
  EXPECT_EQ(back.balance.camp, held.balance.camp);
}

TEST_P(Networks, OfNothingAreEmpty) {
  const HeldEvents none({}, {});
  const std::string file = export_as(GetParam(), none.holdings());
  EXPECT_FALSE(file.empty());
  EXPECT_TRUE(import_text(file).events.empty());
}

}  // namespace
}  // namespace entente
