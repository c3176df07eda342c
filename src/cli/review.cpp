// Tested in review_test.cpp.
#include "cli/review.h"

#include <algorithm>

#include "base/ascii.h"
#include "views/views.h"

namespace entente {

size_t Review::count(Verdict verdict) const {
  return static_cast<size_t>(std::count(verdicts_.begin(), verdicts_.end(), verdict));
}

bool Review::press(char key) {
  constexpr char kBackspace = '\b', kDelete = 127;
  if (key == kBackspace || key == kDelete || key == 'u') {
    if (at_ > 0) verdicts_[--at_] = Verdict::open;
    return true;
  }
  if (done()) return false;
  switch (key) {
    case 'a': verdicts_[at_] = Verdict::accepted; break;
    case 'x': verdicts_[at_] = Verdict::rejected; break;
    case ' ': verdicts_[at_] = Verdict::skipped; break;
    default: return false;
  }
  ++at_;
  return true;
}

std::string Review::gold() const {
  std::string lines;
  for (size_t i = 0; i < events_.size(); ++i) {
    if (verdicts_[i] != Verdict::accepted && verdicts_[i] != Verdict::rejected) continue;
    lines += judged_event_json(events_[i], verdicts_[i] == Verdict::accepted) + '\n';
  }
  return lines;
}

std::vector<std::string> judged_ids(std::string_view gold) {
  std::vector<std::string> ids;
  for (const std::string_view line : split(gold, '\n')) {
    if (line.empty()) continue;
    const auto read = read_gold_json(line);
    if (read && !read.value().event.id.empty()) ids.push_back(read.value().event.id);
  }
  return ids;
}

}  // namespace entente
