// Articles and events in every format.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/display.h"
#include "views/event_json.h"
#include "views/sample_system.h"
#include "views/text_lines.h"

namespace entente {
namespace {

using Json = nlohmann::json;

TEST(ArticlesView, Table) {
  const Sample sample = small_sample();
  EXPECT_EQ(articles_view(sample.articles, Format::table, {false, 72}),
            "published   outlet          title                       bytes  id\n"
            "────────────────────────────────────────────────────────────────────────\n"
            "2021-07-02  Steppe Courier  Washington looks for a…       368  article-1\n"
            "2021-07-19  Neva Dispatch   Moscow tells its allies…      180  article-2\n");
}

TEST(ArticlesView, JsonLinesCanBeReadAgain) {
  const Sample sample = small_sample();
  const auto lines = lines_of(articles_view(sample.articles, Format::jsonl, {}));
  ASSERT_EQ(lines.size(), 2u);
  const Json article = Json::parse(lines[0]);
  EXPECT_EQ(article["id"], "article-1");
  EXPECT_EQ(article["published"], "2021-07-02");
  EXPECT_EQ(article["text"], sample.articles[0].text);
}

TEST(ArticlesView, UnknownDatesAreNullOrEmpty) {
  const std::vector<Article> articles(1);
  EXPECT_TRUE(Json::parse(articles_view(articles, Format::jsonl, {}))["published"].is_null());
  EXPECT_EQ(articles_view(articles, Format::csv, {}),
            "id,title,outlet,author,published,url,bytes\r\n,,,,,,0\r\n");
}

TEST(EventsView, Table) {
  std::vector<Event> events = small_sample().events;
  events[1].status = EventStatus::planned;
  events[2].date = {};
  EXPECT_EQ(events_view(events, Format::table, {false, 64}),
            "date        source        target        deed\n"
            "────────────────────────────────────────────────────────────────\n"
            "2021-06-30  Uzbekistan    United Stat…  - REJECT assist\n"
            "            Uzbekistan will not host American troops on its…\n"
            "2021-07-01  United Stat…  Uzbekistan    + CONSULT visit…\n"
            "            …State Antony Blinken received Uzbek Foreign…\n"
            "undated     Russia        United Stat…  - REJECT change\n"
            "            …Minister Sergei Ryabkov ruled out any American…\n");
}

TEST(EventsView, NoLineIsWiderThanTheTerminal) {
  const Sample sample = large_sample();
  for (int width : {40, 64, 80, 100, 200}) {
    for (const std::string& line :
         lines_of(events_view(sample.events, Format::table, {true, width}))) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(EventsView, JsonAndJsonLinesAreTheSameEvents) {
  const Sample sample = large_sample();
  const Json array = Json::parse(events_view(sample.events, Format::json, {}));
  const auto lines = lines_of(events_view(sample.events, Format::jsonl, {}));
  ASSERT_EQ(array.size(), lines.size());
  ASSERT_EQ(lines.size(), sample.events.size());
  for (size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(array[i], Json::parse(lines[i]));
}

TEST(EventsView, CsvHasOneColumnAValue) {
  const std::vector<Event> events = {small_sample().events[0]};
  const auto lines = lines_of(events_view(events, Format::csv, {}));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1],
            "article-1-1,article-1,2021-06-30,2021-06-30,day,explicit,UZB,UZB,,Uzbekistan,"
            "Uzbekistan,USA,USA,,United States,American,REJECT,assist,3,-1.5,-1,happened,false,"
            "Steppe Courier; Uzbek Foreign Ministry,military bases,not host,0.9,55,219,"
            "\"Uzbekistan will not host American troops on its soil, the Foreign Ministry in "
            "Tashkent said on Wednesday, citing the military doctrine that rules out foreign "
            "bases.\"\r");
}

TEST(EventsView, EscapeSequencesInTextDoNotReachTheTerminal) {
  std::vector<Event> events = {small_sample().events[0]};
  events[0].sentence = "\x1b]0;title\x07 \x1b[2J refused";
  events[0].source.actor.name = "\x1b[31mX";
  EXPECT_EQ(events_view(events, Format::table, {false, 80}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace entente
