// Clients that behave, and clients that do not: slow, endless, broken, many at once.
#include "server/http.h"

#include <gtest/gtest.h>

#include <atomic>

#include "server/test_client.h"

namespace entente {
namespace {

HttpAnswer text(std::string body) {
  return {200, "text/plain", std::make_shared<const std::string>(std::move(body)), {}};
}

HttpAnswer go_on(const HttpRequest&) { return {.status = 0}; }

HttpAnswer echo(const HttpRequest& request) {
  std::string body = request.method + " " + request.path;
  for (const auto& [name, value] : request.query) body += " " + name + "=" + value;
  return text(body + (request.body.empty() ? "" : " body " + request.body));
}

HttpLimits impatient() {
  HttpLimits limits;
  limits.connections_max = 4;
  limits.head_bytes_max = 4000;
  limits.body_bytes_max = 10'000;
  limits.request_ms_max = 400;
  limits.answer_ms_max = 400;
  limits.idle_ms_max = 200;
  return limits;
}

TEST(Http, AnswersWithPathQueryAndBody) {
  const TestServer server(impatient(), go_on, echo);
  EXPECT_EQ(body_of(get(server.port(), "/a%20b?x=1%262&y=%C3%A9")), "GET /a b x=1&2 y=é");
  const std::string posted =
      ask(server.port(),
          "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
  EXPECT_EQ(body_of(posted), "POST /in body hello");
}

TEST(Http, SeveralRequestsShareAConnection) {
  const TestServer server(impatient(), go_on, echo);
  const std::string one = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n";
  const std::string answers =
      ask(server.port(), one + one + "GET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_NE(answers.find("GET /2"), std::string::npos);
  EXPECT_NE(answers.find("GET /1"), answers.rfind("GET /1"));
}

TEST(Http, EveryAnswerIsGuarded) {
  const TestServer server(impatient(), go_on, echo);
  for (const std::string& answer :
       {get(server.port(), "/"), ask(server.port(), "nonsense\r\n\r\n")})
    EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"), std::string::npos) << answer;
}

TEST(Http, WhatIsRefusedIsNotReadFurther) {
  const TestServer server(
      impatient(),
      [](const HttpRequest& request) -> HttpAnswer {
        return {request.header("Host") == "good" ? 0 : 403, "text/plain", nullptr, {}};
      },
      echo);
  // The body of the refused request would be a request of its own.
  const std::string inner = "GET /inner HTTP/1.1\r\nHost: good\r\n\r\n";
  for (const char* method : {"POST", "GET", "PUT"}) {
    const std::string answers =
        ask(server.port(), std::string(method) + " / HTTP/1.1\r\nHost: bad\r\nContent-Length: " +
                               std::to_string(inner.size()) + "\r\n\r\n" + inner);
    EXPECT_EQ(status_of(answers), "403") << method;
    EXPECT_EQ(answers.find("/inner"), std::string::npos) << method;
  }
}

TEST(Http, LargeRequestsEnd) {
  const TestServer server(impatient(), go_on, echo);
  const std::string line(20'000, 'x');
  for (const std::string& request :
       {"GET /" + line, "GET /" + line + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nA: " + line + "\r\n\r\n",
        std::string("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 20000\r\n\r\n") + line,
        std::string("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4e20\r\n") +
            line + "\r\n0\r\n\r\n",
        std::string("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\nabc")}) {
    const std::string status = status_of(ask(server.port(), request));
    EXPECT_TRUE(status.empty() || status.starts_with("4")) << status << request.substr(0, 60);
  }
  std::string headers;
  for (int i = 0; i < 2000; ++i) headers += "A: b\r\n";
  EXPECT_NE(status_of(get(server.port(), "/", headers)), "200");
  EXPECT_EQ(body_of(get(server.port(), "/still")), "GET /still");
}

TEST(Http, SlowRequestsEnd) {
  const TestServer server(impatient(), go_on, echo);
  const TestClient slow(server.port());
  slow.send_bytes("GET / HTTP/1.1\r\nHost: h\r\n");
  bool open = true;
  for (int i = 0; i < 100 && open; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    open = slow.send_bytes("A: b\r\n");
  }
  EXPECT_FALSE(open);
  EXPECT_NE(status_of(slow.rest()), "200");
}

TEST(Http, WhoDoesNotTakeTheAnswerIsLeft) {
  const std::string large(64u << 20, 'x');
  const TestServer server(impatient(), go_on, [&](const HttpRequest&) { return text(large); });
  const TestClient deaf(server.port());
  deaf.send_bytes("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  EXPECT_LT(deaf.rest().size(), large.size());
}

TEST(Http, IdleConnectionsMakeRoomForOthers) {
  const TestServer server(impatient(), go_on, echo);
  std::vector<std::unique_ptr<TestClient>> idle;
  for (int i = 0; i < 40; ++i) idle.push_back(std::make_unique<TestClient>(server.port()));
  EXPECT_EQ(body_of(get(server.port(), "/here")), "GET /here");
}

TEST(Http, RangesAndFaultsDoNoHarm) {
  const TestServer server(impatient(), go_on, [](const HttpRequest& request) -> HttpAnswer {
    if (request.path == "/throw") throw std::runtime_error("no");
    return text("0123456789");
  });
  std::string ranges = "Range: bytes=0-1";
  for (int i = 0; i < 200; ++i) ranges += ",0-9";
  const std::string answer = get(server.port(), "/", ranges + "\r\n");
  EXPECT_EQ(status_of(answer), "200");
  EXPECT_EQ(body_of(answer), "0123456789");
  EXPECT_EQ(status_of(get(server.port(), "/throw")), "500");
}

TEST(Http, BytesThatAreNoRequestAreAnsweredOrDropped) {
  const TestServer server(impatient(), go_on, echo);
  for (const std::string& bytes :
       {std::string("\r\n\r\n"), std::string("GET\r\n\r\n"), std::string("GET / HTTP/9.9\r\n\r\n"),
        std::string("\0\0\0\0\r\n\r\n", 8),
        std::string("GET /%zz%00%ff HTTP/1.1\r\nHost: h\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost h\r\n\r\n"),
        std::string("\x16\x03\x01\x02\x00\x01\r\n\r\n")}) {
    ask(server.port(), bytes);
  }
  EXPECT_EQ(body_of(get(server.port(), "/still")), "GET /still");
}

TEST(Http, ATakenPortIsToldSo) {
  const TestServer server(impatient(), go_on, echo);
  const auto second = HttpServer::bind("127.0.0.1", server.port(), {}, go_on, echo);
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.error().find("taken"), std::string::npos) << second.error();
  const auto nowhere = HttpServer::bind("203.0.113.7", 0, {}, go_on, echo);
  ASSERT_FALSE(nowhere.ok());
  EXPECT_NE(nowhere.error().find("203.0.113.7"), std::string::npos) << nowhere.error();
}

}  // namespace
}  // namespace entente
