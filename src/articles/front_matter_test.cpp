#include "articles/front_matter.h"

#include <gtest/gtest.h>

#include "articles/credits.h"
#include "articles/outlet_names.h"

namespace entente {
namespace {

constexpr const char* kBody = "The two governments agreed on Monday to open the border again.";

Article read(std::string_view text, const ArticleOptions& options = {}) {
  const ReadArticles result = read_articles(text, "a.txt", options);
  EXPECT_EQ(result.articles.size(), 1u);
  return result.articles.empty() ? Article{} : result.articles[0];
}

std::string date_of(const Article& article) {
  return article.published ? to_string(*article.published) : "none";
}

TEST(FrontMatter, LabelledLines) {
  const Article article = read(std::string("Title: A Border Opens\nOutlet: The Steppe Herald\n"
                                           "Author: Jane Doe\nPublished: 18 May 2021\n\n") +
                               kBody);
  EXPECT_EQ(article.title, "A Border Opens");
  EXPECT_EQ(article.outlet, "The Steppe Herald");
  EXPECT_EQ(article.author, "Jane Doe");
  EXPECT_EQ(date_of(article), "2021-05-18");
  EXPECT_EQ(article.text, std::string("A Border Opens\n") + kBody);
}

TEST(FrontMatter, AddressTitleBylineDateline) {
  const Article article =
      read(std::string("https://www.reuters.com/world/2021/05/18/x\n\nA Border Opens\n"
                       "By Jane Doe and John Roe, Staff Writers\n\nTASHKENT, May 17 (Xinhua) - ") +
           kBody);
  EXPECT_EQ(article.url, "https://www.reuters.com/world/2021/05/18/x");
  EXPECT_EQ(article.outlet, "Reuters");
  EXPECT_EQ(article.author, "Jane Doe and John Roe");
  EXPECT_EQ(date_of(article), "2021-05-18");
  EXPECT_EQ(article.text, std::string("A Border Opens\n") + kBody);
}

TEST(FrontMatter, LinesWithBars) {
  const Article article =
      read(std::string("A Border Opens\nJane Doe | The Daily | 5 May 2021\n") + kBody);
  EXPECT_EQ(article.author, "Jane Doe");
  EXPECT_EQ(article.outlet, "The Daily");
  EXPECT_EQ(date_of(article), "2021-05-05");
  EXPECT_EQ(article.title, "A Border Opens");
}

TEST(FrontMatter, OutletAndDateOnTheirOwnLines) {
  const Article article =
      read(std::string("The Northern Courier\n12 July 2021\nA Border Opens\n\n") + kBody);
  EXPECT_EQ(article.outlet, "The Northern Courier");
  EXPECT_EQ(date_of(article), "2021-07-12");
  EXPECT_EQ(article.title, "A Border Opens");
  EXPECT_EQ(read(std::string("A Border Opens\nSahel Daily, 3 August 2023\n") + kBody).outlet,
            "Sahel Daily");
}

TEST(FrontMatter, TheOutletBehindTheTitle) {
  const Article article = read(std::string("A Border Opens | The Northern Courier\n\n") + kBody);
  EXPECT_EQ(article.title, "A Border Opens");
  EXPECT_EQ(article.outlet, "The Northern Courier");
}

TEST(FrontMatter, OpenYearOfADateline) {
  const std::string text = std::string("TASHKENT, May 17 (Xinhua) - ") + kBody;
  EXPECT_EQ(date_of(read(text)), "none");
  EXPECT_EQ(read(text).outlet, "Xinhua");
  ArticleOptions options;
  options.published = Date{2021, 5, 20};
  EXPECT_EQ(date_of(read(text, options)), "2021-05-17");
  EXPECT_EQ(date_of(read("https://a.example.com/2020/05/x\n" + text)), "2020-05-17");
  EXPECT_EQ(date_of(read(text + "\n\xC2\xA9 2019 Xinhua. All rights reserved.")), "2019-05-17");
}

TEST(FrontMatter, DefaultsFillOnlyWhatIsMissing) {
  ArticleOptions options;
  options.outlet = "The Default";
  options.published = Date{2020, 1, 1};
  const Article bare = read(kBody, options);
  EXPECT_EQ(bare.outlet, "The Default");
  EXPECT_EQ(date_of(bare), "2020-01-01");
  const Article told = read(std::string("Source: Reuters\nDate: 2021-02-03\n") + kBody, options);
  EXPECT_EQ(told.outlet, "Reuters");
  EXPECT_EQ(date_of(told), "2021-02-03");
}

struct Head {
  const char* lines;
  const char* outlet;
  const char* author;
  const char* date;
};

// What newspapers print above a story, in the orders they print it.
constexpr Head kHeads[] = {
    {"A Border Opens\nBy Jane Doe\nThe Steppe Courier, Almaty\nPublished: 11 May 2021\n\n",
     "The Steppe Courier", "Jane Doe", "2021-05-11"},
    {"A Border Opens\n\nThe Steppe Courier | Almaty\nBy Jane Doe, security correspondent\n"
     "Published: May 11, 2021\n\n",
     "The Steppe Courier", "Jane Doe", "2021-05-11"},
    {"A Border Opens\nFrom our staff reporter\nThe Steppe Courier\n11 May 2021\n\n",
     "The Steppe Courier", "", "2021-05-11"},
    {"A Border Opens\nFrom Our Own Correspondent in Tashkent\nMay 11, 2021\n\n", "", "",
     "2021-05-11"},
    {"11 May 2021\nThe Steppe Courier\n\nA Border Opens\n\nBy JANE DOE\n\n", "The Steppe Courier",
     "JANE DOE", "2021-05-11"},
    {"A Border Opens\n\nAnalysis\nBy Jane Doe, Quarterly of Border Affairs, Vienna\n"
     "Published: 11 May 2021\n\n",
     "Quarterly of Border Affairs", "Jane Doe", "2021-05-11"},
    {"A Border Opens\nBy Jane Doe, Almaty Compass\nPublished: 11 May 2021\n\n", "Almaty Compass",
     "Jane Doe", "2021-05-11"},
    {"A Border Opens\nBy staff writer, Steppe Monitor (Almaty)\nPublished: 11 May 2021\n\n",
     "Steppe Monitor", "", "2021-05-11"},
    {"A Border Opens\nAlmaty Compass\nBy Jane Doe\nPublished: 11 May 2021\n\n", "Almaty Compass",
     "Jane Doe", "2021-05-11"},
    {"A Border Opens\nJane Doe\nPublished: 11 May 2021\n\n", "", "Jane Doe", "2021-05-11"},
    {"A Border Opens\nComment by Jane Doe\nReview of the Steppe (Almaty)\nTuesday, 11 May 2021\n\n",
     "Review of the Steppe", "Jane Doe", "2021-05-11"},
    {"A Border Opens\nMinisters agree after a year of talks.\nBy Jane Doe\n2021-05-11\n\n", "",
     "Jane Doe", "2021-05-11"},
    {"https://www.dawn.com/news/1\nA Border Opens\nJane Doe Published May 11, 2021\n\n", "Dawn",
     "Jane Doe", "2021-05-11"},
    {"A Border Opens\nBy Reuters Staff\nMay 11, 2021 10:30 AM\n5 Min Read\n\n", "Reuters", "",
     "2021-05-11"},
    {"A Border Opens\nBy The Associated Press\nUpdated May 12, 2021, 5:30 p.m. ET\n\n",
     "The Associated Press", "", "2021-05-12"},
    {"A Border Opens\nBy Jane Doe and John Roe | The Steppe Courier, Almaty\nPublished: 11 May "
     "2021\n\n",
     "The Steppe Courier", "Jane Doe and John Roe", "2021-05-11"},
    {"A Border Opens\nThe Steppe Courier, Almaty, 11 May 2021\n\n", "The Steppe Courier", "",
     "2021-05-11"},
    {"A Border Opens\n\nALMATY, May 11, 2021 (Reuters) - ", "Reuters", "", "2021-05-11"},
    {"A Border Opens\nPublished: 11 May 2021\nALMATY, May 11 (Reuters) - ", "Reuters", "",
     "2021-05-11"},
    {"A Border Opens\nPublished: 11 May 2021\nALMATY. ", "", "", "2021-05-11"},
};

TEST(FrontMatter, HeadsInAnyOrder) {
  for (const Head& head : kHeads) {
    const Article article = read(std::string(head.lines) + kBody + "\n\nIt was not the first.");
    EXPECT_EQ(article.title, "A Border Opens") << head.lines;
    EXPECT_EQ(article.outlet, head.outlet) << head.lines;
    EXPECT_EQ(article.author, head.author) << head.lines;
    EXPECT_EQ(date_of(article), head.date) << head.lines;
    EXPECT_NE(article.text.find(std::string("\n") + kBody), std::string::npos) << head.lines;
    EXPECT_EQ(article.text.find("Doe"), std::string::npos) << article.text;
  }
}

TEST(FrontMatter, AStandfirstAboveTheBylineStays) {
  const Article article =
      read(std::string("A Border Opens\nMinisters agree after a year of talks.\nBy Jane Doe\n\n") +
           kBody);
  EXPECT_EQ(article.text,
            std::string("A Border Opens\nMinisters agree after a year of talks.\n") + kBody);
}

TEST(FrontMatter, AnImprintBelow) {
  const Article article =
      read(std::string("A Border Opens\n\n") + kBody + "\n\nPublished in Dawn, May 12th, 2021");
  EXPECT_EQ(article.outlet, "Dawn");
  EXPECT_EQ(date_of(article), "2021-05-12");
}

TEST(FrontMatter, AFirstSentenceIsNoTitle) {
  const Article article = read(std::string(kBody) + "\nThe agreement was signed in the capital.");
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.text, std::string(kBody) + "\nThe agreement was signed in the capital.");
}

TEST(Credits, SentencesAreNoCredits) {
  for (const char* line :
       {"By Tuesday the troops had left the valley.", "By May 2021 most of them were gone",
        "Source of the trouble: the border, he said, and those who guard it for the other side, "
        "who have for years refused every inspection and every talk about a common guard.",
        "The talks began on 5 May 2021", "Russia said no", "Turkey: a reluctant ally",
        "By early May, the troops had left", "By Sea and Air, Migrants Keep Coming to Europe",
        "From a distance the base looks empty", "Published reports of the talks were wrong"}) {
    EXPECT_FALSE(read_credits(line)) << line;
  }
}

TEST(Credits, Bylines) {
  for (const char* line :
       {"By Jane Doe", "BY JANE DOE", "By Jane Doe in Moscow", "By Jane Doe | 5 May 2021",
        "Written by Jane Doe, senior correspondent"}) {
    const auto credits = read_credits(line);
    ASSERT_TRUE(credits) << line;
    EXPECT_EQ(credits->author.size(), 8u) << line;
  }
}

TEST(OutletNames, OutletsAndPeopleAreToldApart) {
  EXPECT_TRUE(is_outlet_name("The Northern Courier"));
  EXPECT_TRUE(is_outlet_name("Xinhua"));
  EXPECT_FALSE(is_outlet_name("Times are hard"));
  EXPECT_TRUE(is_person_name("Jane M. Doe"));
  EXPECT_TRUE(is_person_name("Abdulla al-Thani"));
  EXPECT_FALSE(is_person_name("Sahel Daily"));
  EXPECT_FALSE(is_person_name("Troops leave"));
}

}  // namespace
}  // namespace entente
