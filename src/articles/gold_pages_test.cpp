// The reader of web pages on pages of our own writing, of many layouts (gold/pages).
#include "articles/gold_pages.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr double kMust = 0.93;  // of the words, by F1, on average over the pages

TEST(GoldPages, AreReadWithoutWhatStandsAroundTheStory) {
  const std::vector<GoldPage> pages = read_gold_pages(ENTENTE_ROOT "/gold/pages");
  ASSERT_GE(pages.size(), 12u);
  double sum = 0;
  size_t titles = 0, dates = 0;
  for (const GoldPage& page : pages) {
    const PageScore score = score_page(page, read_articles(page.html, page.file));
    EXPECT_GT(score.f1, 0.6) << page.file;
    sum += score.f1;
    titles += score.title;
    dates += score.date;
  }
  EXPECT_GE(sum / static_cast<double>(pages.size()), kMust);
  EXPECT_EQ(titles, pages.size());
  EXPECT_EQ(dates, pages.size());
}

TEST(GoldPages, AWrongTextScoresLittle) {
  const GoldPage page = read_gold_pages(ENTENTE_ROOT "/gold/pages").front();
  EXPECT_EQ(score_page(page, {}).f1, 0);
  Article all, half;
  all.text = page.html;
  half.text = page.text.substr(0, page.text.size() / 2);
  EXPECT_LT(score_page(page, {{all}, {}, {}}).precision, 0.8);
  EXPECT_LT(score_page(page, {{half}, {}, {}}).recall, 0.6);
}

}  // namespace
}  // namespace entente
