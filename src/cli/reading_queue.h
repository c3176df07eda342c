// Records on their way through the workers: in order, and never too many at once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <queue>
#include <vector>

#include "cli/reading.h"

namespace entente {

// One record and the problems met on the way to it; the last of a file may be problems alone.
struct ReadingTask {
  size_t number = 0;  // from 0, in order
  std::optional<Record> record;
  std::vector<Problem> problems;
  size_t files_done = 0;
};

// What became of it.
struct ReadingResult {
  std::vector<StagedArticle> articles;
  std::vector<Problem> problems;   // failures
  std::vector<Problem> set_aside;  // no articles, or not in English
  size_t foreign = 0;              // of set_aside, those not in English
  size_t bytes = 0;                // of the record
  size_t files_done = 0;
};

// One thread puts, any number get and finish, one takes. What is between put() and take() is
// bounded by the bytes of the records and by their number, so memory is, whatever the input's size.
class ReadingQueue {
 public:
  ReadingQueue(size_t bytes_max, size_t tasks_max) : bytes_max_(bytes_max), tasks_max_(tasks_max) {}

  void put(ReadingTask task);  // waits while there is too much
  void close();                // nothing more will be put
  std::optional<ReadingTask> get();
  void finish(size_t number, ReadingResult result);
  // The next result in order; nothing when all were taken.
  std::optional<ReadingResult> take();

 private:
  std::mutex mutex_;
  std::condition_variable room_, tasks_, results_;
  std::queue<ReadingTask> waiting_;
  std::map<size_t, ReadingResult> finished_;
  size_t bytes_max_, tasks_max_;
  size_t bytes_ = 0, inside_ = 0;
  size_t put_ = 0, taken_ = 0;
  bool closed_ = false;
};

}  // namespace entente
