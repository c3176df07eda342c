#include "articles/web_address.h"

#include <gtest/gtest.h>

#include "articles/articles.h"

namespace entente {
namespace {

TEST(WebAddress, OnlyAWholeAddressIsOne) {
  EXPECT_TRUE(is_web_address("https://www.example.com/2021/05/18/x.html?a=b"));
  EXPECT_FALSE(is_web_address("https://www.example.com/ says"));
  EXPECT_FALSE(is_web_address("https://localhost"));
  EXPECT_FALSE(is_web_address("www.example.com"));
}

TEST(WebAddress, HostsAreBare) {
  EXPECT_EQ(host_of("https://user@WWW.Example.com:80/a?b#c"), "example.com");
  EXPECT_EQ(host_of("example.org"), "example.org");
  EXPECT_EQ(host_of(""), "");
}

TEST(WebAddress, CountriesByTheLastLabel) {
  EXPECT_EQ(country_of_address("https://www.iol.co.za/news/a"), "ZA");
  EXPECT_EQ(country_of_address("https://news.example.co.uk"), "GB");
  EXPECT_EQ(country_of_address("https://example.com/za"), "");
  EXPECT_EQ(country_of_address("https://example.tv"), "");
  EXPECT_EQ(country_of_address(""), "");
}

TEST(WebAddress, OutletsByTableByWordsByHost) {
  EXPECT_EQ(outlet_of("https://www.reuters.com/world/x"), "Reuters");
  EXPECT_EQ(outlet_of("https://edition.cnn.com/2021/x"), "CNN");
  EXPECT_EQ(outlet_of("https://www.westernobserver.com/x"), "Western Observer");
  EXPECT_EQ(outlet_of("https://www.northerncourier.co.uk/x"), "Northern Courier");
  EXPECT_EQ(outlet_of("https://qxzvt.org/x"), "qxzvt.org");
  EXPECT_EQ(outlet_of(""), "");
}

TEST(WebAddress, DatesInThePath) {
  for (const char* url : {"https://a.com/2021/05/18/x", "https://a.com/2021/5/18",
                          "https://a.com/news/2021-05-18/x/1", "https://a.com/20210518-x",
                          "https://a.com/article/18/05/2021/x", "https://a.com/2021/may/18/x",
                          "https://a.com/202105180637.html", "https://a.com/v?ud=20210518000436"}) {
    const auto date = date_of_address(url);
    ASSERT_TRUE(date) << url;
    EXPECT_EQ(to_string(*date), "2021-05-18") << url;
  }
  for (const char* url :
       {"https://a.com/202213450637.html", "https://a.com/2021051806.html",
        "https://a.com/2021/13/45/x", "https://a.com/x?d=2021/05/18", "https://a.com/2021/05/"}) {
    EXPECT_FALSE(date_of_address(url)) << url;
  }
  EXPECT_EQ(year_of_address("https://a.com/2021/05/x"), 2021);
  EXPECT_EQ(year_of_address("https://a.com/x"), 0);
}

}  // namespace
}  // namespace entente
