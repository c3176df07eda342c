// Issues mined from the topics of the deeds, and who stands where on them. A mined issue is a
// phrase that ends or fills the topics of several events: "gas transit fee" and "transit fee" meet
// in "transit fee". The phrase that most events share is taken, longer ones first among equals.
// Tested in positions_test.cpp.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/ascii.h"
#include "events/events.h"

namespace entente {

namespace {

constexpr size_t kSharedMin = 2;

// The runs of words of a topic that end with its head, longest first: "gas transit fee", "transit
// fee", "fee"; and its first two words.
std::vector<std::string> phrases_of(const std::string& topic) {
  std::vector<std::string> phrases = {topic};
  for (size_t blank = topic.find(' '); blank != std::string::npos;
       blank = topic.find(' ', blank + 1)) {
    phrases.push_back(topic.substr(blank + 1));
  }
  return phrases;
}

struct Day {
  Date from, to;
};

Day days_of(const Event& event) {
  if (event.date.basis == DateBasis::none || !is_valid(event.date.range.from)) return {};
  return {event.date.range.from, event.date.range.to};
}

class Table {
 public:
  explicit Table(const std::vector<Event>& events) : events_(events) {}

  std::vector<Position> run() {
    const std::vector<std::string> issues = mine_issues(events_);
    for (size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (event.stand == Stand::none || issues[i].empty()) continue;
      add(event.source.actor.node, issues[i], i);
      if (event.mutual) add(event.target.actor.node, issues[i], i);
    }
    std::vector<Position> positions;
    for (auto& [key, position] : rows_) positions.push_back(finish(position));
    std::map<std::string, size_t> actors;
    for (const Position& position : positions) ++actors[position.issue];
    std::stable_sort(positions.begin(), positions.end(), [&](const auto& a, const auto& b) {
      return std::tuple(actors[b.issue], a.issue, a.node) <
             std::tuple(actors[a.issue], b.issue, b.node);
    });
    return positions;
  }

 private:
  void add(const std::string& node, const std::string& issue, size_t event) {
    Position& position = rows_[{issue, node}];
    position.node = node;
    position.issue = issue;
    position.events.push_back(event);
  }

  Position finish(Position position) const {
    std::stable_sort(position.events.begin(), position.events.end(), [&](size_t a, size_t b) {
      return days_of(events_[a]).from < days_of(events_[b]).from;
    });
    std::map<Stand, size_t> stands;
    for (const size_t i : position.events) {
      ++stands[events_[i].stand];
      const Day days = days_of(events_[i]);
      if (!is_valid(days.from)) continue;
      if (!is_valid(position.from)) position.from = days.from;
      position.to = std::max(position.to, days.to);
    }
    const size_t pro = stands[Stand::for_], con = stands[Stand::against];
    // One stray sentence among many does not make a stand mixed.
    const bool mixed = pro > 0 && con > 0 && 4 * std::min(pro, con) >= std::max(pro, con);
    position.stand = mixed                                    ? Stand::mixed
                     : stands[Stand::conditional] > pro + con ? Stand::conditional
                     : con > pro                              ? Stand::against
                     : pro > 0                                ? Stand::for_
                                                              : Stand::conditional;
    return position;
  }

  const std::vector<Event>& events_;
  std::map<std::pair<std::string, std::string>, Position> rows_;
};

}  // namespace

std::vector<std::string> mine_issues(const std::vector<Event>& events) {
  std::map<std::string, std::set<std::string>> tellers;  // phrase -> sentences that have it
  for (const Event& event : events) {
    if (event.topic.empty()) continue;
    for (const std::string& phrase : phrases_of(event.topic)) {
      tellers[phrase].insert(event.document + " " + std::to_string(event.sentence_index));
    }
  }
  std::vector<std::string> issues;
  for (const Event& event : events) {
    std::string best = event.issue;
    size_t most = 0;
    if (best.empty() && !event.topic.empty()) {
      for (const std::string& phrase : phrases_of(event.topic)) {
        const size_t shared = tellers[phrase].size();
        if (shared < kSharedMin || shared <= most) continue;
        most = shared;
        best = phrase;
      }
    }
    issues.push_back(std::move(best));
  }
  return issues;
}

std::vector<Position> find_positions(const std::vector<Event>& events) {
  return Table(events).run();
}

}  // namespace entente
