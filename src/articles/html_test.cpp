// Web pages as outlets build them: the story is found, the page around it is not.
#include <gtest/gtest.h>

#include <string>

#include "articles/articles.h"
#include "articles/html_body.h"
#include "articles/html_places.h"
#include "articles/html_tree.h"

namespace entente {
namespace {

constexpr std::string_view kStory =
    "<p>The foreign minister rejected the demand on Tuesday, and the envoys left the capital.</p>"
    "<p>Talks on the border are to go on in May, the ministry said in a statement.</p>"
    "<p>Both governments accuse each other of breaking the truce, which holds since winter.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

Article only(const std::string& html) {
  const ReadArticles read = read_articles(html, "page.html");
  EXPECT_EQ(read.articles.size(), 1u) << (read.problems.empty() ? "" : read.problems[0].message);
  return read.articles.empty() ? Article() : read.articles[0];
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Html, LeavesThePageAroundTheStoryOut) {
  const Article article = only(page(
      "<title>Envoys leave | The Courier</title>",
      "<nav><ul><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>"
      "<div class='has-sidebar'><h1>Envoys leave</h1><div class='entry-content'>" +
          std::string(kStory) +
          "<figure><img src=x.jpg><figcaption>The envoys at the airport, on Monday.</figcaption>"
          "</figure><p>A truce of 1994 is all that binds them, diplomats say.</p>"
          "<div class='share-buttons'>Share this with your friends, please.</div></div>"
          "<div id='comments'><p>I do not believe a word of it, the envoys never came at all."
          "</p></div></div><aside><p>Ten recipes for spring that everybody will love, by our "
          "cook.</p></aside><footer>Copyright The Courier. All rights reserved.</footer>"));
  EXPECT_EQ(article.title, "Envoys leave");
  EXPECT_TRUE(article.text.starts_with("Envoys leave\nThe foreign minister rejected"));
  EXPECT_TRUE(article.text.ends_with("all that binds them, diplomats say."));
  for (const char* other : {"World", "airport", "Share", "believe", "recipes", "Copyright"}) {
    EXPECT_FALSE(holds(article.text, other)) << other;
  }
}

TEST(Html, FindsAStoryWithoutAnyNames) {
  const Article article = only(
      page("<title>Envoys leave</title>",
           "<table><tr><td><a href=1>Home</a><br><a href=2>World news today</a><br><a href=3>Sport"
           "</a></td><td><font size=2>The foreign minister rejected the demand on Tuesday.<br><br>"
           "The envoys left the capital, the ministry said, and talks go on in May.<br><br>"
           "Both accuse each other of breaking the truce.</font></td></tr></table>"));
  EXPECT_EQ(article.text,
            "Envoys leave\nThe foreign minister rejected the demand on Tuesday.\n"
            "The envoys left the capital, the ministry said, and talks go on in May.\n"
            "Both accuse each other of breaking the truce.");
}

TEST(Html, TakesTheLedeAboveTheStory) {
  const Article article = only(page(
      "<title>Envoys leave</title>",
      "<header><h1>Envoys leave</h1><div class='teaser'>After a week of talks, the envoys of both "
      "states have gone home without a word.</div></header><div class='article-body'>" +
          std::string(kStory) + "</div>"));
  EXPECT_TRUE(holds(article.text, "After a week of talks"));
}

TEST(Html, DropsCardsOfOtherStories) {
  const Article article = only(page(
      "<title>Envoys leave</title>",
      "<main><h1>Envoys leave</h1>" + std::string(kStory) +
          "<div class='x1'><h3><a href=/a>Floods destroy the harvest</a></h3><p>Rain has fallen "
          "for "
          "three weeks, and farmers ask for help.</p></div><div class='x1'><h3><a href=/b>Cup "
          "final "
          "is put off again</a></h3><p>The match will be played in June, the league said.</p></div>"
          "</main>"));
  EXPECT_FALSE(holds(article.text, "harvest"));
  EXPECT_FALSE(holds(article.text, "league"));
}

TEST(Html, ReadsTitleAuthorOutletDateAndAddress) {
  const Article article =
      only(page("<title>Envoys leave - The Northern Courier</title>"
                "<link rel=canonical href='https://www.courier.example/world/envoys'>"
                "<meta property='og:site_name' content='The Northern Courier | News and sport'>"
                "<meta name=author content='By Jane Doe'>"
                "<meta property='article:published_time' content='2021-05-18T23:10:00-07:00'>",
                "<h1>The Northern Courier</h1><h1>Envoys leave</h1>" + std::string(kStory)));
  EXPECT_EQ(article.title, "Envoys leave");
  EXPECT_EQ(article.outlet, "The Northern Courier");
  EXPECT_EQ(article.author, "Jane Doe");
  EXPECT_EQ(article.url, "https://www.courier.example/world/envoys");
  EXPECT_EQ(article.published, parse_iso_date("2021-05-18"));
}

TEST(Html, ReadsLinkedDataInGraphsWithLineBreaks) {
  const Article article = only(page(
      "<script type='application/ld+json'>/*<![CDATA[*/ {\"@graph\": [{\"@type\": \"WebPage\"},"
      "{\"@type\": [\"NewsArticle\"], \"headline\": \"Envoys\n leave\", \"author\": "
      "[{\"name\": \"Jane Doe\"}, {\"name\": \"John Roe\"}], \"publisher\": {\"name\": "
      "\"The Courier\"}, \"datePublished\": \"2021-05-18\"}]} /*]]>*/</script>",
      kStory.data()));
  EXPECT_EQ(article.title, "Envoys leave");
  EXPECT_EQ(article.author, "Jane Doe, John Roe");
  EXPECT_EQ(article.outlet, "The Courier");
  EXPECT_EQ(article.published, parse_iso_date("2021-05-18"));
}

TEST(Html, ReadsWhatAReaderSeesNearTheHeading) {
  const Article article = only(page("<title>Envoys leave</title>",
                                    "<h1>Envoys leave</h1><div>By Jane Doe</div><div>Published: 18 "
                                    "May 2021</div><div id=story-text>" +
                                        std::string(kStory) + "</div>"));
  EXPECT_EQ(article.author, "Jane Doe");
  EXPECT_EQ(article.published, parse_iso_date("2021-05-18"));
}

TEST(Html, ReadsDeclaredAndGuessedCharsets) {
  const std::string russian =
      "<p>\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xEE\xF2\xE2\xE5\xF0\xE3 \xF2\xF0\xE5\xE1\xEE\xE2\xE0\xED"
      "\xE8\xE5 \xE2\xEE \xE2\xF2\xEE\xF0\xED\xE8\xEA, \xE8 \xEF\xEE\xF1\xEB\xFB \xF3\xE5\xF5\xE0"
      "\xEB\xE8.</p>";
  const ReadArticles declared =
      read_articles(page("<meta charset=windows-1251>", russian), "page.html");
  ASSERT_EQ(declared.articles.size(), 1u);
  EXPECT_TRUE(declared.problems.empty());
  EXPECT_TRUE(holds(declared.articles[0].text, "Министр отверг требование"));
  EXPECT_TRUE(holds(only(page("", russian + russian)).text, "Министр отверг требование"));
}

TEST(Html, IsKnownByContentNotByName) {
  const std::string html =
      "\n<!-- made by hand -->\n<div><p>The envoys left the capital on Tuesday, "
      "the ministry said.</p></div>";
  EXPECT_FALSE(holds(only(html).text, "<p>"));
  const ReadArticles text = read_articles("The envoys left. <p> is a tag.", "page.html");
  ASSERT_EQ(text.articles.size(), 1u);
  EXPECT_TRUE(holds(text.articles[0].text, "<p> is a tag"));
}

TEST(Html, NamesAPageWithoutAStory) {
  const ReadArticles read = read_articles(
      page("<title>Index</title>", "<ul><li><a href=1>One</a><li><a href=2>Two</a></ul>"),
      "i.html");
  EXPECT_TRUE(read.articles.empty());
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_TRUE(holds(read.problems[0].message, "no article"));
}

TEST(Html, ReadsTheTemplateThatAScriptWouldShow) {
  const Article article =
      only(page("<title>Envoys leave</title>",
                "<div><script type='text/template'>" + std::string(kStory) + "</script></div>"));
  EXPECT_TRUE(holds(article.text, "The foreign minister rejected"));
}

TEST(Html, TakesTheStoryFromLinkedDataWhereThePageShowsLittle) {
  std::string body;
  for (int i = 0; i < 9; ++i) {
    body += "Envoy number " + std::to_string(i) + " left the capital on Tuesday, officials said. ";
  }
  const Article article =
      only(page("<title>Envoys leave</title><script type='application/ld+json'>"
                "{\"@type\": \"NewsArticle\", \"articleBody\": \"" +
                    body + "\"}</script>",
                "<h1>Envoys leave</h1><p>Please wait, the story is loading.</p>"));
  EXPECT_TRUE(holds(article.text, "Envoy number 8 left"));
  EXPECT_FALSE(holds(article.text, "loading"));
}

TEST(HtmlTree, SurvivesDeepNesting) {
  std::string html = "<html><body><p>The envoys left the capital on Tuesday.</p>";
  for (int i = 0; i < 200000; ++i) html += "<div><span>";
  const HtmlTree tree = parse_html(html);
  EXPECT_TRUE(tree.cut);
  EXPECT_LT(tree.nodes.size(), 5000u);
}

TEST(HtmlTree, SurvivesElementsThatMultiply) {
  std::string html = "<html><body><p>";
  for (int i = 0; i < 300; ++i) html += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 20000; ++i) html += "</p><p>word";
  const HtmlTree tree = parse_html(html);
  EXPECT_TRUE(tree.cut);
  EXPECT_TRUE(holds(tree.text_of(0), "word"));
}

TEST(HtmlPlaces, ReadsTheWordsOfNames) {
  EXPECT_EQ(name_words("relatedPosts entry-content_2"),
            (std::vector<std::string>{"related", "posts", "entry", "content"}));
}

}  // namespace
}  // namespace entente
