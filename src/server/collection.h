// Articles and events that are served under one name: a store's file, or what is being read. A
// thread of its own looks whether they changed and makes the next scene; requests never wait for
// it, but for the first.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "server/scene.h"

namespace entente {

struct ReadingState {
  bool reading = false;
  size_t articles = 0;   // so far
  size_t events = 0;     // that there are to show
  std::string revision;  // another text whenever there is something new to show
};

// For any thread, all of it.
class Collection {
 public:
  // The store may come later: its file is looked for until it is there. The book must outlive this.
  Collection(std::string title, std::string address, const WorldBook& book,
             const SceneOptions& options, int query_ms_max = 2000);
  ~Collection();
  Collection(const Collection&) = delete;
  Collection& operator=(const Collection&) = delete;

  const std::string& title() const { return title_; }
  Result<Done> put(const std::vector<Article>& articles, const std::vector<Event>& events);
  void set_reading(bool reading);
  ReadingState state() const;
  // Never null, but for an error of the store that has not passed.
  Result<std::shared_ptr<const Scene>> scene();
  // Waits until nothing is read any more, or so long.
  void wait_until_read(int ms_max);

  // Of a scene that is not whole, from the store, within the time.
  Result<std::vector<Event>> events(const EventFilter& filter);
  Result<size_t> count(const EventFilter& filter);
  Result<std::vector<Tally>> tallies(const TallyOptions& options);
  Result<std::vector<Article>> articles(const std::vector<std::string>& ids);  // sorted ids

 private:
  void work();
  void refresh();
  void open(bool must_exist);

  const std::string title_, address_;
  const WorldBook& book_;
  const SceneOptions options_;
  const int query_ms_max_;

  template <typename Value, typename Ask>
  Result<Value> ask(const Ask& ask);

  // Taken in this order.
  std::mutex store_mutex_;
  std::unique_ptr<Store> store_;
  std::mutex reader_mutex_;
  std::unique_ptr<Store> reader_;  // for requests

  mutable std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::shared_ptr<const Scene> scene_;
  std::optional<Error> fault_;
  bool reading_ = false, over_ = false;
  size_t articles_ = 0;
  uint64_t changes_ = 0, seen_ = 0;  // by those who put; up to which the scene has them
  std::thread thread_;
};

}  // namespace entente
