// A flag that is set when the time is over or the user interrupts, for searches that give their
// best so far. Tested in program_test.cpp.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace entente {

class StopSignal {
 public:
  // Interrupts set the flag while this exists; a second one ends the program at once.
  explicit StopSignal(double seconds);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  const std::atomic<bool>* flag() const;

 private:
  std::mutex mutex_;
  std::condition_variable over_;
  bool finished_ = false;
  std::thread clock_;
};

}  // namespace entente
