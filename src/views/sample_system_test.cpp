// The sample world, and a test that its marks are sound.
#include "views/sample_system.h"

#include <gtest/gtest.h>

#include "views/sample_sentences.h"

namespace entente {

namespace {

struct Marked {
  std::string text;
  Range source, deed, target;
  std::vector<Range> speakers;
};

Marked read_marks(std::string_view marked) {
  Marked result;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '{') {
      result.text += marked[i];
      continue;
    }
    const size_t end = marked.find('}', i);
    const auto begin = static_cast<uint32_t>(result.text.size());
    result.text += marked.substr(i + 3, end - i - 3);
    const Range range{begin, static_cast<uint32_t>(result.text.size())};
    switch (marked[i + 1]) {
      case 's': result.source = range; break;
      case 'd': result.deed = range; break;
      case 't': result.target = range; break;
      default: result.speakers.push_back(range);
    }
    i = end;
  }
  return result;
}

Actor sample_actor(std::string_view code) {
  Actor actor;
  actor.code = actor.node = code;
  const bool organisation = code == "CSTO" || code == "TALIBAN" || code == "EU" || code == "NATO";
  if (!organisation) actor.country = code;
  actor.name = node_name(sample_book(), code);
  return actor;
}

std::vector<Article> sample_articles() {
  std::vector<Article> articles;
  for (size_t i = 0; i < std::size(kSampleArticles); ++i) {
    const SampleArticle& row = kSampleArticles[i];
    Article article;
    article.id = "article-" + std::to_string(i + 1);
    article.title = row.title;
    article.outlet = row.outlet;
    article.published = parse_iso_date(row.published);
    article.url = row.url;
    article.text = article.title + "\n";
    articles.push_back(article);
  }
  return articles;
}

void take_events(Sample& sample, const SampleEvent* rows, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    Event event = sample_event(rows[i]);
    event.id = event.document + "-" + std::to_string(i + 1);
    event.sentence_index = static_cast<uint32_t>(i);
    std::string& text = sample.articles[static_cast<size_t>(rows[i].article - 1)].text;
    const auto begin = static_cast<uint32_t>(text.size());
    text += event.sentence + "\n";
    event.sentence_range = {begin, begin + static_cast<uint32_t>(event.sentence.size())};
    sample.events.push_back(std::move(event));
  }
}

Tie tie(uint32_t first, uint32_t second, double to_second, double to_first, double friendly,
        double hostile, uint32_t events) {
  Tie tie;
  tie.first = first;
  tie.second = second;
  tie.first_to_second = to_second;
  tie.second_to_first = to_first;
  tie.friendly = friendly;
  tie.hostile = hostile;
  tie.events = events;
  tie.from = {2021, 6, 1};
  tie.to = {2021, 7, 1};
  return tie;
}

}  // namespace

const WorldBook& sample_book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

Event sample_event(const SampleEvent& row) {
  const Marked marked = read_marks(row.text);
  Event event;
  event.id = "event";
  event.document = "article-" + std::to_string(row.article);
  event.sentence = marked.text;
  auto named = [&](std::string_view code, Range range) {
    return Participant{sample_actor(code), range, std::string(slice(event.sentence, range))};
  };
  event.source = named(row.source, marked.source);
  event.target = named(row.target, marked.target);
  event.deed = marked.deed;
  event.type = row.type;
  event.mode = row.mode;
  event.status = row.status;
  event.issue = row.issue;
  event.confidence = row.confidence;
  event.rule = std::string(slice(event.sentence, marked.deed));
  event.said_by.push_back(
      {std::string(kSampleArticles[static_cast<size_t>(row.article - 1)].outlet), {}});
  for (size_t i = 0; i < row.said_by.size(); ++i) {
    event.said_by.push_back(
        {row.said_by[i], i < marked.speakers.size() ? marked.speakers[i] : Range{}});
  }
  if (const auto day = parse_iso_date(row.date)) {
    event.date = {{*day, *day, DatePrecision::day}, DateBasis::explicit_};
  }
  return event;
}

Sample large_sample() {
  Sample sample;
  sample.articles = sample_articles();
  take_events(sample, kSampleEvents, std::size(kSampleEvents));
  sample.network = build_network(tally(sample.events));
  sample.balance = measure_balance(sample.network);
  return sample;
}

Sample small_sample() {
  Sample sample;
  sample.articles = sample_articles();
  sample.articles.resize(2);
  take_events(sample, kSampleEvents, 3);
  sample.network.actors = {{"CHN", 4}, {"RUS", 20}, {"USA", 24}, {"UZB", 12}};
  sample.network.ties = {tie(0, 3, 6, 0, 6, 0, 2), tie(1, 2, -20, -10, 0, 30, 5),
                         tie(1, 3, 8, 4, 12, 0, 3), tie(2, 3, 10, -2, 10, 2, 4)};
  Balance& balance = sample.balance;
  balance.camp = {1, 1, 0, 1};
  balance.certain = {true, true, true, false};
  balance.frustration = 2;
  balance.lower_bound = 2;
  balance.proven = true;
  balance.total_weight = 16;
  balance.frustrated = {3};
  balance.triads = {{3, 2, 1, TriadKind::torn_friend, 3}};
  Contested torn;
  torn.actor = 3;
  torn.between = 2;
  torn.friendly_own = 6.5;
  torn.friendly_other = 3;
  torn.pull_own = 6.5;
  torn.pull_other = 3;
  torn.cost_of_move = 1.5;
  torn.courted_by_both = true;
  balance.contested = {torn};
  balance.implied = {{0, 1, 2.5, {3}}, {0, 2, -0.5, {3}}};
  return sample;
}

TEST(SampleSystem, MarksPointIntoTheSentences) {
  const Sample sample = large_sample();
  EXPECT_GE(sample.events.size(), 40u);
  EXPECT_GE(sample.network.actors.size(), 12u);
  for (const Event& event : sample.events) {
    EXPECT_FALSE(event.source.text.empty()) << event.sentence;
    EXPECT_FALSE(event.target.text.empty()) << event.sentence;
    EXPECT_FALSE(slice(event.sentence, event.deed).empty()) << event.sentence;
    for (size_t i = 1; i < event.said_by.size(); ++i) {
      EXPECT_FALSE(event.said_by[i].range.empty()) << event.sentence;
    }
  }
}

}  // namespace entente
