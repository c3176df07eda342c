// A progress line on stderr, when stderr is a terminal and the work is long.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace entente {

class Progress {
 public:
  explicit Progress(size_t files);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add_article();  // from any thread
  void set_files(size_t done);
  void clear();  // wipes the line, so that a message can be printed

 private:
  void draw(size_t articles);

  using Clock = std::chrono::steady_clock;
  size_t files_ = 0;
  bool terminal_ = false;
  Clock::time_point start_;
  std::atomic<size_t> files_done_ = 0;
  std::atomic<size_t> articles_ = 0;
  std::atomic<int64_t> drawn_ms_ = 0;
};

}  // namespace entente
