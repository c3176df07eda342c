// What every store does, run against each kind.
#include "store/store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "store/generated_events.h"
#include "store/scratch_folder.h"
#include "store/store_contract.h"

namespace entente {
namespace {

std::unique_ptr<Store> opened(const std::string& address) {
  auto store = open_store(address);
  EXPECT_TRUE(store.ok()) << store.error();
  return std::move(store).value();
}

class AnyStore : public testing::TestWithParam<std::string> {
 protected:
  std::vector<Event> events(const EventFilter& filter = {}) {
    auto found = store_->events(filter);
    EXPECT_TRUE(found.ok()) << found.error();
    return std::move(found).value();
  }
  std::vector<std::string> ids(const EventFilter& filter) {
    std::vector<std::string> found;
    for (const Event& event : events(filter)) found.push_back(event.id);
    return found;
  }
  std::vector<Article> articles() { return store_->articles().value(); }
  void put(const std::vector<Article>& a, const std::vector<Event>& e) {
    const auto done = store_->put(a, e);
    ASSERT_TRUE(done.ok()) << done.error();
  }

  ScratchFolder folder_;
  std::unique_ptr<Store> store_ =
      opened(GetParam() == "memory" ? "memory:" : folder_.file("entente.db"));
};

INSTANTIATE_TEST_SUITE_P(Kinds, AnyStore, testing::Values("memory", "sqlite"),
                         [](const auto& test) { return test.param; });

Article article(const std::string& id, const std::string& text = "text") {
  Article made;
  made.id = id;
  made.text = text;
  return made;
}

Event event(const std::string& document, const std::string& id, const std::string& source,
            const std::string& target, Date day = {}) {
  Event made;
  made.document = document;
  made.id = id;
  made.source.actor.node = source;
  made.target.actor.node = target;
  if (day != Date{}) made.date = {{day, day, DatePrecision::day}, DateBasis::explicit_};
  return made;
}

using Ids = std::vector<std::string>;

TEST_P(AnyStore, BeginsEmpty) {
  EXPECT_TRUE(articles().empty());
  EXPECT_TRUE(events().empty());
  EXPECT_TRUE(store_->tallies({}).value().empty());
  EXPECT_FALSE(store_->article("a").value().has_value());
  put({}, {});
  EXPECT_TRUE(articles().empty());
}

TEST_P(AnyStore, GivesArticlesById) {
  EventMaker maker(1);
  const Article b = maker.article("b"), a = maker.article("a"), c = maker.article("c");
  put({b, a}, {});
  put({c}, {});
  EXPECT_TRUE(same(articles(), {a, b, c}));
  EXPECT_EQ(parts(*store_->article("b").value()), parts(b));
  EXPECT_FALSE(store_->article("d").value().has_value());
}

TEST_P(AnyStore, TellsNoDateOfPublicationFromAnOddOne) {
  Article odd = article("odd"), none = article("none");
  odd.published = Date{};
  put({odd, none}, {});
  EXPECT_EQ(store_->article("odd").value()->published, Date{});
  EXPECT_EQ(store_->article("none").value()->published, std::nullopt);
}

TEST_P(AnyStore, GivesEventsBackExactly) {
  const GeneratedBatch batch = generated_batch(2, 20, 50);
  put(batch.articles, batch.events);
  std::vector<Event> expected = batch.events;
  std::ranges::sort(expected, [](const Event& a, const Event& b) {
    return std::tie(a.date.range.from, a.id, a.document) <
           std::tie(b.date.range.from, b.id, b.document);
  });
  EXPECT_TRUE(same(events(), expected));
}

TEST_P(AnyStore, KeepsConfidenceThatIsNoNumber) {
  Event odd = event("a", "1", "A", "B");
  odd.confidence = std::numeric_limits<double>::quiet_NaN();
  put({article("a")}, {odd});
  EXPECT_TRUE(std::isnan(events().at(0).confidence));
  EXPECT_EQ(store_->tallies({}).value().at(0).friendly, 0);
}

TEST_P(AnyStore, SortsByDateThenId) {
  put({article("a"), article("b")},
      {event("a", "4", "A", "B", {2021, 2, 1}), event("b", "3", "A", "B", {2021, 10, 1}),
       event("a", "2", "A", "B", {2021, 2, 1}), event("b", "1", "A", "B"),
       event("a", "0", "A", "B", {1956, 12, 31})});
  EXPECT_EQ(ids({}), (Ids{"1", "0", "2", "4", "3"}));
}

TEST_P(AnyStore, ReplacingAnArticleReplacesItsEvents) {
  put({article("a", "old"), article("b")},
      {event("a", "1", "A", "B"), event("a", "2", "A", "B"), event("b", "3", "A", "B")});
  put({article("a", "new")}, {event("a", "4", "A", "B")});
  EXPECT_EQ(ids({}), (Ids{"3", "4"}));
  EXPECT_EQ(articles().size(), 2u);
  EXPECT_EQ(store_->article("a").value()->text, "new");
  put({article("a", "empty")}, {});
  EXPECT_EQ(ids({}), (Ids{"3"}));
}

TEST_P(AnyStore, PuttingTheSameAgainChangesNothing) {
  const GeneratedBatch batch = generated_batch(3, 10, 20);
  put(batch.articles, batch.events);
  const auto articles_before = articles();
  const auto events_before = events();
  const auto tallies_before = store_->tallies({}).value();
  put(batch.articles, batch.events);
  EXPECT_TRUE(same(articles(), articles_before));
  EXPECT_TRUE(same(events(), events_before));
  EXPECT_EQ(store_->tallies({}).value(), tallies_before);
}

TEST_P(AnyStore, KeepsTheLastOfWhatABatchHoldsTwice) {
  Event first = event("a", "1", "A", "B"), last = first, other = event("b", "1", "A", "B");
  last.rule = "last";
  put({article("a", "first"), article("b"), article("a", "last")}, {first, other, last});
  ASSERT_EQ(articles().size(), 2u);
  EXPECT_EQ(articles()[0].text, "last");
  ASSERT_EQ(events().size(), 2u);
  EXPECT_EQ(events({.document = "a"}).at(0).rule, "last");
}

TEST_P(AnyStore, RefusesAnEventWithoutItsArticleAndStoresNothing) {
  put({article("a")}, {event("a", "1", "A", "B")});
  const auto done = store_->put({article("b")}, {event("b", "2", "A", "B"),  //
                                                 event("a", "3", "A", "B")});
  ASSERT_FALSE(done.ok());
  EXPECT_NE(done.error().find("Event 3 belongs to article a"), std::string::npos) << done.error();
  EXPECT_EQ(articles().size(), 1u);
  EXPECT_EQ(ids({}), (Ids{"1"}));
}

TEST_P(AnyStore, FiltersByNodes) {
  put({article("a")}, {event("a", "ab", "A", "B"), event("a", "ba", "B", "A"),
                       event("a", "ac", "A", "C"), event("a", "cd", "C", "D")});
  EXPECT_EQ(ids({.node = "A"}), (Ids{"ab", "ac", "ba"}));
  EXPECT_EQ(ids({.node = "A", .node_b = "B"}), (Ids{"ab", "ba"}));
  EXPECT_EQ(ids({.node = "B", .node_b = "A"}), (Ids{"ab", "ba"}));
  EXPECT_EQ(ids({.node_b = "D"}), (Ids{"cd"}));
  EXPECT_EQ(ids({.node = "a"}), (Ids{}));
  EXPECT_EQ(ids({.node = "' OR 1 --"}), (Ids{}));
}

TEST_P(AnyStore, FiltersByTheDayOnWhichAnEventBegins) {
  Event long_one = event("a", "long", "A", "B", {2021, 1, 1});
  long_one.date.range.to = {2021, 12, 31};
  Event unsure = event("a", "unsure", "A", "B", {2021, 6, 1});
  unsure.date.basis = DateBasis::none;
  put({article("a")}, {long_one, unsure, event("a", "none", "A", "B"),
                       event("a", "june", "A", "B", {2021, 6, 15})});
  EXPECT_EQ(ids({.from = Date{2021, 6, 15}}), (Ids{"june"}));
  EXPECT_EQ(ids({.from = Date{2021, 6, 16}}), (Ids{}));
  EXPECT_EQ(ids({.to = Date{2021, 6, 15}}), (Ids{"long", "june"}));
  EXPECT_EQ(ids({.to = Date{2021, 6, 14}}), (Ids{"long"}));
  EXPECT_EQ(ids({}).size(), 4u);
}

TEST_P(AnyStore, FiltersByTheOutermostSpeaker) {
  Event outlet = event("a", "outlet", "A", "B"), inner = event("a", "inner", "A", "B");
  outlet.said_by = {{"Gazette", {}}, {"minister", {3, 9}}};
  inner.said_by = {{"Courier", {}}, {"Gazette", {1, 2}}};
  put({article("a")}, {outlet, inner, event("a", "none", "A", "B")});
  EXPECT_EQ(ids({.outlet = "Gazette"}), (Ids{"outlet"}));
  EXPECT_EQ(ids({.outlet = "minister"}), (Ids{}));
}

TEST_P(AnyStore, FiltersByTypeStatusAndDocument) {
  Event denied = event("b", "denied", "A", "B"), assault = event("a", "assault", "A", "B");
  denied.status = EventStatus::denied;
  assault.type = EventType::assault;
  put({article("a"), article("b")}, {denied, assault});
  EXPECT_EQ(ids({.type = EventType::assault}), (Ids{"assault"}));
  EXPECT_EQ(ids({.status = EventStatus::denied}), (Ids{"denied"}));
  EXPECT_EQ(ids({.document = "b"}), (Ids{"denied"}));
  EXPECT_EQ(ids({.document = "b", .type = EventType::assault}), (Ids{}));
}

TEST_P(AnyStore, GivesPagesOfArticlesAndEvents) {
  const GeneratedBatch batch = generated_batch(7, 9, 5);
  put(batch.articles, batch.events);
  std::vector<Article> paged;
  for (std::string after;;) {
    const auto page = store_->articles(after, 4).value();
    if (page.empty()) break;
    EXPECT_LE(page.size(), 4u);
    paged.insert(paged.end(), page.begin(), page.end());
    after = page.back().id;
  }
  EXPECT_TRUE(same(paged, articles()));
  std::vector<Event> all = events();
  EXPECT_EQ(store_->count({}).value(), all.size());
  EXPECT_EQ(store_->count({.document = "a3", .most = 1}).value(), 5u);
  const auto middle = events({.skip = 7, .most = 11});
  EXPECT_TRUE(same(middle, {all.begin() + 7, all.begin() + 18}));
  EXPECT_TRUE(events({.skip = 100}).empty());
  std::ranges::reverse(all);
  EXPECT_TRUE(same(events({.newest_first = true}), all));
}

TEST_P(AnyStore, KnowsWhichArticlesItHas) {
  put({article("b"), article("a")}, {});
  EXPECT_EQ(store_->known({"c", "b", "a", ""}).value(), (Ids{"a", "b"}));
  EXPECT_TRUE(store_->known({}).value().empty());
}

TEST_P(AnyStore, AddingKeepsTheOtherEventsOfAnArticle) {
  Event one = event("a", "1", "A", "B", {2021, 6, 1}),
        two = event("a", "2", "A", "B", {2021, 6, 2});
  one.type = two.type = EventType::aid;
  put({article("a", "the text")}, {one});
  for (int i = 0; i < 2; ++i) {
    const auto done =
        add(*store_, {article("a", ""), article("b", "")}, {two, event("b", "3", "C", "D")});
    ASSERT_TRUE(done.ok()) << done.error();
  }
  EXPECT_EQ(ids({}), (Ids{"3", "1", "2"}));
  EXPECT_EQ(store_->article("a").value()->text, "the text");
  // Weights are those of both together.
  EXPECT_EQ(difference(store_->tallies({}).value(), tally(events())), "");
}

TEST_P(AnyStore, LeavesAloneWhatComesAgainAsItIs) {
  const GeneratedBatch batch = generated_batch(3, 4, 12);
  put(batch.articles, batch.events);
  const auto version = store_->version().value();
  const std::vector<Event> before = events();
  ASSERT_TRUE(put_changed(*store_, batch.articles, batch.events).ok());
  ASSERT_TRUE(add(*store_, batch.articles, batch.events).ok());
  EXPECT_EQ(store_->version().value(), version);

  GeneratedBatch changed = batch;
  changed.articles[1].title += "!";
  std::erase_if(changed.events, [](const Event& one) { return one.document == "a2"; });
  for (Event& one : changed.events) one.confidence /= one.document == "a3" ? 2 : 1;
  ASSERT_TRUE(put_changed(*store_, changed.articles, changed.events).ok());
  EXPECT_NE(store_->version().value(), version);
  EXPECT_EQ(store_->article("a1").value()->title, changed.articles[1].title);
  EXPECT_TRUE(events({.document = "a2"}).empty());
  EXPECT_FALSE(same(events({.document = "a3"}), before));
  EXPECT_EQ(events().size(), changed.events.size());
}

TEST_P(AnyStore, GivesEventsOneByOneUntilItIsEnough) {
  const GeneratedBatch batch = generated_batch(3, 4, 12);
  put(batch.articles, batch.events);
  size_t seen = 0;
  EXPECT_TRUE(store_->each({}, [&](Event&&) { return ++seen < 5; }).ok());
  EXPECT_EQ(seen, 5u);
}

TEST_P(AnyStore, SearchFindsWholeWordsInAnyCase) {
  put({article("a", "The army left. Soldiers of the Army came back."), article("b", "Armies left"),
       article("c", "An ARMY?\nIt left nothing")},
      {});
  const auto found = [&](std::string_view words) {
    Ids names;
    const std::vector<Passage> passages = store_->search(words, kAll).value();
    for (const Passage& passage : passages) names.push_back(passage.article.id);
    std::ranges::sort(names);
    return names;
  };
  EXPECT_EQ(found("army"), (Ids{"a", "c"}));
  EXPECT_EQ(found("left army"), (Ids{"a", "c"}));
  EXPECT_EQ(found("\"army left\""), (Ids{"a"}));
  EXPECT_EQ(found("arm"), Ids{});
  for (const char* odd : {"", "\"", "\"\"", "*", "a OR", "NEAR(x", "text:army", "' --", "-"})
    static_cast<void>(found(odd));
  EXPECT_EQ(store_->search("soldiers army", 5).value().at(0).sentence,
            "Soldiers of the Army came back.");
  EXPECT_EQ(store_->search("left", 2).value().size(), 2u);
}

TEST_P(AnyStore, ReplacedTextIsFoundNoMore) {
  put({article("a", "old words")}, {});
  put({article("a", "new words")}, {});
  EXPECT_TRUE(store_->search("old", 5).value().empty());
  EXPECT_EQ(store_->search("new", 5).value().size(), 1u);
}

TEST_P(AnyStore, FiltersByWordsOfTheSentence) {
  Event one = event("a", "1", "A", "B"), two = event("a", "2", "A", "B");
  one.sentence = "The army left Kabul.";
  two.sentence = "Nobody left.";
  put({article("a")}, {one, two, event("a", "3", "A", "B")});
  EXPECT_EQ(ids({.words = "left"}), (Ids{"1", "2"}));
  EXPECT_EQ(ids({.words = "Kabul army"}), (Ids{"1"}));
  EXPECT_EQ(store_->count({.words = "army"}).value(), 1u);
}

TEST_P(AnyStore, IsWholeAndTellsOfChanges) {
  const GeneratedBatch batch = generated_batch(8, 6, 12);
  const int64_t before = store_->version().value();
  put(batch.articles, batch.events);
  EXPECT_NE(store_->version().value(), before);
  const std::vector<Problem> problems = store_->check().value();
  for (const Problem& problem : problems) ADD_FAILURE() << problem.message;
}

TEST_P(AnyStore, TalliesAreThoseOfTheEvents) {
  for (uint64_t seed = 10; seed < 16; ++seed) {
    const GeneratedBatch batch = generated_batch(seed, 12, 60);
    put(batch.articles, batch.events);
    for (const Perspective perspective :
         {Perspective::all, Perspective::outlet, Perspective::speaker}) {
      const auto expected = tally(batch.events, {.perspective = perspective});
      EXPECT_GT(expected.size(), 100u);
      EXPECT_EQ(difference(store_->tallies({.perspective = perspective}).value(), expected), "");
    }
    const TallyOptions one{Perspective::outlet, "Gazette"};
    const auto expected = tally(batch.events, one);
    EXPECT_GT(expected.size(), 10u);
    EXPECT_EQ(difference(store_->tallies(one).value(), expected), "");
  }
}

TEST_P(AnyStore, RepetitionsInOneDocumentWeighLessInTheTallies) {
  Event one = event("a", "1", "A", "B", {2021, 6, 1}), again = one, elsewhere = one;
  one.type = again.type = elsewhere.type = EventType::aid;
  again.id = "2";
  elsewhere.document = "b";
  put({article("a"), article("b")}, {one, again, elsewhere});
  const double once = event_weight(one);
  EXPECT_GT(once, 0);
  const auto tallies = store_->tallies({}).value();
  ASSERT_EQ(tallies.size(), 1u);
  EXPECT_NEAR(tallies[0].friendly, once * 2.5, 1e-9);
}

TEST(Stores, SqliteAgreesWithMemory) {
  const ScratchFolder folder;
  const auto memory = opened("memory:"), sqlite = opened(folder.file("entente.db"));
  EXPECT_EQ(disagreement(*sqlite, *memory), "");
}

TEST(Stores, AFileHasReadersWhosePatienceEnds) {
  const ScratchFolder folder;
  const auto store = opened(folder.file("entente.db"));
  const GeneratedBatch batch = generated_batch(7, 40, 50);
  ASSERT_TRUE(store->put(batch.articles, batch.events).ok());
  const auto reader = store->reader(60'000);
  ASSERT_TRUE(reader.ok()) << reader.error();
  EXPECT_TRUE(same(reader.value()->events({}).value(), store->events({}).value()));
  const int64_t before = reader.value()->version().value();
  ASSERT_TRUE(store->put({article("late")}, {event("late", "1", "A", "B")}).ok());
  EXPECT_EQ(reader.value()->count({.document = "late"}).value(), 1u);
  EXPECT_NE(reader.value()->version().value(), before);
  const auto hasty = store->reader(0);
  ASSERT_TRUE(hasty.ok()) << hasty.error();
  const auto late = hasty.value()->tallies({});
  ASSERT_FALSE(late.ok());
  EXPECT_NE(late.error().find("takes longer"), std::string::npos) << late.error();
  EXPECT_FALSE(opened("memory:")->reader(0).ok());
}

TEST(Stores, AFileKeepsWhatWasPut) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  const GeneratedBatch batch = generated_batch(6, 5, 10);
  std::vector<Event> before;
  {
    const auto store = opened(path);
    ASSERT_TRUE(store->put(batch.articles, batch.events).ok());
    before = store->events({}).value();
  }
  auto again = open_store(path, true);
  ASSERT_TRUE(again.ok()) << again.error();
  EXPECT_TRUE(same(again.value()->events({}).value(), before));
  EXPECT_TRUE(same(again.value()->articles().value(), batch.articles));
  EXPECT_FALSE(std::filesystem::exists("memory:"));
}

}  // namespace
}  // namespace entente
