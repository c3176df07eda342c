#include "articles/json_lines.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(JsonLines, AllFieldsAreRead) {
  const auto [articles, problems, aside] = read_articles(
      R"({"id":"a1","title":"A Border Opens","outlet":"The Daily","author":"Jane Doe",)"
      R"("published":"2021-05-18T10:00:00Z","url":"https://x.example.com/1",)"
      R"("text":"They met.\nThey left."})",
      "f.jsonl");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_TRUE(problems.empty());
  const Article& a = articles[0];
  EXPECT_EQ(a.id, "a1");
  EXPECT_EQ(a.title, "A Border Opens");
  EXPECT_EQ(a.outlet, "The Daily");
  EXPECT_EQ(a.author, "Jane Doe");
  EXPECT_EQ(to_string(*a.published), "2021-05-18");
  EXPECT_EQ(a.url, "https://x.example.com/1");
  EXPECT_EQ(a.text, "A Border Opens\nThey met.\nThey left.");
  EXPECT_EQ(a.origin, "f.jsonl:1");
}

Record lines(std::string bytes, size_t first_line) {
  Record record;
  record.bytes = std::move(bytes);
  record.layout = Record::Layout::json_lines;
  record.origin = "f.jsonl";
  record.first_line = first_line;
  return record;
}

TEST(JsonLines, BadLinesAreReportedAndTheRestIsRead) {
  const auto [articles, problems, aside] = read_record(lines(
      "{\"text\":\"One is here.\"}\n{broken\n[1]\n{\"title\":\"no text\"}\n\n{\"text\":7}\n"
      "{\"text\":\"Two is here.\",\"published\":\"soon\"}\n{\"text\":\"Three \\ud800 is here.\"}\n"
      "{\"text\":\"Four is here.\"}",
      100));
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[2].text, "Four is here.");
  EXPECT_EQ(articles[2].origin, "f.jsonl:108");
  std::vector<std::string> places;
  for (const Problem& problem : problems) places.push_back(problem.where);
  EXPECT_EQ(places, (std::vector<std::string>{"f.jsonl:101", "f.jsonl:102", "f.jsonl:103",
                                              "f.jsonl:105", "f.jsonl:106", "f.jsonl:107"}));
  for (const Problem& problem : problems) {
    EXPECT_EQ(problem.message.find('\n'), std::string::npos);
    EXPECT_GT(problem.message.size(), 20u);
  }
}

TEST(JsonLines, DatesInSecondsAndMilliseconds) {
  const auto result = read_articles(
      "{\"text\":\"It is.\",\"published\":1621332000}\n"
      "{\"text\":\"It was.\",\"published\":1621332000000}",
      "f");
  ASSERT_EQ(result.articles.size(), 2u);
  EXPECT_EQ(to_string(*result.articles[0].published), "2021-05-18");
  EXPECT_EQ(to_string(*result.articles[1].published), "2021-05-18");
}

TEST(JsonLines, OneValueOverSeveralLinesIsRead) {
  EXPECT_EQ(read_articles("{\n \"text\": \"They met.\"\n}\n", "f").articles.size(), 1u);
  const auto array =
      read_articles("[{\"text\":\"They met.\"},\n{\"text\":\"They left.\"}, 3]", "f");
  EXPECT_EQ(array.articles.size(), 2u);
  ASSERT_EQ(array.problems.size(), 1u);
  EXPECT_EQ(array.problems[0].where, "f[2]");
}

TEST(JsonLines, LongLinesAndDeepValuesAreRefusedQuickly) {
  std::string input = "{\"text\":\"" + std::string(50u << 20, 'a') + "\"}\n";
  input += "{\"text\":" + std::string(100000, '[') + "\n{\"text\":\"They met.\"}\n";
  const auto result = read_articles(input, "f");
  EXPECT_EQ(result.articles.size(), 1u);
  ASSERT_EQ(result.problems.size(), 2u);
  EXPECT_EQ(result.problems[0].where, "f:1");
  EXPECT_EQ(result.problems[1].where, "f:2");
}

TEST(JsonLines, DamagedBytesAreReportedOnceAndOneLineOfBinaryHurtsNoOther) {
  const std::string input = "{\"text\":\"They \xFF met.\"}\n{\"text\":\"a\xFF\xFE.\"}\n" +
                            std::string("\0\0\0", 3) + "\n{\"text\":\"They left.\"}";
  const auto result = read_articles(input, "f");
  EXPECT_EQ(result.articles.size(), 3u);
  ASSERT_EQ(result.problems.size(), 2u);
  EXPECT_EQ(result.problems[0].where, "f:1");
  EXPECT_EQ(result.problems[1].where, "f:3");
}

TEST(JsonLines, APartOfAFileIsReadAsJsonWhateverItBeginsWith) {
  const auto result = read_record(lines("nonsense\n{\"text\":\"They met.\"}", 1));
  EXPECT_EQ(result.articles.size(), 1u);
  EXPECT_EQ(result.problems.size(), 1u);
}

TEST(JsonLines, UsualNamesAreKnownAndOthersAreGiven) {
  const auto usual = read_articles(
      R"({"headline":"A Border Opens","content":"They met.","source":{"name":"The Daily"},)"
      R"("authors":["Jane Doe","John Roe"],"publishedAt":"2021-05-18T10:00:00Z"})",
      "f");
  ASSERT_EQ(usual.articles.size(), 1u);
  EXPECT_EQ(usual.articles[0].title, "A Border Opens");
  EXPECT_EQ(usual.articles[0].outlet, "The Daily");
  EXPECT_EQ(usual.articles[0].author, "Jane Doe, John Roe");
  EXPECT_EQ(usual.articles[0].published, parse_iso_date("2021-05-18"));
  ArticleOptions options;
  options.fields = {{"text", "doc.words"}, {"title", "kop"}};
  const auto given =
      read_articles(R"({"kop":"A Border Opens","doc":{"words":"They met."}})", "f", options);
  ASSERT_EQ(given.articles.size(), 1u);
  EXPECT_EQ(given.articles[0].text, "A Border Opens\nThey met.");
}

TEST(JsonLines, TextWithTagsIsReadAsHtml) {
  const auto result = read_articles(
      R"({"text":"<p>They met &amp; left.</p><figure><figcaption>A hall</figcaption></figure>)"
      R"(<p>Talks <b>go</b> on.</p>"})",
      "f");
  ASSERT_EQ(result.articles.size(), 1u);
  EXPECT_EQ(result.articles[0].text, "They met & left.\nTalks go on.");
}

TEST(JsonLines, WhatIsMissingIsNamedWithTheNamesThatAreThere) {
  const auto result = read_articles(R"({"words":"They met.","day":"2021-05-18"})", "f");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_NE(result.problems[0].message.find("day, words"), std::string::npos);
  EXPECT_NE(result.problems[0].message.find("--fields"), std::string::npos);
}

}  // namespace
}  // namespace entente
