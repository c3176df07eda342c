// `entente balance` with --implied, --hold-out or --later: the signs of ties that nobody reported,
// of hidden ones, and of those that came later.
#include <chrono>
#include <unordered_map>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

namespace {

// A network with its arcs, or the exit code of what was said instead.
std::optional<SignedNetwork> read_arcs(const std::string& path) {
  std::vector<Problem> problems;
  auto bytes = read_file(path, problems);
  for (const Problem& problem : problems) print_problem(problem);
  if (!bytes) return std::nullopt;
  auto read = read_network(std::move(*bytes), input_name(path), {.arcs = true});
  if (read) return std::move(read).value();
  fail(read.error());
  return std::nullopt;
}

// Ties of `later` between actors of `network` that had none there; `later` may turn them round
// where ties have no direction.
std::vector<SignedArc> new_ties(const SignedNetwork& network, const SignedNetwork& later) {
  std::unordered_map<std::string, uint32_t> number;
  for (uint32_t i = 0; i < network.actors.size(); ++i) number.emplace(network.actors[i], i);
  const bool directed = network.arcs.directed;
  const auto key = [&](uint32_t from, uint32_t to) {
    if (!directed && from > to) std::swap(from, to);
    return uint64_t{from} << 32 | to;
  };
  std::unordered_map<uint64_t, bool> known;
  for (const SignedArc& arc : network.arcs.arcs) known.emplace(key(arc.from, arc.to), true);
  std::vector<SignedArc> ties;
  for (const SignedArc& arc : later.arcs.arcs) {
    const auto from = number.find(later.actors[arc.from]), to = number.find(later.actors[arc.to]);
    if (from == number.end() || to == number.end()) continue;
    if (!known.emplace(key(from->second, to->second), true).second) continue;
    ties.push_back({from->second, to->second, arc.weight});
  }
  return ties;
}

int list_implied(const SignedNetwork& network, const Options& options) {
  const auto implied = find_implied(network.arcs, static_cast<uint32_t>(options.implied));
  print(implied_view(network, implied, options.format));
  return implied.empty() ? kNothingFound : kDone;
}

}  // namespace

int run_implied(const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  const auto network = read_arcs(options.paths.front());
  if (!network) return kFailed;
  if (options.implied > 0) return list_implied(*network, options);
  HeldOut split{network->arcs, {}};
  if (!options.later.empty()) {
    const auto later = read_arcs(options.later);
    if (!later) return kFailed;
    split.held = new_ties(*network, *later);
  } else {
    if (options.latest && network->arcs.times.empty())
      return fail(input_name(options.paths.front()) +
                  ": --latest needs a column time, date or year; leave it out for random ties");
    split = hold_out(network->arcs, {options.hold_out, options.seed, options.latest});
  }
  std::vector<ActorPair> pairs;
  for (const SignedArc& arc : split.held) pairs.push_back({arc.from, arc.to});
  GuessedTies guessed{split.known.arcs.size(), split.known.directed, {}, 0};
  guessed.score = score_guesses(guess_signs(split.known, pairs, options.seed), split.held);
  guessed.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  print(guessed_ties_view(guessed, options.format));
  return split.held.empty() ? kNothingFound : kDone;
}

}  // namespace entente
