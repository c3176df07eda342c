// Drawn at most ten times a second and only after the first second of work.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace entente {

namespace {

constexpr int64_t kFirst_ms = 1000;
constexpr int64_t kEvery_ms = 100;

}  // namespace

Progress::Progress(size_t files)
    : files_(files), terminal_(isatty(STDERR_FILENO) == 1), start_(Clock::now()) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (terminal_ && drawn_ms_ > 0) fmt::print(stderr, "\r\033[K");
}

void Progress::set_files(size_t done) { files_done_ = done; }

void Progress::add_article() {
  const size_t articles = ++articles_;
  if (!terminal_) return;
  const int64_t now =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_).count();
  int64_t drawn = drawn_ms_;
  if (now < kFirst_ms || now < drawn + kEvery_ms) return;
  if (drawn_ms_.compare_exchange_strong(drawn, now)) draw(articles);
}

void Progress::draw(size_t articles) {
  constexpr size_t width = 30;
  const size_t done = files_ == 0 ? 0 : std::min(width, width * files_done_ / files_);
  const std::string bar = std::string(done, '#') + std::string(width - done, '.');
  fmt::print(stderr, "\r[{}] {} of {} files, {} articles", bar, files_done_.load(), files_,
             articles);
}

}  // namespace entente
