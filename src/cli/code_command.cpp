// `entente code`: articles -> events, a filter and nothing else, so that any engine can run many of
// it: GNU parallel, Spark's pipe, a Slurm array. Events are printed as they come, in the order of
// the articles, whatever the number of threads. Lines that are no articles are told on the standard
// error and are no failure: an engine would give up a whole job for them. Tested by
// reading_test.cpp.
#include <fmt/format.h>

#include <cstdio>
#include <iterator>

#include "cli/commands.h"
#include "cli/reading.h"

namespace entente {
namespace {

// False where nobody reads any more.
bool print_events(const std::vector<Event>& events) {
  const std::string lines = events_view(events, Format::jsonl, {});
  return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() &&
         std::fflush(stdout) == 0;
}

}  // namespace

int run_code(const Options& given) {
  Options options = given;
  options.until = Stage::events;
  options.batch_articles = 16;
  if (options.paths.empty()) options.paths = {"-"};
  const auto knowledge = load_knowledge(options);
  if (!knowledge) return fail(knowledge.error());
  bool printed = true;
  read_all(options, knowledge.value(), [&](std::vector<StagedArticle>&& batch) {
    std::vector<Event> events;
    for (StagedArticle& reading : batch) {
      std::move(reading.events.begin(), reading.events.end(), std::back_inserter(events));
    }
    printed = printed && print_events(events);
  });
  return printed ? kDone : fail("the events cannot be written; is there room on the disk?");
}

}  // namespace entente
