// `entente attributions`: who says, thinks or wants what, article by article.
#include <iterator>

#include "cli/commands.h"
#include "cli/system.h"

namespace entente {

int run_attributions(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const Knowledge& knowledge = known.value();
  Options reading = options;
  reading.until = Stage::documents;
  std::vector<SaidWhat> rows;
  const size_t failures = read_all(reading, knowledge, [&](std::vector<StagedArticle>&& batch) {
    for (const StagedArticle& read : batch) {
      const std::string& text = read.document.text;
      for (const Attribution& one : find_attributions(read.document, knowledge.lexicon)) {
        rows.push_back({read.article.id, one, std::string(slice(text, one.source)),
                        std::string(slice(text, one.cue)), std::string(slice(text, one.content))});
      }
    }
  });
  print(attributions_view(rows, options.format, terminal()));
  if (failures > 0) return kFailed;
  return rows.empty() ? kNothingFound : kDone;
}

}  // namespace entente
