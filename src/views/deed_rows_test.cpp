#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

class DeedRows : public testing::Test {
 protected:
  DeedRows() {
    for (const char* id : {"a", "b"}) {
      Event event;
      event.id = std::string("event-") + id;
      event.document = id;
      event.sentence = "Russia bombed a bridge.";
      event.source.actor.node = event.source.actor.name = "RUS";
      event.target.actor.node = event.target.actor.name = "UKR";
      event.type = EventType::assault;
      events_.push_back(event);
      Article article;
      article.id = id;
      article.outlet = std::string("Courier ") + id;
      article.published = Date{2023, 7, 17};
      articles_.push_back(article);
    }
    events_[1].status = EventStatus::denied;
  }
  std::vector<Event> events_;
  std::vector<Article> articles_;
};

TEST_F(DeedRows, ADeedHasItsReportsAndWhoDiffers) {
  const std::string text = deeds_view({{0, 1}}, events_, articles_, Format::jsonl, {});
  EXPECT_NE(text.find(R"("reports":2,"first_told_by":"Courier a","first_told_on":"2023-07-17")"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("told_by":["Courier a","Courier b"],"differs":["Courier b: denied"])"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("events":["event-a","event-b"])"), std::string::npos);
}

TEST_F(DeedRows, TheTableListsEachReport) {
  const std::string text = deeds_view({{0, 1}}, events_, articles_, Format::table, {});
  EXPECT_NE(text.find("2 reports"), std::string::npos) << text;
  EXPECT_NE(text.find("Courier b, 2023-07-17: Russia bombed a bridge."), std::string::npos);
  EXPECT_NE(text.find("differs: Courier b: denied"), std::string::npos);
}

}  // namespace
}  // namespace entente
