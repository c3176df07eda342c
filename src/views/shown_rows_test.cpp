// Rows of the page's views: the fields and numbers of its exports.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/records.h"
#include "views/sample_system.h"

namespace entente {
namespace {

using Json = nlohmann::json;

std::vector<size_t> all_of(const Sample& sample) {
  std::vector<size_t> which(sample.events.size());
  for (size_t i = 0; i < which.size(); ++i) which[i] = i;
  return which;
}

TEST(ShownRows, EventsAreThoseOfTheReport) {
  const Sample sample = large_sample();
  const System system = sample.system();
  const ShownRows shown =
      shown_events(system, weigh_events(system), all_of(sample), {}, Format::json);
  const Json rows = Json::parse(shown.text), report = Json::parse(report_json(system, "T"));
  EXPECT_EQ(shown.rows, sample.events.size());
  ASSERT_EQ(rows.size(), report["events"].size());
  for (size_t i = 0; i < rows.size(); ++i) {
    const Json& event = report["events"][i];
    for (const char* field : {"id", "type", "mode", "intensity", "weight", "status", "from", "to",
                              "issue", "rule", "confidence"})
      EXPECT_EQ(rows[i][field], event[field]) << field;
    std::string sentence;
    for (const Json& part : event["parts"]) sentence += part[0];
    EXPECT_EQ(rows[i]["sentence"], sentence);
    EXPECT_EQ(rows[i]["source_name"], event["source"]);
    const int source = event["s"];
    if (source >= 0) {
      EXPECT_EQ(rows[i]["source"], report["actors"][source]["node"]);
    }
  }
}

TEST(ShownRows, TensionsAreThoseOfTheReport) {
  const Sample sample = large_sample();
  const Json report = Json::parse(report_json(sample.system(), "T"));
  const Json rows = Json::parse(shown_tensions(sample.system(), {}, Format::json).text);
  EXPECT_EQ(rows.size(),
            report["tensions"].size() + report["contested"].size() + report["implied"].size());
  std::string text;
  for (const Json& phrase : report["tensions"][0]["text"]) text += phrase[0];
  EXPECT_EQ(rows[0]["text"], text);
}

TEST(ShownRows, AWindowShowsAPartAndCountsTheWhole) {
  const Sample sample = large_sample();
  const System system = sample.system();
  const ShownRows part = shown_ties(system, {2, 3}, Format::json);
  EXPECT_EQ(part.rows, 3u);
  EXPECT_EQ(part.of, system.network.ties.size());
  const Json rows = Json::parse(part.text);
  EXPECT_EQ(rows[0], Json::parse(ties_view(system, Format::json, {}))[2]);
  EXPECT_EQ(shown_ties(system, {10'000, 3}, Format::json).rows, 0u);
  const ShownRows events =
      shown_events(system, weigh_events(system), all_of(sample), {1, 2}, Format::csv);
  EXPECT_EQ(events.rows, 2u);
  EXPECT_EQ(events.of, sample.events.size());
}

TEST(ShownRows, ASheetTakesNothingForAFormula) {
  Sample sample = small_sample();
  sample.articles[0].title = "=1+1";
  sample.articles[1].title = "@x";
  const System system = sample.system();
  const auto rows = [&](Format format) {
    return shown_events(system, weigh_events(system), all_of(sample), {}, format).text;
  };
  EXPECT_NE(rows(Format::csv).find(",'=1+1,"), std::string::npos);
  EXPECT_EQ(rows(Format::csv).find(",=1+1,"), std::string::npos);
  EXPECT_NE(rows(Format::json).find("\"=1+1\""), std::string::npos);
}

TEST(ShownRows, CampsHaveAColumnForEachWindow) {
  const Sample sample = small_sample();
  const System system = sample.system();
  const std::vector<CampColumn> columns = {{"May 2021", {1, 2, 0, 1}}};
  const Json rows = Json::parse(shown_camps(system, columns, {}, Format::json).text);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[1]["May 2021"], 2);
  EXPECT_TRUE(rows[2]["May 2021"].is_null());
  EXPECT_EQ(rows[2]["name"], "United States");
  EXPECT_EQ(rows[2]["camp"], 1);
}

TEST(EventWeights, AReportOfADeedPointsToTheOneThatCounts) {
  Sample sample = small_sample();
  Event copy = sample.events[0];
  copy.id = "copy";
  copy.document = sample.articles[1].id;
  copy.confidence = 0.1;
  sample.events.push_back(copy);
  const std::vector<Event> deeds = told_once(sample.events, sample.articles);
  ASSERT_EQ(deeds.size(), sample.events.size() - 1);
  const System system{sample.articles, sample.events, sample.network,
                      sample.balance,  sample.book,   &deeds};
  const EventWeights weights = weigh_events(system);
  EXPECT_EQ(weights.told.back(), 0);
  EXPECT_EQ(weights.told.front(), -1);
  EXPECT_DOUBLE_EQ(weights.weight.back(), event_weight(copy));
}

}  // namespace
}  // namespace entente
