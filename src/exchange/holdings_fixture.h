// Holdings made in tests: events, and what the stages make of them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "exchange/exchange.h"

namespace entente {

inline const WorldBook& test_book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

struct HeldEvents {
  std::vector<Article> articles;
  std::vector<Event> events;
  std::vector<Tally> tallies;
  Network network;
  Balance balance;

  HeldEvents(std::vector<Article> some_articles, std::vector<Event> some_events)
      : articles(std::move(some_articles)), events(std::move(some_events)) {
    std::ranges::sort(articles, {}, &Article::id);
    tallies = tally(events);
    network = build_network(tallies, {.unknown_actors = true});
    balance = measure_balance(network);
  }
  Holdings holdings() const { return {articles, events, tallies, network, balance, test_book()}; }
};

struct Imported {
  ImportSummary summary;
  std::string error;  // of the file as a whole
  std::vector<Article> articles;
  std::vector<Event> events;
  std::vector<RejectedRow> rejected;

  HeldEvents held() const { return {articles, events}; }
};

inline Imported import_text(std::string_view bytes, ImportOptions options = {}) {
  Imported all;
  auto done = import_events(bytes, test_book(), options, [&](ImportedBatch&& batch) {
    all.articles.insert(all.articles.end(), batch.articles.begin(), batch.articles.end());
    all.events.insert(all.events.end(), batch.events.begin(), batch.events.end());
    all.rejected.insert(all.rejected.end(), batch.rejected.begin(), batch.rejected.end());
  });
  if (done) {
    all.summary = std::move(done).value();
  } else {
    all.error = done.error();
  }
  return all;
}

inline Event held_event(const std::string& id, const std::string& source, const std::string& target,
                        EventType type, Date day, const std::string& mode = "") {
  Event event;
  event.id = id;
  event.document = "story-1";
  for (const auto& [participant, node] :
       {std::pair(&event.source, source), std::pair(&event.target, target)}) {
    participant->actor = {node, node.substr(0, 3), "", node_name(test_book(), node), node};
    participant->text = participant->actor.name;
  }
  event.type = type;
  event.mode = mode;
  if (day != Date{}) event.date = {{day, day, DatePrecision::day}, DateBasis::explicit_};
  event.sentence = event.source.text + " did it to " + event.target.text + ".";
  event.said_by = {{"Gazette", {}}};
  event.confidence = 0.9;
  event.rule = "did-it";
  return event;
}

inline Article held_article() {
  Article article;
  article.id = "story-1";
  article.title = "What, \"who\" & <whom>";
  article.outlet = "Gazette";
  article.author = "A. Writer";
  article.url = "https://gazette.example/1?a=b&c=d";
  article.published = Date{2021, 7, 2};
  article.origin = "story.txt";
  return article;
}

// Four states, friends and enemies over some months.
inline HeldEvents held_system() {
  return {{held_article()},
          {held_event("1", "USA", "GBR", EventType::support, {2021, 5, 3}),
           held_event("2", "GBR", "USA", EventType::aid, {2021, 6, 4}),
           held_event("3", "USA", "RUS", EventType::sanction, {2021, 5, 5}),
           held_event("4", "RUS", "USA", EventType::threaten, {2021, 8, 6}, "violence"),
           held_event("5", "RUS", "CHN", EventType::cooperate, {2021, 6, 7}),
           held_event("6", "CHN", "USA", EventType::accuse, {2021, 7, 8}),
           held_event("7", "CHN", "USA", EventType::consult, {2021, 7, 9}, "visit"),
           held_event("8", "RUS", "GBR", EventType::accuse, Date{})}};
}

}  // namespace entente
