#include "views/event_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/sample_system.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Event sample() {
  Event event = sample_event({1,
                              "2021-07-01",
                              "RUS",
                              "USA",
                              EventType::accuse,
                              "allege",
                              "{s:Moscow} {d:accused} {t:Washington}, {w:Lavrov} said.",
                              EventStatus::happened,
                              {"Sergei Lavrov"},
                              "military bases",
                              0.85});
  event.sentence_range = {10, 45};
  return event;
}

TEST(EventJson, IsTheDocumentedObject) {
  constexpr std::string_view kExpected =
      R"({"id":"event","document":"article-1",)"
      R"("sentence":"Moscow accused Washington, Lavrov said.",)"
      R"("source":{"code":"RUS","country":"RUS","sector":"","name":"Russia",)"
      R"("text":"Moscow","node":"RUS"},)"
      R"("target":{"code":"USA","country":"USA","sector":"","name":"United States",)"
      R"("text":"Washington","node":"USA"},)"
      R"("type":"ACCUSE","mode":"allege","quad":3,"intensity":-3.5,"sign":-1,)"
      R"("status":"happened","mutual":false,"said_by":["Steppe Courier","Sergei Lavrov"],)"
      R"("date":{"from":"2021-07-01","to":"2021-07-01","precision":"day","basis":"explicit"},)"
      R"("issue":"military bases","evidence":{"source":[0,6],"deed":[7,14],"target":[15,25],)"
      R"("said_by":[null,[27,33]]},"sentence_range":[10,45],"rule":"accused","confidence":0.85,)"
      R"("topic":"","stand":"none","claimed":false,"place":null})";
  EXPECT_EQ(event_json(sample()), kExpected);
}

TEST(EventJson, RangesAreBytesOfTheSentence) {
  Event event = sample_event({1, "", "UZB", "USA", EventType::reject, "",
                              "“{s:Ташкент} {d:refused} {t:Washington}”", EventStatus::happened});
  const Json json = Json::parse(event_json(event));
  const std::string sentence = json["sentence"];
  auto text = [&](const char* role) {
    const Json& range = json["evidence"][role];
    return sentence.substr(range[0], range[1].get<size_t>() - range[0].get<size_t>());
  };
  EXPECT_EQ(text("source"), "Ташкент");
  EXPECT_EQ(text("deed"), "refused");
  EXPECT_EQ(text("target"), "Washington");
}

TEST(EventJson, UnknownDatesAreNull) {
  Event event = sample();
  event.date = {};
  const Json date = Json::parse(event_json(event))["date"];
  EXPECT_TRUE(date["from"].is_null());
  EXPECT_TRUE(date["to"].is_null());
  EXPECT_EQ(date["precision"], "unknown");
  EXPECT_EQ(date["basis"], "none");
}

TEST(EventJson, BrokenBytesStillGiveOneLineOfJson) {
  Event event = sample();
  event.sentence = "\xFF \x01 \n \"quoted\" \xE2\x80";
  const std::string line = event_json(event);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_NO_THROW(Json::parse(line));
}

TEST(EventJson, FlatRowsHaveAValueForEachColumn) {
  const Sample sample = large_sample();
  const Records records = event_records(sample.events);
  ASSERT_EQ(records.rows.size(), sample.events.size());
  for (const auto& row : records.rows) EXPECT_EQ(row.size(), records.fields.size());
}

}  // namespace
}  // namespace entente
