// `entente balance`: the camps of any signed network, whatever its actors are.
#include <algorithm>
#include <chrono>
#include <string>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/reading.h"
#include "cli/system.h"

namespace entente {

namespace {

constexpr double kWorkPerSecond = 1e9;  // of FrustrationOptions::work_max
constexpr double kForOutput = 0.97;     // of the time; the rest is for writing the answer

}  // namespace

int run_balance(const Options& options) {
  if (options.implied > 0 || options.hold_out > 0 || !options.later.empty())
    return run_implied(options);
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const StopSignal stop(options.time_limit_seconds * kForOutput);
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
  balance.triads = count_triads(network.graph);
  balance.seconds = seconds();
  print(network_balance_view(network, balance, options.format));
  return network.graph.edges.empty() ? kNothingFound : kDone;
}

}  // namespace entente
