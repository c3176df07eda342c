// A reported tie that nobody expected counts as wrong, even where the articles allow it: the files
// list what is plain, and what is not plain should not be among the signed ties. Tested by
// dossier_test.cpp.
#include "cli/dossier_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace entente {

namespace {

constexpr size_t kContestedShown = 5;

using Pair = std::pair<std::string, std::string>;

std::map<Pair, const Tie*> ties_by_pair(const Network& network) {
  std::map<Pair, const Tie*> ties;
  for (const Tie& tie : network.ties) {
    Pair pair{network.actors[tie.first].node, network.actors[tie.second].node};
    if (pair.first > pair.second) std::swap(pair.first, pair.second);
    ties[pair] = &tie;
  }
  return ties;
}

std::set<std::string> actors_of(const Expected& expected) {
  std::set<std::string> actors;
  for (const ExpectedTie& tie : expected.ties) actors.insert({tie.a, tie.b});
  return actors;
}

bool is_right(const ExpectedTie& expected, const Tie* found) {
  return found && (expected.sign == 0 || expected.sign == found->sign());
}

// An actor: its camp, -1 where it has none.
int camp_of(const System& system, const std::string& node) {
  for (size_t i = 0; i < system.network.actors.size(); ++i) {
    if (system.network.actors[i].node == node) return system.balance.camp[i];
  }
  return -1;
}

size_t members_in(const System& system, const ExpectedCamp& camp, int side) {
  return static_cast<size_t>(
      std::count_if(camp.nodes.begin(), camp.nodes.end(),
                    [&](const std::string& node) { return camp_of(system, node) == side; }));
}

// The side that each expected camp is, so that most members are right; of two camps and more, the
// first two are on different sides.
std::vector<int> best_sides(const Expected& expected, const System& system) {
  std::vector<int> best;
  size_t most = 0;
  for (const int first : {0, 1}) {
    std::vector<int> sides;
    size_t right = 0;
    for (size_t i = 0; i < expected.camps.size(); ++i) {
      const ExpectedCamp& camp = expected.camps[i];
      int side = i == 0 ? first : 1 - first;
      if (i > 1) side = members_in(system, camp, 0) >= members_in(system, camp, 1) ? 0 : 1;
      sides.push_back(side);
      right += members_in(system, camp, side);
    }
    if (best.empty() || right > most) best = std::move(sides), most = right;
  }
  return best;
}

std::set<std::string> contested_shown(const System& system) {
  std::set<std::string> shown;
  for (const Contested& contested : most_contested(system.balance, kContestedShown)) {
    shown.insert(system.network.actors[contested.actor].node);
  }
  return shown;
}

std::string sign_name(int sign) { return sign > 0 ? "friendly" : sign < 0 ? "hostile" : "unclear"; }

// "FRA -> NER ACCUSE happened [rule]: sentence" of the heaviest event that speaks for `sign`.
std::string heaviest_event(const System& system, const Pair& pair, int sign) {
  const auto events = events_between(system.events, pair.first, pair.second);
  const Event* heaviest = nullptr;
  const auto weight = [&](const Event& event) {
    return sign == 0 ? std::abs(event_weight(event)) : sign * event_weight(event);
  };
  for (const Event& event : events) {
    if (!heaviest || weight(event) > weight(*heaviest)) heaviest = &event;
  }
  if (!heaviest) return "";
  constexpr size_t kShown = 160;
  return fmt::format("{} -> {} {} {} [{}]: {}", heaviest->source.actor.node,
                     heaviest->target.actor.node, to_string(heaviest->type),
                     to_string(heaviest->status), heaviest->rule,
                     heaviest->sentence.substr(0, kShown));
}

std::string missed_ties(const Expected& expected, const System& system) {
  const auto ties = ties_by_pair(system.network);
  std::string text;
  for (const ExpectedTie& tie : expected.ties) {
    const auto found = ties.find({tie.a, tie.b});
    const Tie* reported = found == ties.end() ? nullptr : found->second;
    if (is_right(tie, reported)) continue;
    text += fmt::format("  {:8} {} {} {}: {}\n", reported ? "wrong" : "missed", tie.a, tie.b,
                        sign_name(tie.sign), tie.why);
    if (!reported) continue;
    text += fmt::format("           reported as {} ({:+.1f} {:+.1f})  {}\n",
                        sign_name(reported->sign()), reported->friendly, -reported->hostile,
                        heaviest_event(system, {tie.a, tie.b}, reported->sign()));
  }
  return text;
}

std::string extra_ties(const Expected& expected, const System& system) {
  const std::set<std::string> actors = actors_of(expected);
  std::set<Pair> known;
  for (const ExpectedTie& tie : expected.ties) known.insert({tie.a, tie.b});
  std::string text;
  for (const auto& [pair, tie] : ties_by_pair(system.network)) {
    const bool touches = actors.count(pair.first) > 0 || actors.count(pair.second) > 0;
    if (tie->sign() == 0 || !touches || known.count(pair) > 0) continue;
    text += fmt::format("  {:8} {} {} {} ({:+.1f} {:+.1f})  {}\n", "extra", pair.first, pair.second,
                        sign_name(tie->sign()), tie->friendly, -tie->hostile,
                        heaviest_event(system, pair, tie->sign()));
  }
  return text;
}

struct Figures {
  double recall = 0, precision = 0, f1 = 0, pairs = 0, camps = 0, contested = 0;
};

Figures figures_of(const DossierScore& score) {
  return {score.ties.recall(), score.ties.precision(), score.ties.f1(),
          score.pairs.value(), score.camps.value(),    score.contested.value()};
}

std::string figures_text(const Figures& figures) {
  return fmt::format(" {:8.1f} {:10.1f} {:7.1f} {:7.1f} {:7.1f} {:10.1f}\n", 100 * figures.recall,
                     100 * figures.precision, 100 * figures.f1, 100 * figures.pairs,
                     100 * figures.camps, 100 * figures.contested);
}

}  // namespace

DossierScore score_dossier(const Expected& expected, const System& system) {
  DossierScore score;
  const auto ties = ties_by_pair(system.network);
  const std::set<std::string> actors = actors_of(expected);
  score.ties.gold = score.pairs.of = expected.ties.size();
  for (const auto& [pair, tie] : ties) {
    if (tie->sign() == 0) continue;
    score.ties.found += actors.count(pair.first) > 0 || actors.count(pair.second) > 0;
  }
  for (const ExpectedTie& tie : expected.ties) {
    const auto found = ties.find({tie.a, tie.b});
    if (found == ties.end()) continue;
    ++score.pairs.right;
    if (!is_right(tie, found->second)) continue;
    ++score.ties.right;
    score.ties.found += found->second->sign() == 0;
  }
  const std::vector<int> sides = best_sides(expected, system);
  for (size_t i = 0; i < expected.camps.size(); ++i) {
    score.camps.of += expected.camps[i].nodes.size();
    score.camps.right += members_in(system, expected.camps[i], sides[i]);
  }
  const std::set<std::string> shown = contested_shown(system);
  score.contested.of = expected.contested.size();
  for (const std::string& node : expected.contested) score.contested.right += shown.count(node);
  return score;
}

std::string differences_text(const Expected& expected, const System& system) {
  std::string text = missed_ties(expected, system) + extra_ties(expected, system);
  const std::vector<int> sides = best_sides(expected, system);
  for (size_t i = 0; i < expected.camps.size(); ++i) {
    for (const std::string& node : expected.camps[i].nodes) {
      const int camp = camp_of(system, node);
      if (camp == sides[i]) continue;
      text += fmt::format("  {:8} {} is {} '{}'\n", "camp", node,
                          camp < 0 ? "in no camp, not in" : "across from", expected.camps[i].name);
    }
  }
  const std::set<std::string> shown = contested_shown(system);
  for (const std::string& node : expected.contested) {
    if (shown.count(node) == 0) text += fmt::format("  {:8} {} is not shown\n", "contested", node);
  }
  return text;
}

std::string score_text(const std::vector<DossierScore>& scores) {
  std::string text = fmt::format("{:24} {:>8} {:>5} {:>5} {:>8} {:>10} {:>7} {:>7} {:>7} {:>10}\n",
                                 "dossier", "expected", "found", "right", "recall %", "precision %",
                                 "F1", "pairs %", "camps %", "contested %");
  Figures mean;
  for (const DossierScore& score : scores) {
    const Figures figures = figures_of(score);
    text += fmt::format("{:24} {:8} {:5} {:5}", score.name, score.ties.gold, score.ties.found,
                        score.ties.right) +
            figures_text(figures);
    const auto count = static_cast<double>(scores.size());
    mean.recall += figures.recall / count;
    mean.precision += figures.precision / count;
    mean.f1 += figures.f1 / count;
    mean.pairs += figures.pairs / count;
    mean.camps += figures.camps / count;
    mean.contested += figures.contested / count;
  }
  if (scores.size() > 1) text += fmt::format("{:24} {:20}", "mean", "") + figures_text(mean);
  return text;
}

}  // namespace entente
