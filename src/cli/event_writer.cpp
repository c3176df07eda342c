// Tested in exchange_commands_test.cpp.
#include "cli/event_writer.h"

#include <utility>

namespace entente {

EventWriter::EventWriter(Store& store) : store_(store), thread_([this] { run(); }) {}

bool EventWriter::write(std::vector<Article> articles, std::vector<Event> events) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !waiting_ || !fault_.empty(); });
  if (!fault_.empty()) return false;
  waiting_ = Batch{std::move(articles), std::move(events)};
  changed_.notify_all();
  return true;
}

std::string EventWriter::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  return fault_;
}

void EventWriter::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return waiting_ || closed_; });
    if (!waiting_) return;
    Batch batch = std::move(*std::exchange(waiting_, std::nullopt));
    changed_.notify_all();
    lock.unlock();
    const auto done = add(store_, std::move(batch.articles), std::move(batch.events));
    lock.lock();
    if (done) continue;
    fault_ = done.error();
    waiting_.reset();
    changed_.notify_all();
    return;
  }
}

}  // namespace entente
