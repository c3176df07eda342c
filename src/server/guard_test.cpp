// Requests that must not be answered: other names, other origins, changes without the token.
#include "server/guard.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

int status_of(Headers headers, const std::string& method = "GET", GuardOptions options = {}) {
  return refusal_of({method, "/", {}, std::move(headers), ""}, options).status;
}

TEST(Guard, HostsAreTakenApart) {
  EXPECT_EQ(host_name("Example.org:8731"), "example.org");
  EXPECT_EQ(host_name("localhost."), "localhost");
  EXPECT_EQ(host_name("[::1]:80"), "::1");
  EXPECT_EQ(host_name("[::1"), "");
  EXPECT_TRUE(is_address("127.0.0.1"));
  EXPECT_TRUE(is_address("::1"));
  EXPECT_FALSE(is_address("127.0.0.1.example.org"));
  EXPECT_FALSE(is_address("1.2.3"));
  EXPECT_FALSE(is_address("a.b.c.d"));
  EXPECT_FALSE(is_address(""));
}

TEST(Guard, AnswersToItsOwnNamesAlone) {
  for (const char* own : {"localhost", "localhost:8731", "127.0.0.1:8731", "[::1]:8731"})
    EXPECT_EQ(status_of({{"Host", own}}), 0) << own;
  for (const char* other : {"evil.example", "evil.example:8731", "localhost.evil.example",
                            "127.0.0.1.evil.example", "", "localhost@evil.example", "[evil]"})
    EXPECT_EQ(status_of({{"Host", other}}), 421) << other;
  EXPECT_EQ(status_of({}), 421);
  EXPECT_EQ(status_of({{"Host", "localhost"}, {"host", "evil.example"}}), 421);
  EXPECT_EQ(status_of({{"Host", "News.Example:80"}}, "GET", {{"news.example"}, ""}), 0);
}

TEST(Guard, OtherOriginsAreRefused) {
  const Headers own = {{"Host", "localhost:8731"}};
  const auto with = [&](Headers more) {
    more.insert(more.begin(), own.begin(), own.end());
    return status_of(more);
  };
  EXPECT_EQ(with({{"Origin", "http://localhost:8731"}}), 0);
  EXPECT_EQ(with({{"Origin", "http://localhost:9999"}}), 403);
  EXPECT_EQ(with({{"Origin", "http://evil.example"}}), 403);
  EXPECT_EQ(with({{"Origin", "null"}}), 403);
  EXPECT_EQ(with({{"Origin", ""}}), 403);
  EXPECT_EQ(with({{"Origin", "http://localhost:8731"}, {"Origin", "http://evil.example"}}), 403);
  EXPECT_EQ(with({{"Sec-Fetch-Site", "same-origin"}}), 0);
  EXPECT_EQ(with({{"Sec-Fetch-Site", "none"}}), 0);
  EXPECT_EQ(with({{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "no-cors"}}), 403);
  EXPECT_EQ(with({{"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Mode", "cors"}}), 403);
  // A link may be followed, a frame not be filled.
  EXPECT_EQ(with({{"Sec-Fetch-Site", "cross-site"},
                  {"Sec-Fetch-Mode", "navigate"},
                  {"Sec-Fetch-Dest", "document"}}),
            0);
  EXPECT_EQ(with({{"Sec-Fetch-Site", "cross-site"},
                  {"Sec-Fetch-Mode", "navigate"},
                  {"Sec-Fetch-Dest", "iframe"}}),
            403);
}

TEST(Guard, ChangesNeedTheToken) {
  const Headers host = {{"Host", "localhost"}};
  EXPECT_EQ(status_of(host, "POST"), 403);
  const GuardOptions edit{{}, "secret"};
  EXPECT_EQ(status_of(host, "POST", edit), 401);
  const auto with = [&](const char* given) {
    return status_of({{"Host", "localhost"}, {"Authorization", given}}, "POST", edit);
  };
  EXPECT_EQ(with("Bearer secret"), 0);
  for (const char* wrong : {"Bearer secre", "Bearer secrets", "Bearer ", "secret", "Basic secret",
                            "Bearer SECRET", "Bearer secretsecret"})
    EXPECT_EQ(with(wrong), 401) << wrong;
}

TEST(Guard, OtherMethodsAreRefused) {
  for (const char* method : {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"})
    EXPECT_EQ(status_of({{"Host", "localhost"}}, method), 405) << method;
  EXPECT_EQ(status_of({{"Host", "localhost"}}, "HEAD"), 0);
}

}  // namespace
}  // namespace entente
