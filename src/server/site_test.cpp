// The whole server over a socket: every route, every view, hostile requests, and the page of
// documentation that lists what there is.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "server/fixture.h"
#include "server/server.h"
#include "server/test_client.h"
#include "server/view_rows.h"

namespace entente {
namespace {

using Json = nlohmann::json;

class SiteTest : public testing::Test {
 protected:
  explicit SiteTest(const std::string& token = "")
      : served_(
            std::make_shared<Collection>("Half a year", "memory:", fixture_book(), SceneOptions{})),
        example_(
            std::make_shared<Collection>("Example", "memory:", fixture_book(), SceneOptions{})),
        site_(*served_, {{"small", "A small one", example_, [this] { read_example(); }}},
              {{{}, token}, [this](const std::string& bytes) { return take(bytes); }}),
        server_(
            {}, [this](const HttpRequest& request) { return site_.refuse(request); },
            [this](const HttpRequest& request) { return site_.answer(request); }) {
    const FixtureNews news = fixture_news();
    CHECK(served_->put(news.articles, news.events).ok());
    served_->wait_until_read(60'000);
  }

  std::string ask_for(const std::string& path) { return get(server_.port(), path); }
  Json json(const std::string& path) {
    const std::string answer = ask_for(path);
    EXPECT_EQ(status_of(answer), "200") << path << body_of(answer);
    return Json::parse(body_of(answer), nullptr, false);
  }

  void read_example() {
    ++examples_read_;
    const FixtureNews news = fixture_news();
    CHECK(example_->put({news.articles[0]}, {news.events[0]}).ok());
    example_->set_reading(false);
  }
  Result<std::string> take(const std::string& bytes) {
    if (bytes == "nothing") return Error{"There is no article in it."};
    return "Took " + bytes;
  }

  int examples_read_ = 0;
  std::shared_ptr<Collection> served_, example_;
  Site site_;
  TestServer server_;
};

TEST_F(SiteTest, ThePageComesWithAStrictPolicy) {
  const std::string answer = ask_for("/");
  EXPECT_EQ(status_of(answer), "200");
  EXPECT_TRUE(body_of(answer).starts_with("<!doctype html>"));
  const std::string head = answer.substr(0, answer.find("\r\n\r\n"));
  std::smatch policy;
  ASSERT_TRUE(std::regex_search(head, policy, std::regex("Content-Security-Policy: ([^\r]*)")));
  EXPECT_TRUE(policy[1].str().starts_with("default-src 'none'; script-src 'sha256-")) << policy[1];
  EXPECT_NE(policy[1].str().find("connect-src 'self'"), std::string::npos);
  EXPECT_NE(policy[1].str().find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy[1].str().find("unsafe"), std::string::npos);
  for (const char* line :
       {"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin"})
    EXPECT_NE(head.find(line), std::string::npos) << line;
}

TEST_F(SiteTest, TheReportIsTheDataOfThePage) {
  const Json report = json("/api/report.json");
  EXPECT_EQ(report["title"], "Half a year");
  EXPECT_EQ(report["events"].size(), 12u);
  EXPECT_FALSE(report.contains("kept"));
  EXPECT_FALSE(report.contains("examples"));
  const Json progress = json("/api/progress.json");
  EXPECT_EQ(progress["reading"], false);
  EXPECT_EQ(progress["articles"], 12);
}

TEST_F(SiteTest, EveryViewHasRowsInTwoFormats) {
  const Json report = json("/api/report.json");
  for (const std::string_view view : kViews) {
    const std::string path = "/" + std::string(view);
    const Json document = json(path + ".json");
    EXPECT_EQ(document["view"], view);
    EXPECT_GT(document["rows"].size(), 0u) << view;
    EXPECT_EQ(document["of"], document["rows"].size()) << view;
    const std::string csv = body_of(ask_for(path + ".csv"));
    std::string head = csv.substr(0, csv.find("\r\n"));
    for (const auto& [field, value] : document["rows"][0].items())
      EXPECT_NE(("," + head + ",").find("," + field + ","), std::string::npos) << view << field;
  }
  EXPECT_EQ(json("/network.json")["rows"].size(), report["ties"].size());
  EXPECT_EQ(json("/search.json")["rows"].size(), 12u);
}

TEST_F(SiteTest, AViewsOwnAddressOpensThePageThere) {
  const std::string answer = ask_for("/tie?tie=RUS~USA&from=2021-05&outlet=A%26B&example=small");
  EXPECT_EQ(status_of(answer), "302");
  EXPECT_NE(answer.find("Location: /?example=small#/tie?from=2021-05&outlet=A%26B&tie=RUS~USA\r\n"),
            std::string::npos)
      << answer;
  const std::string split = ask_for("/network?outlet=a%0d%0aSet-Cookie:x=1");
  EXPECT_EQ(split.find("\nSet-Cookie"), std::string::npos) << split;
}

TEST_F(SiteTest, FiltersDriveEveryView) {
  EXPECT_EQ(json("/search.json?from=2021-06")["rows"].size(), 3u);
  EXPECT_EQ(json("/search.json?sign=hostile&outlet=Courier")["rows"].size(), 3u);
  EXPECT_EQ(json("/tie.json?tie=USA~RUS")["rows"].size(), 3u);
  EXPECT_EQ(json("/actor.json?actor=UZB")["rows"].size(), 3u);
  EXPECT_EQ(json("/actor.json?actor=UZB&actor=CHN")["rows"].size(), 6u);
  EXPECT_EQ(json("/search.json?q=threaten%20gazette")["rows"].size(), 1u);
  EXPECT_EQ(json("/search.json?article=a03")["rows"].size(), 1u);
  for (const Json& tie : json("/matrix.json?sign=hostile")["rows"]) EXPECT_EQ(tie["sign"], -1);
  const Json months = json("/timeline.json")["rows"];
  ASSERT_EQ(months.size(), 6u);
  EXPECT_EQ(months[0]["month"], "2021-01");
  EXPECT_EQ(months[0]["hostile"], 2);
  EXPECT_EQ(months[0]["articles"], 2);
  EXPECT_EQ(json("/timeline.json?tie=RUS~CHN")["rows"][1]["friendly"], 1);
  const Json outlets = json("/outlets.json")["rows"];
  EXPECT_EQ(outlets[0]["events"], 6);
  EXPECT_EQ(outlets.back()["tie"], "USA~UZB: friends, enemies") << outlets.dump();
  const Json camps = json("/camps.json")["rows"];
  EXPECT_EQ(camps.size(), 5u);
  EXPECT_TRUE(camps[0].contains("Jan 2021"));
  EXPECT_EQ(json("/positions.json")["rows"].size(), json("/api/report.json")["positions"].size());
}

// A store beyond what a scene holds answers the same where every report counts.
TEST(Site, LargeStoresAnswerFromTheirSums) {
  SceneOptions large, every;
  large.whole_max = 5;
  large.all_reports = every.all_reports = true;
  const auto tallied = fixture_scene(large), whole = fixture_scene(every);
  Collection none("T", "memory:", fixture_book(), {});
  const auto rows = [&](const Scene& scene, const char* view, const std::string& name,
                        const std::string& value) {
    const Query query = read_query({"GET", "/", {{name, value}}, {}, ""}).value();
    const auto answer = rows_of(*view_from(view), none, scene, query, Format::csv);
    return answer ? answer.value().rows.text : answer.error();
  };
  for (const char* view : {"timeline"}) {
    for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
             {"most", "100"}, {"from", "2021-04"}, {"sign", "hostile"}, {"actor", "UZB"}})
      EXPECT_EQ(rows(*tallied, view, name, value), rows(*whole, view, name, value)) << view << name;
  }
  EXPECT_NE(rows(*tallied, "network", "speaker", "x").find("So large a store"), std::string::npos);
}

TEST_F(SiteTest, RowsAreLimited) {
  const Json part = json("/search.json?most=5&skip=10");
  EXPECT_EQ(part["rows"].size(), 2u);
  EXPECT_EQ(part["of"], 12);
  EXPECT_EQ(json("/network.json?most=2")["rows"].size(), 2u);
  EXPECT_EQ(json("/network.json?most=0")["rows"].size(), 0u);
  EXPECT_EQ(json("/network.json?skip=1000")["rows"].size(), 0u);
  EXPECT_NE(ask_for("/network.csv?most=2").find("Entente-Rows: 2 of "), std::string::npos);
  EXPECT_EQ(status_of(ask_for("/network.json?most=1000000")), "400");
}

TEST_F(SiteTest, WhatArticlesSayStaysText) {
  const std::string csv = body_of(ask_for("/search.csv"));
  EXPECT_NE(csv.find(",\"'=SUM("), std::string::npos) << csv.substr(0, 600);
  EXPECT_EQ(csv.find(",=SUM("), std::string::npos);
  const std::string answer = ask_for("/search.json");
  EXPECT_NE(answer.find("Content-Type: application/json"), std::string::npos);
  EXPECT_NE(answer.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(answer.find("nosniff"), std::string::npos);
}

TEST_F(SiteTest, HostileRequestsGetNothing) {
  const auto with_host = [&](const std::string& host, const std::string& more = "") {
    return status_of(ask(server_.port(), "GET /api/report.json HTTP/1.1\r\nHost: " + host +
                                             "\r\nConnection: close\r\n" + more + "\r\n"));
  };
  EXPECT_EQ(with_host("localhost"), "200");
  EXPECT_EQ(with_host("evil.example"), "421");
  EXPECT_EQ(with_host("localhost", "Origin: http://evil.example\r\n"), "403");
  EXPECT_EQ(with_host("localhost", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"),
            "403");
  for (const char* path :
       {"/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//", "/api/", "/network.xml", "/network.",
        "/network.json/", "/.json", "/network.json%00", "/api/report.json.csv", "/nothing"})
    EXPECT_EQ(status_of(ask_for(path)), "404") << path;
  for (const char* path : {"/network.json?from=x", "/network.json?unknown=1",
                           "/api/report.json?from=x", "/tie.json?tie=%00", "/search.json?most=x"})
    EXPECT_EQ(status_of(ask_for(path)), "400") << path;
  EXPECT_EQ(status_of(ask_for("/api/report.json?example=../x")), "404");
  // Odd values find nothing, and break nothing.
  for (const char* path :
       {"/search.json?q=%22%22%22", "/search.json?q=%ff%fe", "/tie.json?tie=~",
        "/tie.json?tie=A~B~C", "/actor.json?actor=%3Cscript%3E",
        "/search.json?q=%27%3B%20DROP%20TABLE%20events", "/camps.json?from=0001-01",
        "/camps.json?from=9999-12", "/timeline.json?from=2021-09&to=2020-01",
        "/outlets.json?outlet=nobody&against=nobody"})
    EXPECT_EQ(status_of(ask_for(path)), "200") << path;
}

TEST_F(SiteTest, WithoutEditNothingIsTaken) {
  const std::string post =
      "POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
      "Connection: close\r\nAuthorization: Bearer \r\n\r\nhello";
  EXPECT_EQ(status_of(ask(server_.port(), post)), "403");
}

class EditTest : public SiteTest {
 protected:
  EditTest() : SiteTest("secret") {}
  std::string post(const std::string& token, const std::string& body,
                   const std::string& path = "/api/articles", const std::string& more = "") {
    return ask(server_.port(), "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                                   std::to_string(body.size()) +
                                   "\r\nConnection: close\r\nAuthorization: Bearer " + token +
                                   "\r\n" + more + "\r\n" + body);
  }
};

TEST_F(EditTest, ArticlesAreTakenWithTheToken) {
  EXPECT_EQ(body_of(post("secret", "hello")), "Took hello\n");
  EXPECT_EQ(status_of(post("wrong", "hello")), "401");
  EXPECT_EQ(status_of(post("secret", "hello", "/api/articles", "Origin: http://evil.example\r\n")),
            "403");
  EXPECT_EQ(status_of(post("secret", "nothing")), "422");
  EXPECT_EQ(status_of(post("secret", "")), "400");
  EXPECT_EQ(status_of(post("secret", "hello", "/api/report.json")), "404");
}

TEST_F(SiteTest, AnExampleIsReadOnceWhenItIsWanted) {
  EXPECT_EQ(examples_read_, 0);
  EXPECT_EQ(json("/api/report.json?example=small")["events"].size(), 1u);
  EXPECT_EQ(json("/network.json?example=small")["rows"].size(), 1u);
  EXPECT_EQ(json("/api/progress.json?example=small")["articles"], 1);
  EXPECT_EQ(examples_read_, 1);
}

TEST(Site, WithNothingToShowTheExamplesAreOffered) {
  Collection nothing("T", "memory:", fixture_book(), {});
  const auto example = std::make_shared<Collection>("E", "memory:", fixture_book(), SceneOptions{});
  Site site(nothing, {{"small", "A small one", example, [] {}}}, {});
  const HttpAnswer answer = site.answer({"GET", "/api/report.json", {}, {}, ""});
  ASSERT_EQ(answer.status, 200);
  const Json report = Json::parse(*answer.body);
  EXPECT_EQ(report["examples"][0]["name"], "small");
  EXPECT_EQ(report["examples"][0]["title"], "A small one");
}

TEST_F(SiteTest, WhoHasTheAnswerIsToldSo) {
  for (const char* path : {"/", "/api/report.json", "/network.csv"}) {
    const std::string first = ask_for(path);
    std::smatch tag;
    ASSERT_TRUE(std::regex_search(first, tag, std::regex("ETag: ([^\r]*)"))) << path;
    const std::string again = get(server_.port(), path, "If-None-Match: " + tag[1].str() + "\r\n");
    EXPECT_EQ(status_of(again), "304") << path;
    EXPECT_EQ(body_of(again), "") << path;
  }
}

// docs/server.md has a table of every URL: neither more nor less than there is.
TEST(Site, TheDocumentationListsWhatIsServed) {
  std::ifstream file(std::string(ENTENTE_ROOT) + "/docs/server.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  std::set<std::string> listed, served;
  const std::regex row("\\| `(GET|POST) (/[^`?]*)");
  for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at)
    listed.insert((*at)[1].str() + " " + (*at)[2].str());
  for (const Route& route : routes()) {
    const std::string path(route.path);
    if (path.ends_with(".csv") || (path.ends_with(".json") && !path.starts_with("/api/"))) continue;
    served.insert(std::string(route.method) + " " + path);
  }
  EXPECT_EQ(listed, served);
  for (const std::string_view name :
       {"from", "to", "sign", "outlet", "speaker", "issue", "status", "confidence", "actor", "tie",
        "tension", "article", "q", "against", "example", "most", "skip"})
    EXPECT_NE(page.find("`" + std::string(name) + "`"), std::string::npos) << name;
}

TEST_F(SiteTest, EveryRouteAnswers) {
  for (const Route& route : routes()) {
    if (route.method != "GET") continue;
    const std::string status = status_of(ask_for(std::string(route.path)));
    EXPECT_TRUE(status == "200" || status == "302") << route.path << " " << status;
  }
}

}  // namespace
}  // namespace entente
