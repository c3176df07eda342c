// See interrupt.h.
#include "cli/interrupt.h"

#include <csignal>

namespace entente {

namespace {

std::atomic<bool> stopped = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void on_interrupt(int signal) {
  stopped = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

StopSignal::StopSignal(double seconds) {
  stopped = false;
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  clock_ = std::thread([this, seconds] {
    std::unique_lock lock(mutex_);
    if (!over_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return finished_; }))
      stopped = true;
  });
}

StopSignal::~StopSignal() {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  over_.notify_all();
  clock_.join();
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>* StopSignal::flag() const { return &stopped; }

}  // namespace entente
