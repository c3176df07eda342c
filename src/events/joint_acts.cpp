// Whoever does the same hostile deed to the same third, told in one clause, acts together: "A and B
// bombed C", "X, Y and Z expelled its diplomats". Of such pairs in dossiers nine in ten are
// friends; pairs that give, praise or refuse alike are not, nor are those of long lists ("its
// neighbours - A, B, C, D and E - meddle"). No coder would write these down as
// events, so extract_events leaves them out, and they are made from its events. Tested in
// joint_acts_test.cpp.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "events/event_id.h"
#include "events/events.h"

namespace entente {

namespace {

constexpr double kJointFactor = 0.7;
constexpr size_t kDoersMax = 4;

bool is_hostile_deed(const Event& event) {
  if (event.status != EventStatus::happened || event.mutual) return false;
  switch (event.type) {
    case EventType::accuse:
    case EventType::threaten:
    case EventType::sanction:
    case EventType::coerce:
    case EventType::assault: return true;
    default: return false;
  }
}

bool is_same_deed(const Event& one, const Event& other) {
  return is_hostile_deed(other) && one.deed == other.deed && one.type == other.type &&
         one.sentence_index == other.sentence_index && one.document == other.document &&
         one.target.actor.node == other.target.actor.node;
}

// How many do the deed of events[at], among the events of its sentence.
size_t count_doers(const std::vector<Event>& events, size_t at) {
  std::set<std::string_view> doers;
  const auto near = [&](size_t i) {
    return events[i].sentence_index == events[at].sentence_index &&
           events[i].document == events[at].document;
  };
  const auto note = [&](size_t i) {
    if (is_same_deed(events[at], events[i])) doers.insert(events[i].source.actor.node);
  };
  for (size_t i = at; i < events.size() && near(i); ++i) note(i);
  for (size_t i = at; i-- > 0 && near(i);) note(i);
  return doers.size();
}

Event agreement_of(const Event& one, const Event& other) {
  Event joint = one;
  joint.target = other.source;
  joint.type = EventType::agree;
  joint.mode = "";
  joint.mutual = true;
  joint.rule = "act-together";
  joint.confidence = std::min(one.confidence, other.confidence) * kJointFactor;
  joint.id = event_id(joint);
  return joint;
}

}  // namespace

std::vector<Event> joint_acts(const std::vector<Event>& events) {
  using Pair = std::pair<std::string, std::string>;
  std::set<std::tuple<std::string, uint32_t, Pair>> seen;  // once a sentence
  std::vector<Event> joint;
  for (size_t a = 0; a < events.size(); ++a) {
    if (!is_hostile_deed(events[a]) || count_doers(events, a) > kDoersMax) continue;
    for (size_t b = a + 1; b < events.size(); ++b) {
      const Event &one = events[a], &other = events[b];
      if (other.document != one.document || other.sentence_index != one.sentence_index) break;
      if (!is_same_deed(one, other)) continue;
      const std::string &x = one.source.actor.node, &y = other.source.actor.node;
      // "Their ministers condemned": one name for several tells nothing new of them.
      if (one.source.range == other.source.range) continue;
      if (x == y) continue;
      if (!seen.insert({one.document, one.sentence_index, std::minmax(x, y)}).second) continue;
      joint.push_back(agreement_of(one, other));
    }
  }
  return joint;
}

}  // namespace entente
