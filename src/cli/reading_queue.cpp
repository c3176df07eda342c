// A mutex and three conditions. A record larger than all room is let in alone. Tested by
// reading_queue_test.cpp.
#include "cli/reading_queue.h"

#include <utility>

#include "base/check.h"

namespace entente {

void ReadingQueue::put(ReadingTask task) {
  const size_t bytes = task.record ? task.record->bytes.size() : 0;
  std::unique_lock lock(mutex_);
  room_.wait(
      lock, [&] { return inside_ == 0 || (bytes_ + bytes <= bytes_max_ && inside_ < tasks_max_); });
  task.number = put_++;
  bytes_ += bytes;
  ++inside_;
  waiting_.push(std::move(task));
  lock.unlock();
  tasks_.notify_one();
}

void ReadingQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  tasks_.notify_all();
  results_.notify_all();
}

std::optional<ReadingTask> ReadingQueue::get() {
  std::unique_lock lock(mutex_);
  tasks_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
  if (waiting_.empty()) return std::nullopt;
  ReadingTask task = std::move(waiting_.front());
  waiting_.pop();
  return task;
}

void ReadingQueue::finish(size_t number, ReadingResult result) {
  {
    const std::lock_guard lock(mutex_);
    CHECK(number >= taken_ && finished_.emplace(number, std::move(result)).second);
  }
  results_.notify_one();
}

std::optional<ReadingResult> ReadingQueue::take() {
  std::unique_lock lock(mutex_);
  results_.wait(lock, [&] { return finished_.count(taken_) > 0 || (closed_ && taken_ == put_); });
  const auto found = finished_.find(taken_);
  if (found == finished_.end()) return std::nullopt;
  ReadingResult result = std::move(found->second);
  finished_.erase(found);
  ++taken_;
  --inside_;
  bytes_ -= result.bytes;
  lock.unlock();
  room_.notify_one();
  return result;
}

}  // namespace entente
