// `entente balance`: the camps of any signed network, whatever its actors are.
#include <algorithm>
#include <chrono>
#include <map>
#include <string>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/network_series.h"
#include "cli/reading.h"
#include "cli/system.h"
#include "cli/what_if.h"

namespace entente {

namespace {

constexpr double kWorkPerSecond = 1e9;  // of FrustrationOptions::work_max
constexpr double kForOutput = 0.97;     // of the time; the rest is for writing the answer

// What else was asked for: who stands elsewhere in other optima, and what chance would do.
void add_doubts(const Options& options, const SignedGraph& graph, uint64_t work,
                const std::atomic<bool>* stop, NetworkBalance& balance) {
  if (options.undecided && !balance.weak)
    balance.standing = find_standing(
        graph, balance.two, {.limits = {.seed = options.seed, .work_max = work, .stop = stop}});
  if (options.chance_samples == 0) return;
  NullModelOptions null_model{
      .samples = options.chance_samples, .seed = options.seed, .stop = stop};
  balance.chance = compare_with_chance(graph, null_model);
  null_model.signs = NullSigns::degrees_kept;
  balance.chance_degrees = compare_with_chance(graph, null_model);
}

Result<WhatIf> what_if_of(const Options& options, const SignedNetwork& network,
                          const Frustration& now, const FrustrationOptions& limits) {
  std::map<std::string, uint32_t, std::less<>> index;
  for (uint32_t i = 0; i < network.actors.size(); ++i) index.emplace(network.actors[i], i);
  WhatIfQuestion question;
  question.actor = [&](std::string_view typed) -> std::optional<uint32_t> {
    const auto found = index.find(typed);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  };
  question.limits = limits;
  return answer(options, question, WhatIf{network, network.actors, now, {}});
}

}  // namespace

int run_balance(const Options& options) {
  if (options.implied > 0 || options.hold_out > 0 || !options.later.empty())
    return run_implied(options);
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const StopSignal stop(options.time_limit_seconds * kForOutput);
  if (options.paths.size() > 1) {
    if (options.camps != "2" || options.undecided || asks_what_if(options))
      return fail("several files are compared over time, with two camps; give one for the rest");
    return run_network_series(options, stop.flag());
  }
  std::vector<Problem> problems;
  auto bytes = read_file(options.paths.front(), problems);
  for (const Problem& problem : problems) print_problem(problem);
  if (!bytes) return kFailed;
  const auto read = read_network(std::move(*bytes), input_name(options.paths.front()));
  if (!read) return fail(read.error());
  const SignedNetwork& network = read.value();
  const double left = std::max(0.01, options.time_limit_seconds - seconds());
  NetworkBalance balance;
  const auto work = static_cast<uint64_t>(left * kWorkPerSecond);
  if (options.camps == "2") {
    balance.two = minimum_frustration(network.graph, {.seed = options.seed,
                                                      .branchings_max = UINT32_MAX,
                                                      .work_max = work,
                                                      .stop = stop.flag()});
  } else {
    const uint32_t most =
        options.camps == "auto" ? UINT32_MAX : static_cast<uint32_t>(std::stoul(options.camps));
    balance.weak = minimum_disagreement(
        network.graph,
        {.camps_max = most, .seed = options.seed, .work_max = work, .stop = stop.flag()});
  }
  add_doubts(options, network.graph, work, stop.flag(), balance);
  balance.triads = count_triads(network.graph);
  std::optional<WhatIf> what_if;
  if (asks_what_if(options)) {
    if (balance.weak) return fail("--what-if, --move and --pivotal need two camps: --camps 2");
    auto answered = what_if_of(options, network, balance.two,
                               {.seed = options.seed, .work_max = work, .stop = stop.flag()});
    if (!answered) return fail(answered.error());
    what_if = std::move(answered).value();
  }
  balance.seconds = seconds();
  print(network_balance_view(network, balance, options.format, what_if ? &*what_if : nullptr));
  return network.graph.edges.empty() ? kNothingFound : kDone;
}

}  // namespace entente
