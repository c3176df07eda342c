// The commands that show what is in a store, or in articles read on the spot.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/commands.h"
#include "cli/naming.h"
#include "cli/system.h"

namespace entente {

namespace {

int write_report(const Options& options, const System& system) {
  const std::string title = !options.title.empty() ? options.title : "Who stands with whom";
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

int show(const Options& options, const Knowledge& knowledge, const ActorCounts& mentions,
         const System& system) {
  switch (options.command) {
    case Command::events: print(events_view(system.events, options.format, terminal())); break;
    case Command::ties: print(ties_view(system, options.format, terminal())); break;
    case Command::camps: print(camps_view(system, options.format, terminal())); break;
    case Command::actors: return list_actors(options, mentions, system);
    case Command::explain: return explain(options, knowledge, system);
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
