// What is put in is seen, whoever puts it in and when.
#include "server/collection.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "server/fixture.h"

namespace entente {
namespace {

class StoreFile {
 public:
  StoreFile() : folder_(std::filesystem::temp_directory_path() / "entente_collection_XXXXXX") {
    std::string name = folder_.string();
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~StoreFile() { std::filesystem::remove_all(folder_); }
  std::string path() const { return (folder_ / "store.db").string(); }

 private:
  std::filesystem::path folder_;
};

// Looks until it is so, at most a minute.
template <typename Condition>
bool becomes(Condition condition) {
  for (int i = 0; i < 1200; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

size_t events_in(Collection& collection) {
  const auto scene = collection.scene();
  return scene ? scene.value()->events_of : 0;
}

TEST(Collection, ShowsWhatIsBeingRead) {
  Collection collection("T", "memory:", fixture_book(), {});
  ASSERT_TRUE(collection.scene().ok());
  EXPECT_EQ(events_in(collection), 0u);
  const std::string before = collection.state().revision;
  collection.set_reading(true);
  EXPECT_TRUE(collection.state().reading);
  const FixtureNews news = fixture_news();
  ASSERT_TRUE(collection.put(news.articles, news.events).ok());
  collection.set_reading(false);
  collection.wait_until_read(60'000);
  EXPECT_EQ(events_in(collection), 12u);
  EXPECT_EQ(collection.state().articles, 12u);
  EXPECT_EQ(collection.state().events, 12u);
  EXPECT_FALSE(collection.state().reading);
  EXPECT_NE(collection.state().revision, before);
}

TEST(Collection, WaitsForAStoreAndFollowsItsWriters) {
  const StoreFile file;
  SceneOptions options;
  options.whole_max = 5;
  Collection collection("T", file.path(), fixture_book(), options);
  EXPECT_EQ(events_in(collection), 0u);
  EXPECT_FALSE(std::filesystem::exists(file.path()));
  const FixtureNews news = fixture_news();
  const auto writer = std::move(open_store(file.path())).value();
  ASSERT_TRUE(writer->put(news.articles, {news.events[0], news.events[1]}).ok());
  EXPECT_TRUE(becomes([&] { return events_in(collection) == 2; }));
  ASSERT_TRUE(writer->put(news.articles, news.events).ok());
  EXPECT_TRUE(becomes([&] { return events_in(collection) == 12; }));
  // Beyond whole_max the store is asked itself.
  const auto pair = collection.events({.node = "RUS", .node_b = "USA"});
  ASSERT_TRUE(pair.ok()) << pair.error();
  EXPECT_EQ(pair.value().size(), 3u);
  EXPECT_EQ(collection.count({}).value(), 12u);
  EXPECT_EQ(collection.articles({"a00", "a05", "nothing"}).value().size(), 2u);
}

TEST(Collection, EndsWhileOthersWait) {
  auto collection = std::make_unique<Collection>("T", "memory:", fixture_book(), SceneOptions{});
  collection->set_reading(true);
  std::thread other([&] { collection->wait_until_read(100); });
  other.join();
  collection.reset();
}

}  // namespace
}  // namespace entente
