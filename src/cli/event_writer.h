// Imported events on their way into a store, while the next are being decoded.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "articles/articles.h"
#include "events/events.h"
#include "store/store.h"

namespace entente {

// Adds batches to a store on a thread of its own, which alone uses the store until finish(). One
// batch may wait while another is being written.
class EventWriter {
 public:
  explicit EventWriter(Store& store);
  ~EventWriter() { finish(); }
  EventWriter(const EventWriter&) = delete;
  EventWriter& operator=(const EventWriter&) = delete;

  // False once the store has failed; then nothing more is written.
  bool write(std::vector<Article> articles, std::vector<Event> events);
  // Waits until all is written. What the store said where it failed, or "".
  std::string finish();

 private:
  struct Batch {
    std::vector<Article> articles;
    std::vector<Event> events;
  };
  void run();

  Store& store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Batch> waiting_;
  std::string fault_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace entente
