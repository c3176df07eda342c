// The page holds what it should, and nothing that an article says becomes markup. The sample's
// page is left in the build folder to be looked at.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/records.h"
#include "views/report_data.h"
#include "views/sample_system.h"

namespace entente {
namespace {

using Json = nlohmann::json;

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  const size_t at = from + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

size_t count(const std::string& text, std::string_view part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

constexpr std::string_view kDataBegin = R"(<script type="application/json" id="data">)";

TEST(ReportPage, IsWholeAndLoadsNothing) {
  const Sample sample = large_sample();
  const std::string page = report_page(sample.system(), "Summer of 2021");
  EXPECT_TRUE(page.starts_with("<!doctype html>"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  EXPECT_NE(page.find("<title>Summer of 2021</title>"), std::string::npos);
  EXPECT_EQ(page.find("[[entente:"), std::string::npos);
  // Its policy lets nothing be loaded, and no script run but the one with this hash.
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'sha256-")) << policy;
  EXPECT_NE(policy.find("connect-src 'none'"), std::string::npos) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
  for (std::string_view loader : {"<link", "@import", "<iframe", "XMLHttpRequest"}) {
    EXPECT_EQ(page.find(loader), std::string::npos) << loader;
  }
  EXPECT_EQ(count(page, "<script"), 2u);
  EXPECT_EQ(count(page, "</script"), 2u);
}

TEST(ReportData, HoldsTheHistoryWhereItIsGiven) {
  const Sample sample = large_sample();
  System system = sample.system();
  EXPECT_FALSE(Json::parse(report_json(system, "x")).contains("history"));
  const History history =
      measure_history(sample.events, sample.network, sample.balance, {.samples = 5});
  system.history = &history;
  const Json data = Json::parse(report_json(system, "x"))["history"];
  EXPECT_EQ(data["samples"], 5);
  ASSERT_EQ(data["windows"].size(), history.windows.size());
  ASSERT_FALSE(history.windows.empty());
  EXPECT_EQ(data["windows"][0]["camps"].size(), sample.network.actors.size());
  EXPECT_EQ(data["moves"].size(), history.moves.size());
}

TEST(ReportPage, ServedItHoldsNoDataAndMayAskItsOwnOrigin) {
  const std::string page = app_page();
  EXPECT_EQ(page.find("[[entente:"), std::string::npos);
  EXPECT_NE(page.find("connect-src 'self'"), std::string::npos);
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(page.find("id=\"data\""), std::string::npos);
}

TEST(ReportPage, ManyEventsArePacked) {
  Sample sample = small_sample();
  const Event event = sample.events[0];
  for (int i = 0; i < 2000; ++i) sample.events.push_back(event);
  const System system = sample.system();
  const std::string page = report_page(system, "T");
  EXPECT_GT(report_json(system, "T").size(), 1'000'000u);
  EXPECT_LT(page.size(), app_page().size() + 200'000);
  EXPECT_NE(page.find("<script type=\"application/zlib;base64\" id=\"data\">"), std::string::npos);
}

TEST(ReportPage, DataHoldsTheSystem) {
  const Sample sample = small_sample();
  const Json data = Json::parse(report_data(sample.system(), "T"));
  EXPECT_EQ(data["actors"].size(), 4u);
  EXPECT_EQ(data["actors"][2]["name"], "United States");
  EXPECT_EQ(data["actors"][2]["the"], true);
  EXPECT_EQ(data["actors"][2]["camp"], 1);
  EXPECT_EQ(data["actors"][3]["certain"], false);
  EXPECT_EQ(data["ties"].size(), 4u);
  EXPECT_EQ(data["ties"][3]["frustrated"], true);
  EXPECT_EQ(data["events"].size(), 3u);
  const Json& event = data["events"][0];
  EXPECT_EQ(event["s"], 3);
  EXPECT_EQ(event["t"], 2);
  EXPECT_EQ(event["parts"][0], Json::array({"Uzbekistan", 1}));
  EXPECT_EQ(event["parts"][2], Json::array({"not host", 2}));
  EXPECT_EQ(event["article"], 0);
  EXPECT_EQ(event["id"], sample.events[0].id);
  EXPECT_DOUBLE_EQ(event["weight"], rounded(event_weights(sample.events)[0]));
  EXPECT_EQ(data["actors"][3]["country"], "UZB");
  EXPECT_NE(data["actors"][3]["x"], data["actors"][2]["x"]);
  EXPECT_EQ(data["tensions"][0]["actors"], Json::array({3, 2, 1}));
  EXPECT_EQ(data["implied"].size(), 2u);
}

TEST(ReportPage, ADeedToldTwiceCountsOnce) {
  Sample sample = small_sample();
  Event again = sample.events[0];
  again.id = "again";
  again.document = "elsewhere";
  again.confidence /= 2;
  sample.events.push_back(again);
  const std::vector<Event> deeds = told_once(sample.events, sample.articles);
  ASSERT_EQ(deeds.size(), 3u);
  System system = sample.system();
  system.deeds = &deeds;
  const Json data = Json::parse(report_data(system, "T"));
  EXPECT_EQ(data["events"][0]["told"], -1);
  EXPECT_EQ(data["events"][3]["told"], 0);
  EXPECT_DOUBLE_EQ(data["events"][3]["weight"], rounded(event_weight(again)));
}

TEST(ReportPage, PositionsNameTheirSentences) {
  Sample sample = small_sample();
  sample.events[0].stand = Stand::against;
  sample.events[0].issue = "military bases";
  const Json data = Json::parse(report_data(sample.system(), "T"));
  ASSERT_EQ(data["positions"].size(), 1u);
  EXPECT_EQ(data["positions"][0]["actor"], 3);
  EXPECT_EQ(data["positions"][0]["stand"], "against");
  EXPECT_EQ(data["positions"][0]["events"], Json::array({0}));
}

TEST(ReportPage, HostileTextStaysText) {
  constexpr std::string_view kHostile =
      "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & \xE2\x80\xA8 {{data}}";
  Sample sample = small_sample();
  Event& event = sample.events[0];
  event.sentence = std::string(kHostile);
  event.source.range = {0, 9};
  event.deed = {9, 17};
  event.rule = std::string(kHostile);
  event.said_by[0].name = std::string(kHostile);
  sample.articles[0].title = std::string(kHostile);
  sample.articles[0].url = "javascript:alert(1)";
  const std::string page = report_page(sample.system(), kHostile);
  EXPECT_EQ(count(page, "<script"), 2u);
  EXPECT_EQ(count(page, "</script"), 2u);
  EXPECT_EQ(page.find("<!--"), std::string::npos);
  EXPECT_EQ(page.find("<img src=x"), std::string::npos);
  EXPECT_EQ(page.find("\xE2\x80\xA8"), std::string::npos);
  const Json data = Json::parse(between(page, kDataBegin, "</script>"));
  EXPECT_EQ(data["events"][0]["parts"][0][0], "</script>");
  EXPECT_EQ(data["events"][0]["rule"], std::string(kHostile));
  EXPECT_EQ(data["articles"][0]["url"], "javascript:alert(1)");
  // That a browser does not run it, and makes links of web addresses only, web/browser tests.
}

TEST(ReportPage, BrokenTextAndNoTextAtAll) {
  Sample sample = small_sample();
  sample.events[0].sentence = "\xFF\xFE torn \xE2\x80";
  sample.events[0].source.range = {0, 1};
  sample.events[0].deed = {50, 20};
  sample.events[0].target.range = {8, 4000000000u};
  const std::string data = report_data(sample.system(), "\xC3");
  EXPECT_NO_THROW(Json::parse(data));
  const Sample none;
  const std::string page = report_page(none.system(), "");
  EXPECT_NE(page.find("<h1>Who stands with whom</h1>"), std::string::npos);
  EXPECT_EQ(Json::parse(between(page, kDataBegin, "</script>"))["ties"].size(), 0u);
}

TEST(ReportPage, SameSystemSamePage) {
  EXPECT_EQ(report_page(large_sample().system(), "T"), report_page(large_sample().system(), "T"));
}

}  // namespace
}  // namespace entente
