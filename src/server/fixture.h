// A small world for the tests of this folder: two camps over half a year, told by two outlets that
// differ about one pair.
#pragma once

#include <string>
#include <vector>

#include "server/collection.h"

namespace entente {

inline const WorldBook& fixture_book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

struct FixtureEvent {
  std::string source, target;
  EventType type;
  Date day;
  std::string outlet;
  std::string issue = "";
  bool mutual = false;
  EventStatus status = EventStatus::happened;
};

struct FixtureNews {
  std::vector<Article> articles;
  std::vector<Event> events;
};

inline Event fixture_event(const FixtureEvent& row, const std::string& document, size_t number) {
  const auto actor = [](const std::string& node) {
    return Actor{node, node, "", node_name(fixture_book(), node), node};
  };
  Event event;
  event.id = "e" + std::to_string(number);
  event.document = document;
  event.source.actor = actor(row.source);
  event.target.actor = actor(row.target);
  event.sentence = row.source + " did <b>something</b> to " + row.target + ".";
  event.source.range = {0, 3};
  event.type = row.type;
  event.mutual = row.mutual;
  event.status = row.status;
  event.issue = row.issue;
  if (!row.issue.empty()) event.stand = Stand::against;
  event.said_by = {{row.outlet, {}}};
  event.date = {{row.day, row.day, DatePrecision::day}, DateBasis::explicit_};
  event.rule = "rule";
  event.confidence = 0.9;
  return event;
}

inline FixtureNews fixture_news() {
  using enum EventType;
  const std::vector<FixtureEvent> rows = {
      {"RUS", "USA", accuse, {2021, 1, 5}, "Gazette"},
      {"USA", "RUS", sanction, {2021, 1, 20}, "Courier"},
      {"CHN", "RUS", support, {2021, 2, 3}, "Gazette"},
      {"RUS", "CHN", cooperate, {2021, 3, 4}, "Courier", "", true},
      {"GBR", "USA", support, {2021, 3, 9}, "Courier"},
      {"USA", "GBR", aid, {2021, 4, 9}, "Gazette"},
      {"CHN", "GBR", threaten, {2021, 4, 11}, "Gazette"},
      {"UZB", "USA", support, {2021, 5, 2}, "Courier"},
      {"UZB", "USA", reject, {2021, 5, 12}, "Gazette", "military bases"},
      {"UZB", "RUS", agree, {2021, 6, 1}, "Gazette"},
      {"RUS", "USA", accuse, {2021, 6, 3}, "Courier", "", false, EventStatus::planned},
      {"GBR", "RUS", assault, {2021, 6, 5}, "Courier"}};
  FixtureNews news;
  for (size_t i = 0; i < rows.size(); ++i) {
    Article article;
    article.id = "a" + std::string(i < 10 ? "0" : "") + std::to_string(i);
    article.outlet = rows[i].outlet;
    article.title = "=SUM(\"" + std::to_string(i) + "\") <script>alert(1)</script>";
    article.published = rows[i].day;
    article.text = "text";
    news.events.push_back(fixture_event(rows[i], article.id, i));
    news.articles.push_back(std::move(article));
  }
  return news;
}

inline std::unique_ptr<Store> fixture_store() {
  auto store = std::move(open_store("memory:")).value();
  const FixtureNews news = fixture_news();
  CHECK(store->put(news.articles, news.events).ok());
  return store;
}

inline std::shared_ptr<const Scene> fixture_scene(const SceneOptions& options = {}) {
  return make_scene(*fixture_store(), fixture_book(), options).value();
}

}  // namespace entente
