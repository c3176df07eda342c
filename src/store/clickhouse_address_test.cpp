// Addresses, credentials and cells of ClickHouse: what needs no server.
#include "store/clickhouse_address.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "store/clickhouse_connection.h"
#include "store/clickhouse_rows.h"
#include "store/generated_events.h"
#include "store/scratch_folder.h"

namespace entente {
namespace {

ClickHouseAddress address(const std::string& text) {
  auto read = read_clickhouse_address(text);
  EXPECT_TRUE(read.ok()) << text << ": " << read.error();
  return read.ok() ? std::move(read).value() : ClickHouseAddress();
}

TEST(ClickHouseAddress, NamesHostPortAndDatabase) {
  EXPECT_EQ(address("clickhouse://db1/news").url(0), "http://db1:8123");
  EXPECT_EQ(address("clickhouse://db1:9123/news").url(0), "http://db1:9123");
  EXPECT_EQ(address("https://db1/news").url(0), "https://db1:8443");
  EXPECT_EQ(address("http://db1/news").database, "news");
  const ClickHouseAddress cluster = address("clickhouse://a:1,b:2/news?cluster=pair&replicated");
  EXPECT_EQ(cluster.url(1), "http://b:2");
  EXPECT_EQ(cluster.cluster, "pair");
  EXPECT_TRUE(cluster.replicated);
}

TEST(ClickHouseAddress, WhatIsNoneIsRefusedWithTheRemedy) {
  for (const char* text :
       {"clickhouse://", "clickhouse://db1", "clickhouse://db1/", "clickhouse:///news",
        "clickhouse://db1/no-name", "clickhouse://a,b/news", "clickhouse://db1/news?replicated",
        "clickhouse://db1/news?x=1", "clickhouse://db1/news?cluster=a'b", "clickhouse://a b/news",
        "https://db1/a;DROP"}) {
    const auto read = read_clickhouse_address(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_NE(read.error().find("clickhouse://host:8123/database"), std::string::npos) << text;
  }
}

TEST(ClickHouseAddress, PasswordsAreNotTakenFromIt) {
  const auto read = read_clickhouse_address("clickhouse://anna:secret@db1/news");
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().find("ENTENTE_CLICKHOUSE_PASSWORD"), std::string::npos);
  EXPECT_EQ(read.error().find("secret"), std::string::npos);
}

TEST(ClickHouseAddress, CredentialsComeFromTheEnvironmentOrAFile) {
  const ScratchFolder folder;
  std::ofstream(folder.file("config")) << "user = anna\npassword = a=b c\n";
  setenv("ENTENTE_CLICKHOUSE_CONFIG", folder.file("config").c_str(), 1);
  unsetenv("ENTENTE_CLICKHOUSE_USER");
  EXPECT_EQ(address("clickhouse://db1/news").user, "anna");
  EXPECT_EQ(address("clickhouse://db1/news").password, "a=b c");
  setenv("ENTENTE_CLICKHOUSE_USER", "bert", 1);
  setenv("ENTENTE_CLICKHOUSE_PASSWORD", "word", 1);
  EXPECT_EQ(address("clickhouse://db1/news").user, "bert");
  EXPECT_EQ(address("clickhouse://db1/news").password, "word");
  unsetenv("ENTENTE_CLICKHOUSE_USER");
  unsetenv("ENTENTE_CLICKHOUSE_PASSWORD");
  unsetenv("ENTENTE_CLICKHOUSE_CONFIG");
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells = {""};
  for (const char c : line.substr(0, line.size() - 1)) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) cell = from_tab_cell(cell);
  return cells;
}

TEST(ClickHouseRows, ComeBackExactly) {
  const GeneratedBatch batch = generated_batch(3, 5, 40);
  for (const Event& event : batch.events) {
    const auto back = clickhouse_event(cells_of(clickhouse_row(event, 1.5, 7)));
    ASSERT_TRUE(back);
    EXPECT_EQ(parts(*back), parts(event));
  }
  for (const Article& article : batch.articles)
    EXPECT_EQ(parts(*clickhouse_article(cells_of(clickhouse_row(article, 7)))), parts(article));
}

TEST(ClickHouseStore, ThatCannotBeReachedSaysSo) {
  const auto store = open_store("clickhouse://127.0.0.1:1/news");
  ASSERT_FALSE(store.ok());
  EXPECT_NE(store.error().find("127.0.0.1:1 cannot be reached"), std::string::npos)
      << store.error();
}

}  // namespace
}  // namespace entente
