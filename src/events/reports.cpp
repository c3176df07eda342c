// One deed, many reports. The idea: reports of one deed name the same actors, type and day, and
// tell it with the same words or on the same matter; copies of one text nearly share all words.
// Groups are the connected parts of "is the same as", sought among neighbours in time. Status is
// not compared: that one denies what another reports is a report of the same deed that differs.
// Tested in reports_test.cpp.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/ascii.h"
#include "events/events.h"

namespace entente {

namespace {

// Days by which reports of one deed may be apart where the day is only that of publication.
constexpr int kDaysApart = 4;
// Share of the shorter sentence's words that the longer one has, too.
constexpr double kAlike = 0.45;
constexpr double kCopied = 0.8;
// Comparing every report with all of a busy pair would be quadratic.
constexpr size_t kNeighboursMax = 200;

using Words = std::vector<std::string>;

struct Report {
  size_t event = 0;
  int32_t first_day = 0, last_day = 0;
  bool dated = false, by_publication = false;
  Words words;
};

bool is_empty_word(const std::string& word) {
  static const std::set<std::string> words = {
      "the",  "and",  "for",   "that",  "with", "from", "has",   "have", "had",  "was",
      "were", "said", "which", "its",   "his",  "her",  "their", "this", "will", "would",
      "been", "who",  "they",  "after", "also", "than", "into",  "over", "about"};
  return word.size() < 3 || words.contains(word);
}

// Sorted stems of the words that mean something, less the actors and the deed, which all share.
Words words_of(const Event& event) {
  Words words;
  std::string word;
  const auto take = [&](uint32_t end) {
    if (word.empty()) return;
    const Range range = {end - static_cast<uint32_t>(word.size()), end};
    const bool shared = event.source.range.overlaps(range) || event.target.range.overlaps(range) ||
                        event.deed.overlaps(range);
    if (!shared && !is_empty_word(word)) words.push_back(word.substr(0, 6));
    word.clear();
  };
  for (uint32_t i = 0; i < event.sentence.size(); ++i) {
    const auto c = static_cast<unsigned char>(event.sentence[i]);
    if (std::isalnum(c) != 0 || c >= 0x80) {
      word += to_lower(event.sentence[i]);
    } else {
      take(i);
    }
  }
  take(static_cast<uint32_t>(event.sentence.size()));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double likeness(const Words& a, const Words& b) {
  const size_t least = std::min(a.size(), b.size());
  if (least == 0) return 0;
  Words shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(least);
}

bool may_be_one_day(const Report& a, const Report& b) {
  if (!a.dated || !b.dated) return a.dated == b.dated;
  const int32_t gap = std::max(a.first_day, b.first_day) - std::min(a.last_day, b.last_day);
  return gap <= (a.by_publication || b.by_publication ? kDaysApart : 0);
}

class Grouping {
 public:
  Grouping(const std::vector<Event>& events, const std::vector<Article>& articles)
      : events_(events), leader_(events.size()) {
    std::iota(leader_.begin(), leader_.end(), size_t{0});
    for (const Article& article : articles) {
      if (article.published) published_.emplace(article.id, days_from_civil(*article.published));
    }
  }

  std::vector<Reports> run() {
    std::map<std::tuple<std::string, std::string, EventType>, std::vector<Report>> facts;
    for (size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      std::string a = event.source.actor.node, b = event.target.actor.node;
      if (event.mutual && b < a) std::swap(a, b);
      facts[{a, b, event.type}].push_back(report_of(i));
    }
    for (auto& [fact, reports] : facts) join_alike(reports);
    return groups();
  }

 private:
  Report report_of(size_t index) const {
    const Event& event = events_[index];
    Report report;
    report.event = index;
    report.dated = event.date.basis != DateBasis::none && is_valid(event.date.range.from);
    report.by_publication = event.date.basis == DateBasis::publication;
    if (report.dated) {
      report.first_day = days_from_civil(event.date.range.from);
      report.last_day = days_from_civil(event.date.range.to);
    }
    report.words = words_of(event);
    return report;
  }

  size_t leader_of(size_t event) {
    while (leader_[event] != event) event = leader_[event] = leader_[leader_[event]];
    return event;
  }

  bool is_same(const Report& a, const Report& b) const {
    if (!may_be_one_day(a, b)) return false;
    const Event& one = events_[a.event];
    const Event& other = events_[b.event];
    const double alike = likeness(a.words, b.words);
    if (alike >= kCopied) return true;
    if (one.mode != other.mode && !one.mode.empty() && !other.mode.empty()) return false;
    if (!one.topic.empty() && one.topic == other.topic) return true;
    return alike >= kAlike;
  }

  void join_alike(std::vector<Report>& reports) {
    std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
      return std::tie(a.dated, a.first_day) < std::tie(b.dated, b.first_day);
    });
    for (size_t i = 0; i < reports.size(); ++i) {
      const size_t end = std::min(reports.size(), i + 1 + kNeighboursMax);
      for (size_t k = i + 1; k < end; ++k) {
        if (!is_same(reports[i], reports[k])) continue;
        const size_t a = leader_of(reports[i].event), b = leader_of(reports[k].event);
        leader_[std::max(a, b)] = std::min(a, b);
      }
    }
  }

  int32_t day_of(size_t event) const {
    const auto found = published_.find(events_[event].document);
    return found == published_.end() ? INT32_MAX : found->second;
  }

  std::vector<Reports> groups() {
    std::map<size_t, Reports> by_leader;
    for (size_t i = 0; i < events_.size(); ++i) by_leader[leader_of(i)].push_back(i);
    std::vector<Reports> groups;
    for (auto& [leader, reports] : by_leader) {
      std::stable_sort(reports.begin(), reports.end(),
                       [&](size_t a, size_t b) { return day_of(a) < day_of(b); });
      groups.push_back(std::move(reports));
    }
    return groups;
  }

  const std::vector<Event>& events_;
  std::vector<size_t> leader_;
  std::unordered_map<std::string, int32_t> published_;
};

}  // namespace

std::vector<Reports> group_reports(const std::vector<Event>& events,
                                   const std::vector<Article>& articles) {
  return Grouping(events, articles).run();
}

std::vector<Event> told_once(const std::vector<Event>& events,
                             const std::vector<Article>& articles) {
  std::vector<size_t> kept;
  for (const Reports& reports : group_reports(events, articles)) {
    // What more than half deny did not happen; otherwise the surest that does not deny it.
    const auto denials = std::count_if(reports.begin(), reports.end(), [&](size_t i) {
      return events[i].status == EventStatus::denied;
    });
    const bool denied = 2 * static_cast<size_t>(denials) > reports.size();
    const auto rank = [&](size_t i) {
      const Event& event = events[i];
      return std::tuple((event.status == EventStatus::denied) == denied, !event.claimed,
                        event.status == EventStatus::happened, event.confidence);
    };
    kept.push_back(*std::max_element(reports.begin(), reports.end(),
                                     [&](size_t a, size_t b) { return rank(a) < rank(b); }));
  }
  std::sort(kept.begin(), kept.end());
  std::vector<Event> told;
  for (const size_t i : kept) told.push_back(events[i]);
  return told;
}

}  // namespace entente
