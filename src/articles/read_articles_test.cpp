#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "articles/articles.h"

namespace entente {
namespace {

std::string only_problem(std::string_view bytes) {
  const ReadArticles result = read_articles(bytes, "a.txt");
  EXPECT_TRUE(result.articles.empty());
  EXPECT_EQ(result.problems.size(), 1u);
  return result.problems.empty() ? ""
                                 : result.problems[0].where + ": " + result.problems[0].message;
}

TEST(ReadArticles, EmptyAndBinaryInputIsReported) {
  EXPECT_EQ(only_problem(""), "a.txt: the file is empty; leave it out");
  EXPECT_EQ(only_problem(" \n\t\n"), "a.txt: the file is empty; leave it out");
  EXPECT_NE(only_problem(std::string("\x7F"
                                     "ELF\0\0\0\0",
                                     8))
                .find("binary"),
            std::string::npos);
  EXPECT_NE(only_problem("%PDF-1.7\n%").find("a PDF file"), std::string::npos);
  EXPECT_NE(only_problem("Advertisement\nShare this\n").find("nothing is left"), std::string::npos);
}

TEST(ReadArticles, ALongLineOfTextIsRefusedWithItsPlace) {
  const std::string message =
      only_problem("A line.\n" + std::string(50u << 20, 'a') + "\nThe end.\n");
  EXPECT_EQ(message.rfind("a.txt:2: ", 0), 0u) << message.substr(0, 100);
}

TEST(ReadArticles, TheSameTextHasTheSameId) {
  const auto id = [](std::string_view text) { return read_articles(text, "x").articles[0].id; };
  EXPECT_EQ(id("They met on Monday."), id("They met  on Monday.\n"));
  EXPECT_NE(id("They met on Monday."), id("They met on Tuesday."));
  EXPECT_NE(id("They met on Monday."), id("https://a.example.com/1\nThey met on Monday."));
  EXPECT_EQ(id("They met on Monday.").size(), 16u);
}

TEST(ReadArticles, OriginIsKept) {
  EXPECT_EQ(read_articles("They met.", "folder/a.txt").articles[0].origin, "folder/a.txt");
}

TEST(ReadArticles, EveryPrefixOfABytePatternIsSafe) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  bytes = "{\"text\": \"" + bytes + "\"}\n[{" + bytes + "\xFF\xFE" + bytes;
  for (size_t begin = 0; begin < bytes.size(); begin += 3) {
    for (size_t size = 0; size < bytes.size() - begin; size += 7) {
      read_articles(std::string_view(bytes).substr(begin, size), "x");
    }
  }
}

TEST(ReadArticles, RealArticlesKeepTheirWords) {
  const std::filesystem::path folder = ENTENTE_ROOT "/../shared/data/articles";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real articles in " << folder;
  size_t articles = 0, dated = 0, in = 0, out = 0;
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    const auto result = read_articles(bytes.str(), entry.path().string());
    ASSERT_EQ(result.articles.size(), 1u) << entry.path();
    EXPECT_TRUE(result.problems.empty()) << entry.path();
    const Article& article = result.articles[0];
    EXPECT_FALSE(article.outlet.empty()) << entry.path();
    EXPECT_FALSE(article.url.empty()) << entry.path();
    ids.insert(article.id);
    ++articles;
    dated += article.published.has_value();
    in += bytes.str().size();
    out += article.text.size();
  }
  EXPECT_EQ(ids.size(), articles);
  EXPECT_GT(articles, 100u);
  EXPECT_GT(dated * 5, articles);  // a fifth shows its date
  EXPECT_GT(out * 100, in * 93);   // addresses, credits and odd bytes, no more
}

}  // namespace
}  // namespace entente
