// `entente deeds`: every deed once, with all its reports.
#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

int run_deeds(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const auto loaded = load_system(options, known.value());
  if (!loaded) return fail(loaded.error());
  const LoadedSystem& parts = loaded.value();
  const std::vector<Reports> deeds = group_reports(parts.events, parts.articles);
  print(deeds_view(deeds, parts.events, parts.articles, options.format, terminal()));
  if (parts.failures > 0) return kFailed;
  return deeds.empty() ? kNothingFound : kDone;
}

}  // namespace entente
