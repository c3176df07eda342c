// Scores events. Gold and found events of a sentence are paired one to one, the best fit first; on
// ties the earlier one, so that the figures are the same in every run. Tested by scoring_test.cpp.
#include "cli/scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/ascii.h"

namespace entente {

namespace {

struct Fit {
  bool source = false, target = false, type = false, sign = false, status = false, mode = false;
  bool pair() const { return source && target; }
  bool right() const { return pair() && type; }
  // Worth pairing at all: the pair, or the type with one participant.
  bool partial() const { return pair() || (type && (source || target)); }
  int points() const {
    return 8 * (source + target) + 8 * type + 2 * sign + 2 * status + mode + (right() ? 100 : 0);
  }
};

Fit fit_in_order(const GoldEvent& gold, const Event& event, const std::string& source,
                 const std::string& target) {
  Fit fit;
  fit.source = gold.source == source;
  fit.target = gold.target == target;
  fit.type = gold.type == event.type;
  fit.sign = sign(gold.type, gold.mode) == sign(event.type, event.mode);
  fit.status = gold.status == event.status;
  fit.mode = gold.mode.empty() || gold.mode == event.mode;
  return fit;
}

Fit fit_of(const GoldEvent& gold, const Event& event) {
  const std::string& a = event.source.actor.node;
  const std::string& b = event.target.actor.node;
  const Fit straight = fit_in_order(gold, event, a, b);
  if (!gold.mutual && !event.mutual) return straight;
  const Fit turned = fit_in_order(gold, event, b, a);
  return turned.points() > straight.points() ? turned : straight;
}

struct Pairing {
  size_t gold = 0, found = 0;
  Fit fit;
};

std::vector<Pairing> pair_up(const std::vector<GoldEvent>& gold, const std::vector<Event>& found) {
  std::vector<Pairing> all;
  for (size_t g = 0; g < gold.size(); ++g) {
    for (size_t f = 0; f < found.size(); ++f) {
      const Fit fit = fit_of(gold[g], found[f]);
      if (fit.partial()) all.push_back({g, f, fit});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Pairing& a, const Pairing& b) {
    return a.fit.points() > b.fit.points();
  });
  std::vector<bool> gold_taken(gold.size()), found_taken(found.size());
  std::vector<Pairing> chosen;
  for (const Pairing& pairing : all) {
    if (gold_taken[pairing.gold] || found_taken[pairing.found]) continue;
    gold_taken[pairing.gold] = found_taken[pairing.found] = true;
    chosen.push_back(pairing);
  }
  return chosen;
}

void count(Share& share, bool right) {
  ++share.of;
  share.right += right;
}

// A pair's sign, whatever the type, matched apart from the events: two deeds of one pair may be
// paired crosswise above.
size_t right_signs(const std::vector<GoldEvent>& gold, const std::vector<Event>& found) {
  std::vector<bool> taken(found.size());
  size_t right = 0;
  for (const GoldEvent& event : gold) {
    for (size_t f = 0; f < found.size(); ++f) {
      const Fit fit = taken[f] ? Fit{} : fit_of(event, found[f]);
      if (!fit.pair() || !fit.sign) continue;
      taken[f] = true;
      ++right;
      break;
    }
  }
  return right;
}

bool speaks_alike(const GoldEvent& gold, const Event& event) {
  if (event.said_by.empty()) return false;
  const std::string a = lower(gold.said_by.back()), b = lower(event.said_by.back().name);
  return !a.empty() && !b.empty() &&
         (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

void count_parts(EventScore& score, const GoldEvent& gold, const Event& event, const Fit& fit) {
  count(score.source, fit.source);
  count(score.target, fit.target);
  count(score.type, fit.type);
  count(score.sign, fit.sign);
  count(score.status, fit.status);
  if (!fit.right()) return;
  count(score.mutual, gold.mutual == event.mutual);
  if (!gold.mode.empty()) count(score.mode, fit.mode);
  if (!gold.said_by.empty()) count(score.said_by, speaks_alike(gold, event));
}

std::string line_of(const GoldEvent& event) {
  return fmt::format("{}{}{} {} {} {} {}", to_string(event.type), event.mode.empty() ? "" : "/",
                     event.mode, to_string(event.status), event.source, event.mutual ? "<->" : "->",
                     event.target);
}

std::string line_of(const Event& event) {
  return fmt::format("{}{}{} {} {} {} {} ({})", to_string(event.type),
                     event.mode.empty() ? "" : "/", event.mode, to_string(event.status),
                     event.source.actor.node, event.mutual ? "<->" : "->", event.target.actor.node,
                     event.rule);
}

std::string row_of(std::string_view name, const Hits& hits) {
  return fmt::format("{:<22} {:>5} {:>6} {:>6}   {:>6.1f} {:>6.1f} {:>6.1f}\n", name, hits.gold,
                     hits.found, hits.right, 100 * hits.precision(), 100 * hits.recall(),
                     100 * hits.f1());
}

std::string share_of(std::string_view name, const Share& share) {
  return fmt::format("{:<22} {:>5} of {:>5}   {:>6.1f}\n", name, share.right, share.of,
                     100 * share.value());
}

using Bag = std::multiset<std::string>;

// What `part` yields of gold and of found events, as bags.
template <typename Part>
void count_part(Hits& hits, const std::vector<GoldEvent>& gold, const std::vector<Event>& found,
                const Part& part) {
  Bag wanted, given;
  for (const GoldEvent& event : gold) part(event.source, event.target, event, wanted);
  for (const Event& event : found) {
    part(event.source.actor.node, event.target.actor.node, event, given);
  }
  std::vector<std::string> shared;
  std::set_intersection(wanted.begin(), wanted.end(), given.begin(), given.end(),
                        std::back_inserter(shared));
  hits.gold += wanted.size();
  hits.found += given.size();
  hits.right += shared.size();
}

void count_bags(EventScore& score, const std::vector<GoldEvent>& gold,
                const std::vector<Event>& found) {
  count_part(score.sources, gold, found,
             [](const auto& a, const auto& b, const auto& event, Bag& bag) {
               bag.insert(a);
               if (event.mutual) bag.insert(b);
             });
  count_part(score.targets, gold, found,
             [](const auto& a, const auto& b, const auto& event, Bag& bag) {
               bag.insert(b);
               if (event.mutual) bag.insert(a);
             });
  count_part(score.types, gold, found, [](const auto&, const auto&, const auto& event, Bag& bag) {
    bag.insert(std::string(to_string(event.type)));
  });
  count_part(score.statuses, gold, found,
             [](const auto&, const auto&, const auto& event, Bag& bag) {
               bag.insert(std::string(to_string(event.status)));
             });
  count_part(score.signs, gold, found, [](const auto&, const auto&, const auto& event, Bag& bag) {
    bag.insert(std::to_string(sign(event.type, event.mode)));
  });
}

}  // namespace

double Hits::precision() const {
  return found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found);
}
double Hits::recall() const {
  return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold);
}
double Hits::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

void add(EventScore& score, const GoldSentence& gold, const std::vector<Event>& found) {
  ++score.sentences;
  if (gold.events.empty()) {
    count(score.silent, found.empty());
    score.false_events += found.size();
  }
  for (Hits* hits : {&score.all, &score.with_status, &score.pairs_with_sign}) {
    hits->gold += gold.events.size();
    hits->found += found.size();
  }
  for (const GoldEvent& event : gold.events) ++score.by_type[static_cast<size_t>(event.type)].gold;
  for (const Event& event : found) ++score.by_type[static_cast<size_t>(event.type)].found;
  for (const Pairing& pairing : pair_up(gold.events, found)) {
    const GoldEvent& wanted = gold.events[pairing.gold];
    count_parts(score, wanted, found[pairing.found], pairing.fit);
    if (!pairing.fit.right()) continue;
    ++score.all.right;
    ++score.by_type[static_cast<size_t>(wanted.type)].right;
    score.with_status.right += pairing.fit.status;
  }
  score.pairs_with_sign.right += right_signs(gold.events, found);
  count_bags(score, gold.events, found);
}

std::string score_text(const EventScore& score) {
  std::string text = fmt::format("{:<22} {:>5} {:>6} {:>6}   {:>6} {:>6} {:>6}\n", "type", "gold",
                                 "found", "right", "P", "R", "F1");
  for (size_t i = 0; i < score.by_type.size(); ++i) {
    const Hits& hits = score.by_type[i];
    if (hits.gold + hits.found > 0) text += row_of(to_string(static_cast<EventType>(i)), hits);
  }
  text += row_of("all", score.all);
  text += row_of("all, with status", score.with_status);
  text += row_of("pairs with sign", score.pairs_with_sign);
  text += "one part alone, whatever the rest\n";
  text += row_of("  source", score.sources) + row_of("  target", score.targets);
  text += row_of("  type", score.types) + row_of("  status", score.statuses);
  text += row_of("  sign", score.signs);
  text += "\nof gold events found at least in part\n";
  text += share_of("  source", score.source) + share_of("  target", score.target);
  text += share_of("  type", score.type) + share_of("  sign", score.sign);
  text += share_of("  status", score.status);
  text += "of right events\n" + share_of("  mode", score.mode) + share_of("  mutual", score.mutual);
  text += share_of("  speaker", score.said_by);
  text += fmt::format("\nsentences {}; of {} without events {} stayed silent, {} false events\n",
                      score.sentences, score.silent.of, score.silent.right, score.false_events);
  if (score.silent.of > 0) {
    text += fmt::format("false events on sentences without any: {:.1f} %\n",
                        100 * (1 - score.silent.value()));
  }
  return text;
}

std::string misses_text(const GoldSentence& gold, const std::vector<Event>& found) {
  std::vector<bool> gold_right(gold.events.size()), found_right(found.size());
  for (const Pairing& pairing : pair_up(gold.events, found)) {
    const bool right = pairing.fit.right() && pairing.fit.status;
    gold_right[pairing.gold] = found_right[pairing.found] = right;
  }
  std::string text;
  for (size_t i = 0; i < gold.events.size(); ++i) {
    if (!gold_right[i]) text += "  missing " + line_of(gold.events[i]) + "\n";
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!found_right[i]) text += "  wrong   " + line_of(found[i]) + "\n";
  }
  return text.empty() ? "" : gold.place + " " + gold.text + "\n" + text;
}

}  // namespace entente
