// Lists of what a search found.
#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

Article courier() {
  Article article;
  article.id = "a1";
  article.title = "Tashkent says no";
  article.outlet = "The Steppe Courier";
  article.published = Date{2021, 5, 18};
  return article;
}

TEST(FoundView, ShowsWhereAndTheSentence) {
  const Article article = courier();
  const std::string text = found_view({{article, "Uzbekistan refused the \x1b[31mbases."}},
                                      Format::table, {.width = 60});
  EXPECT_NE(text.find("2021-05-18 \u00b7 The Steppe Courier \u00b7 Tashkent says no\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(FoundView, HasARowForPrograms) {
  const Article article = courier();
  EXPECT_EQ(found_view({{article, "No, it said."}}, Format::csv, {}),
            "document,published,outlet,title,url,sentence\r\n"
            "a1,2021-05-18,The Steppe Courier,Tashkent says no,,\"No, it said.\"\r\n");
}

}  // namespace
}  // namespace entente
