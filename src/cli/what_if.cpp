// "A,B,+1" is told apart at whichever commas leave two actors, since names may hold commas, too.
// Tested in what_if_test.cpp.
#include "cli/what_if.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr uint32_t kAllActorsMax = 400;  // whose moves are all solved
constexpr double kWeightMax = 1e12;      // as in files

struct Pair {
  uint32_t a = 0, b = 0;
};

Result<Pair> find_pair(std::string_view text, const WhatIfQuestion& question) {
  std::string unknown;
  for (size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    const std::string_view first = trim(text.substr(0, comma));
    const std::string_view second = trim(text.substr(comma + 1));
    const auto a = question.actor(first), b = question.actor(second);
    if (a && b && *a == *b) return Error{"names one actor twice"};
    if (a && b) return Pair{*a, *b};
    if (unknown.empty()) unknown = a ? second : first;
  }
  if (unknown.empty()) return Error{"names no pair"};
  return Error{"'" + unknown + "' is no actor of this network"};
}

// Any number, or a word for a sign.
std::optional<double> value_of(std::string_view typed) {
  const std::string word = lower(std::string(typed));
  if (word == "friends" || word == "+") return 1;
  if (word == "enemies" || word == "-") return -1;
  if (word == "none") return 0;
  char* end = nullptr;
  const double value = std::strtod(word.c_str(), &end);
  if (word.empty() || *end != '\0' || !(std::fabs(value) <= kWeightMax)) return std::nullopt;
  return value;
}

// What the pair shall weigh, in units of the network.
int64_t weight_for(double value, bool sign_only, const Pair& pair, const WhatIfQuestion& question,
                   const SignedNetwork& network) {
  if (value == 0) return 0;
  const int64_t sign = value > 0 ? 1 : -1;
  if (!sign_only) return sign * std::max<int64_t>(1, std::llround(std::fabs(value) / network.unit));
  for (const SignedEdge& edge : network.graph.edges)
    if (std::minmax(edge.a, edge.b) == std::minmax(pair.a, pair.b))
      return sign * std::abs(edge.weight);
  return sign * std::max<int64_t>(1, std::llround(question.new_strength / network.unit));
}

Result<SignedEdge> read_tie(const std::string& typed, const WhatIfQuestion& question,
                            const SignedNetwork& network) {
  const std::string as_typed = "--what-if \"" + typed + "\": ";
  const size_t last = typed.rfind(',');
  const std::string_view text = typed;
  const auto value =
      last == std::string::npos ? std::nullopt : value_of(trim(text.substr(last + 1)));
  if (!value) return Error{as_typed + "ends in no number; write A,B,+1 or A,B,-1 or A,B,0"};
  const auto pair = find_pair(text.substr(0, last), question);
  if (!pair) return Error{as_typed + pair.error() + "; write A,B,+1 with actors of the network"};
  const std::string_view word = trim(text.substr(last + 1));
  const bool in_words = !word.empty() && word.find_first_of("0123456789") == std::string::npos;
  const bool sign_only = in_words || (question.signs_only && std::fabs(*value) == 1);
  return SignedEdge{pair.value().a, pair.value().b,
                    weight_for(*value, sign_only, pair.value(), question, network)};
}

Result<Supposition> read_supposition(const Options& options, const WhatIfQuestion& question,
                                     const SignedNetwork& network) {
  Supposition supposition;
  for (const std::string& typed : options.what_if) {
    const auto tie = read_tie(typed, question, network);
    if (!tie) return Error{tie.error()};
    supposition.ties.push_back(tie.value());
  }
  for (const std::string& typed : options.moved) {
    const auto actor = question.actor(typed);
    if (!actor) return Error{"--move \"" + typed + "\": is no actor of this network"};
    supposition.moved.push_back(*actor);
  }
  return supposition;
}

// Who would lose least by moving alone; all where that is feasible.
std::vector<uint32_t> candidates(const WhatIf& what_if, size_t most) {
  const SignedGraph& graph = what_if.network.graph;
  std::vector<int64_t> alone(graph.actors);
  std::vector<bool> tied(graph.actors);
  for (const SignedEdge& edge : graph.edges) {
    const int64_t held = edge.weight * what_if.now.side[edge.a] * what_if.now.side[edge.b];
    alone[edge.a] += held;
    alone[edge.b] += held;
    tied[edge.a] = tied[edge.b] = true;
  }
  std::vector<uint32_t> actors;
  for (uint32_t i = 0; i < graph.actors; ++i)
    if (tied[i]) actors.push_back(i);
  std::ranges::stable_sort(actors, {}, [&](uint32_t i) { return alone[i]; });
  if (actors.size() > kAllActorsMax) actors.resize(std::min(actors.size(), 2 * most));
  return actors;
}

// The limits hold for all together.
std::vector<CampMove> find_pivotal(const WhatIf& what_if, size_t most, FrustrationOptions limits) {
  constexpr uint64_t kLeastWork = 1'000'000;
  std::vector<CampMove> moves;
  const std::vector<uint32_t> actors = candidates(what_if, most);
  limits.work_max = std::max(kLeastWork, limits.work_max / (actors.size() + 1));
  for (const uint32_t actor : actors) {
    if (limits.stop && *limits.stop) break;
    moves.push_back(cost_of_moving(what_if.network.graph, what_if.now, actor, limits));
  }
  std::ranges::stable_sort(moves, {}, [](const CampMove& move) { return move.cost; });
  if (moves.size() > most) moves.resize(most);
  return moves;
}

}  // namespace

bool asks_what_if(const Options& options) {
  return !options.what_if.empty() || !options.moved.empty() || options.pivotal > 0;
}

Result<WhatIf> answer(const Options& options, const WhatIfQuestion& question, WhatIf what_if) {
  const auto supposition = read_supposition(options, question, what_if.network);
  if (!supposition) return Error{supposition.error()};
  what_if.supposition = supposition.value();
  if (!options.what_if.empty() || !options.moved.empty())
    what_if.then =
        suppose(what_if.network.graph, what_if.now, what_if.supposition, question.limits);
  if (options.pivotal > 0)
    what_if.pivotal = find_pivotal(what_if, options.pivotal, question.limits);
  return what_if;
}

}  // namespace entente
