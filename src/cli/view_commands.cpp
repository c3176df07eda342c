// The commands that show what is in a store, or in articles read on the spot.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/commands.h"
#include "cli/naming.h"
#include "cli/system.h"
#include "cli/what_if.h"

namespace entente {

namespace {

History history_of(const Options& options, const System& system) {
  HistoryOptions wanted;
  wanted.months = options.window_months;
  wanted.step = options.step_months;
  wanted.network.half_life_months = options.half_life_months;
  wanted.network.unknown_actors = options.unknown_actors;
  wanted.samples = options.samples;
  wanted.seed = options.seed;
  wanted.inertia = options.inertia;
  const std::vector<Event>& deeds = system.deeds ? *system.deeds : system.events;
  return measure_history(deeds, system.network, system.balance, wanted);
}

int write_report(const Options& options, System system) {
  const std::string title = !options.title.empty() ? options.title : "Who stands with whom";
  // The page's own windows hold nothing but their months.
  Options windows = options;
  windows.half_life_months.reset();
  const History history = history_of(windows, system);
  system.history = &history;
  const std::string page = report_page(system, title);
  if (options.output == "-") {
    print(page);
    return kDone;
  }
  std::ofstream out(options.output, std::ios::binary);
  out << page;
  out.close();
  if (!out) {
    return fail(fmt::format("{}: cannot be written: {}; choose another file with -o",
                            options.output, std::strerror(errno)));
  }
  fmt::print(stderr, "Wrote {} ({} kB). Open it in any browser.\n", options.output,
             page.size() / 1000);
  return kDone;
}

// A tie is explained from all its events, so that the filter on one actor does not hide the other.
int explain(const Options& options, const Knowledge& knowledge, const System& system) {
  const std::string a = node_of(knowledge.book, options.actor_a);
  const std::string b = node_of(knowledge.book, options.actor_b);
  for (const auto& [node, typed] : {std::pair(a, options.actor_a), std::pair(b, options.actor_b)}) {
    const bool seen =
        std::any_of(system.events.begin(), system.events.end(), [&node = node](const Event& event) {
          return event.source.actor.node == node || event.target.actor.node == node;
        });
    if (!seen) {
      fmt::print(stderr, "entente: no event names {} ({}); `entente actors` lists who is there\n",
                 typed, node);
      return kNothingFound;
    }
  }
  print(explain_view(system, a, b, options.format, terminal()));
  return events_between(system.events, a, b).empty() ? kNothingFound : kDone;
}

int show_camps(const Options& options, const Knowledge& knowledge, const System& system) {
  std::optional<WhatIf> what_if;
  if (asks_what_if(options)) {
    WhatIfQuestion question;
    question.signs_only = true;
    question.new_strength = 5;  // one act of support
    question.actor = [&](std::string_view typed) -> std::optional<uint32_t> {
      const std::string node = node_of(knowledge.book, typed);
      for (uint32_t i = 0; i < system.network.actors.size(); ++i)
        if (system.network.actors[i].node == node) return i;
      return std::nullopt;
    };
    auto answered = answer(options, question, what_if_about(system));
    if (!answered) return fail(answered.error() + "; `entente actors` lists who is there");
    what_if = std::move(answered).value();
  }
  print(camps_view(system, options.format, terminal(), what_if ? &*what_if : nullptr));
  return system.events.empty() ? kNothingFound : kDone;
}

int show_history(const Options& options, const System& system) {
  const History history = history_of(options, system);
  print(history_view(system, history, options.format, terminal()));
  return history.windows.empty() ? kNothingFound : kDone;
}

int show(const Options& options, const Knowledge& knowledge, const ActorCounts& mentions,
         const System& system) {
  switch (options.command) {
    case Command::events: print(events_view(system.events, options.format, terminal())); break;
    case Command::ties: print(ties_view(system, options.format, terminal())); break;
    case Command::camps: return show_camps(options, knowledge, system);
    case Command::actors: return list_actors(options, mentions, system);
    case Command::explain: return explain(options, knowledge, system);
    case Command::history: return show_history(options, system);
    case Command::report: return write_report(options, system);
    default: break;
  }
  return system.events.empty() ? kNothingFound : kDone;
}

}  // namespace

int run_view(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  if (explains_name(options)) return explain_name(options, known.value());
  const Knowledge& knowledge = known.value();
  const auto loaded = load_system(options, knowledge);
  if (!loaded) return fail(loaded.error());
  const LoadedSystem& parts = loaded.value();
  const System system{parts.articles, parts.events,   parts.network,
                      parts.balance,  knowledge.book, &parts.deeds};
  const int code = show(options, knowledge, parts.mentions, system);
  return parts.failures > 0 ? kFailed : code;
}

}  // namespace entente
