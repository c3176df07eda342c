// Events judged one key each, and the gold that comes of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "events/events.h"

namespace entente {

enum class Verdict : uint8_t { open, accepted, rejected, skipped };

// The judgement of a list of events. Keys: `a` accepts, `x` rejects, space skips, backspace (or
// `u`) takes the last one back.
class Review {
 public:
  explicit Review(std::vector<Event> events)
      : events_(std::move(events)), verdicts_(events_.size()) {}

  bool done() const { return at_ == events_.size(); }
  const Event& current() const { return events_[at_]; }
  size_t position() const { return at_; }
  size_t size() const { return events_.size(); }
  size_t count(Verdict verdict) const;
  // False where the key means nothing.
  bool press(char key);
  // A line an event that was accepted or rejected, as `entente score` reads it.
  std::string gold() const;

 private:
  std::vector<Event> events_;
  std::vector<Verdict> verdicts_;
  size_t at_ = 0;
};

// The ids of the events that a gold file has judged already.
std::vector<std::string> judged_ids(std::string_view gold);

}  // namespace entente
